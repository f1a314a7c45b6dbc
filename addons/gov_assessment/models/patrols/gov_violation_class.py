"""Classes of violations (违规类别): seven norms and three duties (A66)."""

from odoo import fields, models


class GovViolationClass(models.Model):
    """仪表、举止、语言、着装、禁止性、摆放、审批行为; 劳动纪律、首问负责、限时办结."""

    _name = "gov.violation.class"
    _description = "Class of Violations"
    _order = "sequence, id"

    name = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    item_codes = fields.Char(
        string="Usual Items",
        help="Codes with commas of the rubric items that such findings usually cost; "
        "the first one is proposed.",
    )
    active = fields.Boolean(default=True)

    _name_uniq = models.Constraint("UNIQUE(name)", "This class is listed already.")
