"""Days of a leave by full years of work (职工带薪年休假条例 art. 3)."""

from odoo import fields, models


class GovLeaveTier(models.Model):
    """From so many full years of work on, so many days a year."""

    _name = "gov.leave.tier"
    _description = "Days of Leave by Years of Work"
    _order = "leave_type_id, years"

    leave_type_id = fields.Many2one(
        "hr.leave.type", required=True, ondelete="cascade", index=True
    )
    years = fields.Integer(string="Full Years of Work", required=True)
    days = fields.Integer(string="Days a Year", required=True)

    _years_uniq = models.Constraint(
        "UNIQUE(leave_type_id, years)", "There is already a line for these years."
    )
    _days_positive = models.Constraint(
        "CHECK(years >= 0 AND days > 0)", "Years and days must be positive numbers."
    )
