"""Kinds of training (培训类型): why people are trained."""

from odoo import fields, models

NATURES = [
    ("training", "Training"),
    ("meeting", "Meeting"),
    ("counselling", "Counselling"),
    ("visit", "Study Visit"),
    ("activity", "Team Activity"),
    ("competition", "Competition"),
]


class GovTrainingKind(models.Model):
    """涟水, part 4 (四) 2: 入职培训、常规培训、转岗培训、职业规培、提升培训."""

    _name = "gov.training.kind"
    _description = "Training Kind"
    _inherit = ["gov.alias.mixin"]
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    nature = fields.Selection(
        NATURES,
        default="training",
        required=True,
        help="A meeting gives no line in the resume; a competition has awards.",
    )
    reports_absence = fields.Boolean(
        string="Absence Is Reported",
        default=True,
        help="无故不参加: who had to come and stayed away without leave becomes a "
        "draft for assessment.",
    )
    sequence = fields.Integer(default=10)
    color = fields.Integer(help="Colour in the calendar.")
    reference = fields.Char(
        string="Document No. and Article", help="文号和条款, as printed in the text."
    )
    active = fields.Boolean(default=True)
