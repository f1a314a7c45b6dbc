"""Staffing types (用工形式): which of them are counted as temporary staff."""

from odoo import fields, models


class HrContractType(models.Model):
    """Staffing type with the box of the roster statistics that it falls into."""

    _inherit = "hr.contract.type"

    gov_is_temporary = fields.Boolean(
        string="Temporary Staff",
        help="Counted as 临聘人员 in the statistics and the staff structure table.",
    )
