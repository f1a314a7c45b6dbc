"""The certification ladder (职业技能等级): 五级/初级工 up to 一级/高级技师."""

from odoo import fields, models


class GovSkillLevel(models.Model):
    """A level of the national standard 行政办事员(政务服务综合窗口办事员)."""

    _name = "gov.skill.level"
    _description = "Skill Level"
    _inherit = ["gov.alias.mixin"]
    _order = "rank"

    name = fields.Char(required=True, translate=True)
    rank = fields.Integer(
        required=True,
        help="Grows with the level: 五级/初级工 is 1, 一级/高级技师 is 5.",
    )
    color = fields.Integer(help="Colour of the badge.")
    active = fields.Boolean(default=True)

    _rank_uniq = models.Constraint("UNIQUE(rank)", "Two skill levels share a rank.")
