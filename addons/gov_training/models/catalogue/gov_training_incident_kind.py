"""What is noted of people in a session: absence, misconduct, an award."""

from odoo import fields, models

NATURES = [
    ("absence", "Absence without Excuse"),
    ("misconduct", "Misconduct"),
    ("award", "Award"),
]


class GovTrainingIncidentKind(models.Model):
    """涟水 annex items 2.3 (无故不参加; 玩手机、聊天等) and 6.3 (竞赛获奖)."""

    _name = "gov.training.incident.kind"
    _description = "Kind of Training Incident"
    _inherit = ["gov.alias.mixin"]
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    nature = fields.Selection(NATURES, default="misconduct", required=True)
    item_code = fields.Char(
        string="Item of the Assessment Rules",
        help="Code of the item under which assessment takes it up, such as 2.3b.",
    )
    points = fields.Float(
        digits=(8, 1),
        help="What the policy names; assessment decides by its own rules.",
    )
    reference = fields.Char(string="Document No. and Article")
    active = fields.Boolean(default=True)
