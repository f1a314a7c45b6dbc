"""Duty roster for extra service (错时、延时和节假日受理, 代办帮办)."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

STATES = [
    ("planned", "Planned"),
    ("served", "Served"),
    ("absent", "Did Not Come"),
    ("cancelled", "Called Off"),
]
COMPENSATIONS = [
    ("time_off", "Time Off"),
    ("overtime", "Overtime Pay"),
    ("none", "None"),
]


class GovExtraDuty(models.Model):
    """One person, one day, from hour to hour."""

    _name = "gov.extra.duty"
    _description = "Extra Service Duty"
    _inherit = ["mail.thread"]
    _order = "date desc, hour_from, id"
    _rec_name = "employee_id"

    date = fields.Date(required=True, index=True, tracking=True)
    kind_id = fields.Many2one(
        "gov.duty.kind",
        string="Kind of Service",
        required=True,
        ondelete="restrict",
        index=True,
        tracking=True,
    )
    employee_id = fields.Many2one(
        "hr.employee",
        string="Person",
        required=True,
        index=True,
        ondelete="restrict",
        tracking=True,
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Site",
        compute="_compute_department_id",
        store=True,
        index=True,
        help="Site of the person on that day.",
    )
    window_id = fields.Many2one("gov.window", ondelete="restrict")
    hour_from = fields.Float(string="From Hour", default=9.0, required=True)
    hour_to = fields.Float(string="To Hour", default=12.0, required=True)
    hours = fields.Float(compute="_compute_hours", store=True, digits=(6, 2))
    compensation = fields.Selection(
        COMPENSATIONS, default="time_off", required=True, tracking=True
    )
    cases = fields.Integer(string="Cases Concluded")
    note = fields.Char()
    state = fields.Selection(
        STATES, default="planned", required=True, copy=False, tracking=True, index=True
    )
    event_id = fields.Many2one(
        "gov.assessment.event",
        string="Proposed Bonus",
        copy=False,
        ondelete="set null",
        readonly=True,
    )

    _hours_check = models.Constraint(
        "CHECK(hour_from >= 0 AND hour_to <= 24 AND hour_to > hour_from)",
        "A duty begins before it ends, within one day.",
    )
    _cases_positive = models.Constraint(
        "CHECK(cases >= 0)", "The number of cases is not negative."
    )

    @api.depends("hour_from", "hour_to")
    def _compute_hours(self):
        for duty in self:
            duty.hours = duty.hour_to - duty.hour_from

    @api.depends("employee_id", "date")
    def _compute_department_id(self):
        # sudo: site officers plan people whose versions they cannot read
        versions = self.env["hr.version"].sudo()
        for day, duties in self.grouped("date").items():
            people = duties.employee_id.sudo()
            as_of = versions._gov_as_of(people, day) if day else {}
            for duty in duties:
                version = as_of.get(duty.employee_id.id, versions)
                duty.department_id = version.department_id

    @api.depends("employee_id", "date", "kind_id")
    def _compute_display_name(self):
        for duty in self:
            parts = [
                fields.Date.to_string(duty.date),
                duty.employee_id.name,
                duty.kind_id.name,
            ]
            duty.display_name = " ".join(filter(None, parts))

    @api.constrains("date", "kind_id")
    def _check_day_off(self):
        calendar = self.env["gov.calendar.year"]._calendar()
        for duty in self:
            if duty.kind_id.is_day_off and calendar.is_workday(duty.date):
                raise ValidationError(
                    self.env._(
                        "%(day)s is a working day: “%(kind)s” is for days off.",
                        day=duty.date,
                        kind=duty.kind_id.name,
                    )
                )

    @api.constrains("date", "employee_id", "hour_from", "hour_to", "state")
    def _check_overlap(self):
        same = self.search(
            [
                ("employee_id", "in", self.employee_id.ids),
                ("date", "in", self.mapped("date")),
                ("state", "!=", "cancelled"),
            ]
        ).grouped(lambda duty: (duty.employee_id, duty.date))
        for duty in self.filtered(lambda duty: duty.state != "cancelled"):
            for other in same.get((duty.employee_id, duty.date), self.browse()) - duty:
                if duty.hour_from < other.hour_to and other.hour_from < duty.hour_to:
                    raise ValidationError(
                        self.env._(
                            "%(person)s has another duty at that time: %(other)s.",
                            person=duty.employee_id.name,
                            other=other.display_name,
                        )
                    )
