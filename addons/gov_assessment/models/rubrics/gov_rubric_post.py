"""Coefficient of a post level (岗位系数, A74)."""

from odoo import fields, models


class GovRubricPost(models.Model):
    """大安: 根据职务层次不同,对考核的内容、分值、标准、系数进行了明确."""

    _name = "gov.rubric.post"
    _description = "Post Coefficient"
    _inherit = ["gov.policy.row.mixin"]
    _order = "version_id, level_id"

    version_id = fields.Many2one(
        "gov.rubric.version", required=True, ondelete="cascade", index=True
    )
    level_id = fields.Many2one(
        "gov.skill.level", string="Post Level", required=True, ondelete="restrict"
    )
    coefficient = fields.Float(digits=(6, 3), default=1, required=True)

    _level_uniq = models.Constraint(
        "UNIQUE(version_id, level_id)", "This post level has a coefficient already."
    )
    _coefficient_check = models.Constraint(
        "CHECK(coefficient >= 0)", "A coefficient cannot be negative."
    )
