"""Forms of training (培训形式): how people are trained."""

from odoo import fields, models


class GovTrainingForm(models.Model):
    """集中培训, and the forms of 涟水 part 4 (四) 2: 师徒结对、业务内训 ..."""

    _name = "gov.training.form"
    _description = "Training Form"
    _inherit = ["gov.alias.mixin"]
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    color = fields.Integer()
    is_concentrated = fields.Boolean(
        string="Counts as Concentrated",
        help="集中培训: counts for the session that is due each quarter.",
    )
    reference = fields.Char(
        string="Document No. and Article", help="文号和条款, as printed in the text."
    )
    active = fields.Boolean(default=True)
