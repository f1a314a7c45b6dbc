"""Recurring training (定期培训、例会): every Friday, or the last Friday of the month.

五华 2017: 周五下午定期业务培训; 大安: 每月最后一个周五下午时间集中学习,
窗口负责人例会.
A day that is off moves as decision D34 says; the working-day calendar knows which are.
"""

from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

WEEKDAYS = [
    ("0", "Monday"),
    ("1", "Tuesday"),
    ("2", "Wednesday"),
    ("3", "Thursday"),
    ("4", "Friday"),
    ("5", "Saturday"),
    ("6", "Sunday"),
]
FREQUENCIES = [("weekly", "Every Week"), ("monthly", "Every Month")]
WEEKS = [
    ("1", "First"),
    ("2", "Second"),
    ("3", "Third"),
    ("4", "Fourth"),
    ("0", "Last"),
]
ON_HOLIDAY = [
    ("move", "Hold It Earlier"),
    ("skip", "Leave It Out"),
]
AUDIENCES = [
    ("all", "All Staff"),
    ("heads", "Heads of Sites and Windows"),
]
PREVIEW = 6  # dates shown on the form


class GovTrainingSeries(models.Model):
    """When to meet, and what the sessions look like that come from it."""

    _name = "gov.training.series"
    _description = "Recurring Training"
    _inherit = [
        "gov.training.guard.mixin",
        "gov.training.design.mixin",
        "mail.thread",
        "mail.activity.mixin",
    ]
    _order = "name, id"
    _sealed_fields = frozenset({"planned_until"})

    name = fields.Char(required=True, tracking=True)
    active = fields.Boolean(default=True, tracking=True)
    summary = fields.Html(string="Programme")
    audience = fields.Selection(AUDIENCES, default="all", required=True)
    place = fields.Char()
    link = fields.Char(string="Meeting Link")
    capacity = fields.Integer(string="Seats", help="0: no limit.")
    has_waiting_list = fields.Boolean(string="Waiting List")
    has_lieu = fields.Boolean(string="Time Off in Lieu")

    frequency = fields.Selection(
        FREQUENCIES, default="weekly", required=True, tracking=True
    )
    week = fields.Selection(WEEKS, default="0", required=True, tracking=True)
    weekday = fields.Selection(WEEKDAYS, default="4", required=True, tracking=True)
    hour_from = fields.Float(string="From", default=14.5, required=True, tracking=True)
    hour_to = fields.Float(string="To", default=17, required=True, tracking=True)
    on_holiday = fields.Selection(
        ON_HOLIDAY,
        string="On a Day Off",
        default="move",
        required=True,
        tracking=True,
        help="Earlier: a monthly day moves to the previous such weekday of the month "
        "that is worked, else to the previous working day; a weekly one to the "
        "working day before it.",
    )
    date_from = fields.Date(
        string="Begins On",
        default=fields.Date.context_today,
        required=True,
        tracking=True,
    )
    date_to = fields.Date(string="Ends On", tracking=True)
    months_ahead = fields.Integer(
        default=2, required=True, help="Sessions are prepared this many months ahead."
    )
    planned_until = fields.Date(
        copy=False, help="Sessions up to this day have been prepared by the system."
    )

    pause_window_ids = fields.Many2many(
        "gov.window",
        string="Windows That Pause",
        help="A notice is drafted for each session; it counts once it is published.",
    )
    pause_services = fields.Text(string="Services Suspended")

    session_ids = fields.One2many("gov.training.session", "series_id")
    session_count = fields.Integer(string="Sessions", compute="_compute_session_count")
    preview = fields.Text(string="Next Dates", compute="_compute_preview")
    calendar_note = fields.Char(compute="_compute_preview")

    _hours_order = models.Constraint(
        "CHECK(hour_from >= 0 AND hour_to <= 24 AND hour_to > hour_from)",
        "The hours lie on one day, and the end comes after the beginning.",
    )
    _dates_order = models.Constraint(
        "CHECK(date_to >= date_from)", "The last day cannot come before the first."
    )
    _ahead_range = models.Constraint(
        "CHECK(months_ahead BETWEEN 1 AND 12)",
        "Sessions are prepared between one month and a year ahead.",
    )
    _capacity_positive = models.Constraint(
        "CHECK(capacity >= 0)", "The number of seats cannot be negative."
    )

    @api.model
    def default_get(self, fields_list):
        """The user's site, or the only county."""
        values = super().default_get(fields_list)
        names = {"department_id", "organiser_id"} & set(fields_list)
        proposed = self.env["gov.training.session"].default_get(list(names))
        for name in names:
            values.setdefault(name, proposed.get(name, False))
        return values

    # === COMPUTE METHODS === #

    def _compute_session_count(self):
        counts = dict(
            self.env["gov.training.session"]._read_group(
                [("series_id", "in", self.ids)], ["series_id"], ["__count"]
            )
        )
        for series in self:
            series.session_count = counts.get(series._origin, 0)

    @api.depends(
        "frequency", "week", "weekday", "on_holiday", "date_from", "date_to", "active"
    )
    def _compute_preview(self):
        today = fields.Date.context_today(self)
        for series in self:
            if not (series.date_from and series.active):
                series.preview = series.calendar_note = False
                continue
            first = max(series.date_from, today)
            last = min(series.date_to or first + timedelta(366), first + timedelta(366))
            dates = series._occurrences(first, last)[:PREVIEW]
            series.preview = "\n".join(series._preview_line(*pair) for pair in dates)
            series.calendar_note = dates and self.env[
                "gov.calendar.year"
            ]._unknown_warning(first, dates[-1][0])

    def _preview_line(self, nominal, held):
        labels = dict(self._fields["weekday"]._description_selection(self.env))
        line = f"{held} {labels[str(held.weekday())]}"
        if held != nominal:
            line += " " + self.env._("(moved from %s, a day off)", nominal)
        return line

    # === CONSTRAINTS === #

    @api.constrains("organiser_kind", "organiser_unit_id")
    def _check_organiser(self):
        for series in self:
            if series.organiser_kind == "unit" and not series.organiser_unit_id:
                raise ValidationError(
                    self.env._("Name the department that organises “%s”.", series.name)
                )

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._sealed(vals) for vals in vals_list])

    def write(self, vals):
        if not self._is_unlocked():
            vals = {k: v for k, v in vals.items() if k not in self._sealed_fields}
        result = super().write(vals)
        if "department_id" in vals:
            # the rules are checked before a write only
            self.check_access("write")
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_only_without_sessions(self):
        used = self.filtered("session_ids")
        if used:
            raise UserError(
                self.env._(
                    "Sessions came from “%s” already. Archive it instead.", used[0].name
                )
            )
