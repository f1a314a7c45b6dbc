"""How many cases a person concluded in a month (办件量, X7)."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError


class GovServiceVolume(models.Model):
    """Decides between equals (D4) and is the base of the rate of active reviews."""

    _name = "gov.service.volume"
    _description = "Service Volume"
    _inherit = ["gov.month.fact.mixin", "mail.thread"]
    _order = "date desc, cases desc, id"
    _rec_name = "employee_id"
    _fact_fields = frozenset({"employee_id", "date", "cases"})

    date = fields.Date(
        string="Month",
        required=True,
        index=True,
        default=lambda self: fields.Date.start_of(
            fields.Date.subtract(fields.Date.context_today(self), months=1), "month"
        ),
        help="First day of the month.",
    )
    cases = fields.Integer(string="Cases Concluded", required=True, tracking=True)
    note = fields.Char()

    _person_uniq = models.Constraint(
        "UNIQUE(employee_id, date)", "This person has a figure for that month already."
    )
    _cases_positive = models.Constraint(
        "CHECK(cases >= 0)", "The number of cases is not negative."
    )

    @api.constrains("date")
    def _check_date(self):
        for volume in self:
            if volume.date.day != 1:
                raise ValidationError(
                    self.env._("Enter the first day of the month for a service volume.")
                )

    @api.depends("employee_id", "date")
    def _compute_display_name(self):
        for volume in self:
            month = fields.Date.to_string(volume.date) or ""
            volume.display_name = f"{volume.employee_id.name or ''} {month[:7]}"
