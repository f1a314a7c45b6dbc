"""When a session takes place: once or on several dates; in working hours or not."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules.office_hours import hours_outside, utc
from ...rules.schedule import hours_between, local_day

TIMES = {"date_start", "date_end"}


class GovTrainingSession(models.Model):
    """Dates of a session and what of them lies outside working hours (T10, D35)."""

    _inherit = "gov.training.session"

    date_ids = fields.One2many(
        "gov.training.session.date",
        "session_id",
        string="Dates",
        help="For a session of several days; each date has its own sign-in list.",
    )
    date_count = fields.Integer(string="Number of Dates", compute="_compute_date_count")
    off_hours = fields.Float(
        string="Hours Outside Working Time",
        compute="_compute_off_hours",
        store=True,
        digits=(8, 1),
    )
    is_off_hours = fields.Boolean(
        string="Outside Working Hours",
        compute="_compute_is_off_hours",
        store=True,
        readonly=False,
        tracking=True,
        help="利用工作以外的时间: proposed from the working-day calendar and the "
        "working hours of the site; windows stay open.",
    )
    has_lieu = fields.Boolean(
        string="Time Off in Lieu",
        tracking=True,
        help="补休: whoever came may take the hours outside working time off. "
        "Training is not paid as overtime.",
    )
    time_note = fields.Char(
        string="Please Check", compute="_compute_time_note", compute_sudo=True
    )

    @api.depends("date_ids")
    def _compute_date_count(self):
        for session in self:
            session.date_count = len(session.date_ids)

    @api.depends("date_start", "date_end", "date_ids.hours")
    def _compute_hours(self):
        for session in self:
            session.hours = sum(
                hours_between(start, end) for start, end in session._slots()
            )

    @api.depends(
        "date_start",
        "date_end",
        "department_id",
        "date_ids.date_start",
        "date_ids.date_end",
    )
    def _compute_off_hours(self):
        calendar = self.env["gov.calendar.year"]._calendar()
        for site, sessions in self.grouped("department_id").items():
            office = site._gov_office_hours()
            for session in sessions:
                session.off_hours = hours_outside(session._slots(), office, calendar)

    @api.model
    def _refresh_off_hours(self, first, last):
        """Compute anew what a change of the calendar from `first` to `last` changes."""
        calendar = self.env["gov.calendar.year"]._calendar()
        sessions = self.search(
            [
                ("state", "in", ("draft", "planned", "ongoing")),
                ("date_start", "<", utc(last, 24)),
                ("date_end", ">", utc(first, 0)),
            ]
        )
        changed = self.browse()
        for site, group in sessions.grouped("department_id").items():
            office = site._gov_office_hours()
            changed |= group.filtered(
                lambda s, office=office: (
                    float(hours_outside(s._slots(), office, calendar)) != s.off_hours
                )
            )
        self.env.add_to_compute(self._fields["off_hours"], changed)
        self.env.add_to_compute(self._fields["is_off_hours"], changed)

    @api.depends("off_hours")
    def _compute_is_off_hours(self):
        for session in self:
            session.is_off_hours = session.off_hours > 0

    @api.depends("is_off_hours", "off_hours", "date_start", "date_end")
    def _compute_time_note(self):
        for session in self:
            session.time_note = session._time_contradiction() or session._unknown_days()

    def _time_contradiction(self):
        if self.is_off_hours and not self.off_hours:
            return self.env._(
                "Marked as outside working hours, yet all of it lies inside them."
            )
        if self.off_hours and not self.is_off_hours:
            return self.env._(
                "%s hours lie outside working hours, yet the session is not marked so.",
                f"{self.off_hours:g}",
            )
        return False

    def _unknown_days(self):
        if not self.date_start or not self.date_end:
            return False
        return self.env["gov.calendar.year"]._unknown_warning(
            local_day(self.date_start), local_day(self.date_end)
        )

    # === CRUD METHODS === #

    def write(self, vals):
        if TIMES & set(vals) and "date_ids" not in vals and not self._is_unlocked():
            for session in self.filtered("date_ids"):
                session._check_same_times(vals)
        result = super().write(vals)
        if TIMES & set(vals) and not self._is_unlocked():
            # lines of the list that came with the times have the last word
            self.filtered("date_ids")._span_dates()
        return result

    def _check_same_times(self, vals):
        if any(
            fields.Datetime.to_datetime(vals[t]) != self[t] for t in TIMES & {*vals}
        ):
            raise UserError(
                self.env._(
                    "“%s” takes several dates. Open it and change the dates in the "
                    "list.",
                    self.name,
                )
            )

    # === BUSINESS METHODS === #

    def _slots(self):
        """Pairs of (start, end), UTC without zone, in order; nothing while unknown."""
        self.ensure_one()
        dates = self.date_ids.filtered(lambda d: d.date_start and d.date_end)
        if dates:
            return [(d.date_start, d.date_end) for d in dates.sorted("date_start")]
        if self.date_start and self.date_end:
            return [(self.date_start, self.date_end)]
        return []

    def _span_dates(self):
        """Times of the session from its first date to its last."""
        for session in self:
            slots = [(d.date_start, d.date_end) for d in session.date_ids]
            if slots:
                starts, ends = zip(*slots, strict=True)
                session._unlocked().write(
                    {"date_start": min(starts), "date_end": max(ends)}
                )
