"""Staffing types (用工形式, 人员身份): formal staff or not, further facts asked for."""

from odoo import fields, models


class HrContractType(models.Model):
    """Staffing type that says which further facts its people have."""

    _inherit = "hr.contract.type"

    gov_is_formal = fields.Boolean(
        string="Formal Staff",
        help="在编: a chief representative has to be of such a type (行政许可法).",
    )
    gov_properties_definition = fields.PropertiesDefinition(string="More Facts")
