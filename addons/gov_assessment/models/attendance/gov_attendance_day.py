"""A person's attendance on a day (考勤), as a machine or a clerk reported it."""

from odoo import api, fields, models
from odoo.exceptions import AccessError, ValidationError

from ...rules.attendance import read_minute

STATUS = [
    ("normal", "Normal"),
    ("late", "Late or Left Early"),
    ("no_punch", "Punch Missing"),
    ("absent", "Absent without Leave"),
    ("outside", "Outside on Duty"),
    ("leave", "On Leave"),
    ("unfiled", "Leave Not Filed"),
]
OUTCOMES = [
    ("none", "In Order"),
    ("off", "Day Off"),
    ("excused", "Excused"),
    ("breach", "Lead"),
    ("unruled", "No Rules"),
]
SITE_FIELDS = ("statement", "letter_ids")
PUNCHES = ("am_in", "am_out", "pm_in", "pm_out")


class GovAttendanceDay(models.Model):
    """It only ever makes leads: drafts that an officer looks into."""

    _name = "gov.attendance.day"
    _description = "Attendance of a Day"
    _inherit = ["mail.thread"]
    _order = "date desc, employee_id"
    _facts = frozenset({*PUNCHES, "status", "statement", "employee_id", "date"})

    employee_id = fields.Many2one(
        "hr.employee", string="Person", required=True, index=True, ondelete="restrict"
    )
    date = fields.Date(required=True, index=True)
    department_id = fields.Many2one(
        "hr.department",
        string="Site",
        compute="_compute_department_id",
        store=True,
        index=True,
        help="Site of the person on that day.",
    )
    am_in = fields.Char(string="Morning In", help="As 8:55.")
    am_out = fields.Char(string="Morning Out")
    pm_in = fields.Char(string="Afternoon In")
    pm_out = fields.Char(string="Afternoon Out")
    status = fields.Selection(
        STATUS,
        string="Reported As",
        tracking=True,
        help="Word of the attendance system; empty: the punches decide.",
    )
    statement = fields.Char(
        string="Unit's Statement",
        tracking=True,
        help="外勤: with the statement of the unit the day costs nothing.",
    )
    letter_ids = fields.Many2many("ir.attachment", string="Letters")
    outcome = fields.Selection(OUTCOMES, readonly=True, copy=False, index=True)
    event_ids = fields.One2many(
        "gov.assessment.event", "attendance_id", string="Records", readonly=True
    )

    _day_uniq = models.Constraint(
        "UNIQUE(employee_id, date)", "The attendance of that day is recorded already."
    )

    @api.depends("employee_id", "date")
    def _compute_department_id(self):
        # sudo: a site's clerk cannot read the versions of people
        versions = self.env["hr.version"].sudo()
        for day, own in self.grouped("date").items():
            as_of = versions._gov_as_of(own.employee_id.sudo(), day) if day else {}
            for record in own:
                version = as_of.get(record.employee_id.id, versions)
                record.department_id = version.department_id

    @api.depends("employee_id", "date")
    def _compute_display_name(self):
        for day in self:
            day.display_name = f"{day.employee_id.name or ''} {day.date or ''}".strip()

    @api.constrains(*PUNCHES)
    def _check_punches(self):
        for day in self:
            for name in PUNCHES:
                try:
                    read_minute(day[name])
                except ValueError as error:
                    raise ValidationError(
                        self.env._("“%s” is not a time of day, as 8:55.", day[name])
                    ) from error

    @api.model_create_multi
    def create(self, vals_list):
        clean = [
            {k: v for k, v in vals.items() if k not in ("department_id", "outcome")}
            for vals in vals_list
        ]
        days = super().create(clean)
        days.check_access("write")  # the site is known only now
        days.filtered("statement").employee_id._gov_refuse_own()
        days._judge()
        return days

    def write(self, vals):
        if not self.env.su:
            vals = {
                k: v for k, v in vals.items() if k not in ("department_id", "outcome")
            }
            self._check_fields(vals)
        is_fact = bool(self._facts & set(vals))
        if is_fact:
            self.employee_id._gov_refuse_own()
        result = super().write(vals)
        if {"employee_id", "date"} & set(vals):
            # record rules are asked before the write: ask again for the new site
            self.check_access("write")
            self.employee_id._gov_refuse_own()
        if is_fact:
            self._judge()
        return result

    def _check_fields(self, vals):
        """A site adds statement and letters; what was reported stays the county's."""
        if self.env.user.has_group("gov_window_staff.group_hr_officer"):
            return
        for name in vals:
            if name not in SITE_FIELDS and not name.startswith("message_"):
                raise AccessError(
                    self.env._(
                        "Only the county's HR officers change what the attendance "
                        "system reported. Add a statement of the unit instead."
                    )
                )

    @api.ondelete(at_uninstall=False)
    def _unlink_drafts(self):
        """Leads that nobody has decided about go with their day."""
        self.employee_id._gov_refuse_own()
        self.event_ids.filtered(lambda event: event.state == "draft").unlink()

    def action_judge(self):
        """Judge again, as after a leave was approved or the rules were changed."""
        self.check_access("write")
        self._judge()
