"""Category of a rubric (指标类), with the full mark it starts from."""

from decimal import Decimal

from odoo import fields, models

from ...rules.scoring import Category


class GovRubricCategory(models.Model):
    """考勤纪律30 工作作风20 服务规范20 审批业务15 内务安全15 加分."""

    _name = "gov.rubric.category"
    _description = "Rubric Category"
    _inherit = ["gov.policy.row.mixin", "gov.rubric.level.mixin"]
    _order = "version_id, sequence, code"

    version_id = fields.Many2one(
        "gov.rubric.version", required=True, ondelete="cascade", index=True
    )
    sequence = fields.Integer(default=10)
    code = fields.Char(required=True)
    name = fields.Char(required=True)
    full_mark = fields.Float(digits=(12, 2))
    is_bonus = fields.Boolean(string="Bonus Points")
    is_floored = fields.Boolean(
        string="Not Below 0",
        default=True,
        help="扣完为止: deductions beyond the full mark do not cost other categories.",
    )
    has_cap = fields.Boolean(string="Limited", help="Of a category of bonus points.")
    cap = fields.Float(string="At Most", digits=(12, 2))
    item_ids = fields.One2many(
        "gov.rubric.item", "category_id", string="Items", copy=True
    )

    _code_uniq = models.Constraint(
        "UNIQUE(version_id, code)", "Two categories of this version share a code."
    )
    _full_mark_check = models.Constraint(
        "CHECK(is_bonus OR full_mark > 0)", "A scored category needs a full mark."
    )

    def _to_rule(self):
        """This category as the scoring rule reads it."""
        return Category(
            self.code,
            Decimal(str(self.full_mark)),
            self.is_bonus,
            is_floored=self.is_floored,
            cap=Decimal(str(self.cap)) if self.is_bonus and self.has_cap else None,
        )
