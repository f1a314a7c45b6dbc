"""Staffing types (用工形式, 人员身份): each may ask for facts of its own."""

from odoo import fields, models


class HrContractType(models.Model):
    """Staffing type that says which further facts its people have."""

    _inherit = "hr.contract.type"

    gov_properties_definition = fields.PropertiesDefinition(string="More Facts")
    gov_is_temporary = fields.Boolean(
        string="Temporary Staff",
        help="Counted as 临聘人员 in the statistics and the staff structure table.",
    )
