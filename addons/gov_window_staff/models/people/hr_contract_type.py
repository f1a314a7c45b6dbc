"""Staffing types (用工形式, 人员身份): formal or not, and facts of their own."""

from odoo import fields, models


class HrContractType(models.Model):
    """Employment type as a staffing type of window staff."""

    _inherit = "hr.contract.type"

    gov_is_formal = fields.Boolean(
        string="Formal Staff",
        help="在编: a chief representative has to be of such a type (行政许可法).",
    )
    gov_is_temporary = fields.Boolean(
        string="Temporary Staff",
        help="Counted as 临聘人员 in the statistics and the staff structure table.",
    )
    gov_properties_definition = fields.PropertiesDefinition(
        string="More Facts",
        help="Facts that only people of this staffing type have; "
        "dated like all others.",
    )
