"""Kinds of leave (假别): lawful days, and whether it is 事假 for the assessment."""

from odoo import fields, models


class HrLeaveType(models.Model):
    """Odoo's leave type with what Chinese rules say about it."""

    _inherit = "hr.leave.type"

    gov_is_personal = fields.Boolean(
        string="Personal Leave",
        help="事假: costs points in the monthly assessment (D25); no other leave does.",
    )
    gov_lawful_days = fields.Integer(
        string="Lawful Days",
        help="Days that the law gives each time; 0: as needed, or by years of work.",
    )
    gov_basis = fields.Char(string="Legal Basis")
    gov_tier_ids = fields.One2many(
        "gov.leave.tier", "leave_type_id", string="Days by Years of Work"
    )
