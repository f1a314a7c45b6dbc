"""What a newcomer needs before duty (新人上岗清单, S40)."""

from odoo import fields, models


class GovNewcomerItem(models.Model):
    """One item of the checklist: training, test, uniform, account …"""

    _name = "gov.newcomer.item"
    _description = "Newcomer Checklist Item"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    code = fields.Char(copy=False, help="Read by other parts of the system.")
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    is_required = fields.Boolean(
        string="Before Duty",
        default=True,
        help="Without it a person on duty is shown with a warning (D36).",
    )

    _code_uniq = models.UniqueIndex(
        "(code) WHERE code IS NOT NULL", "This code is already in use."
    )
