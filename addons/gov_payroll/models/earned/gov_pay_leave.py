"""What a day of leave costs (请假扣款, P27)."""

from odoo import fields, models


class GovPayLeave(models.Model):
    """Share of the day rate of one kind of leave; a kind without a line is paid."""

    _name = "gov.pay.leave"
    _description = "Leave Deduction"
    _inherit = ["gov.policy.row.mixin"]
    _order = "version_id, id"

    version_id = fields.Many2one(
        "gov.pay.policy.version", required=True, ondelete="cascade", index=True
    )
    leave_type_id = fields.Many2one(
        "hr.leave.type", string="Kind of Leave", required=True, ondelete="restrict"
    )
    percent = fields.Float(
        string="Deducted (%)",
        digits=(5, 2),
        default=100,
        help="Share of the day rate for each working day of this leave.",
    )
    divisor = fields.Float(
        string="Own Day Rate Divisor",
        digits=(6, 2),
        help="0: the paid days of a month that the rules name.",
    )
    has_floor = fields.Boolean(
        string="Floor of Sick Pay",
        help="What is paid for the day does not go below the floor of sick pay.",
    )
    article = fields.Char(help="Article of the policy text.")

    _type_uniq = models.Constraint(
        "UNIQUE(version_id, leave_type_id)", "This kind of leave already has its line."
    )
    _figures = models.Constraint(
        "CHECK(percent BETWEEN 0 AND 100 AND divisor >= 0)",
        "A share lies between 0 and 100 percent, a divisor is not below zero.",
    )
