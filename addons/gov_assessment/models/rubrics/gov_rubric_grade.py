"""Grade of a rubric (等次): threshold, quota, and what it is paid."""

from decimal import Decimal

from odoo import api, fields, models

from ...rules.grading import GradeRule
from ...rules.settlement import GradePay

STANDINGS = [("good", "Good"), ("fair", "Fair"), ("poor", "Poor")]
QUOTAS = [
    ("percent", "Percentage of the Pool"),
    ("number", "Number of Places"),
    ("top", "The Best, Whatever Their Total"),
]
ROUNDINGS = [("down", "Down"), ("half_up", "Half Up"), ("up", "Up")]


class GovRubricGrade(models.Model):
    """好 / 一般 / 差, or any other names; the best first."""

    _name = "gov.rubric.grade"
    _description = "Rubric Grade"
    _inherit = ["gov.policy.row.mixin"]
    _order = "version_id, sequence, id"

    version_id = fields.Many2one(
        "gov.rubric.version", required=True, ondelete="cascade", index=True
    )
    sequence = fields.Integer(default=10, help="The best grade comes first.")
    code = fields.Char(required=True, help="Short and without spaces, as good or A.")
    name = fields.Char(
        compute="_compute_name",
        store=True,
        readonly=False,
        required=True,
        precompute=True,
        help="The word of the policy text: 好, 优秀, 称职.",
    )
    standing = fields.Selection(
        STANDINGS,
        string="Stands For",
        compute="_compute_standing",
        store=True,
        readonly=False,
        required=True,
        precompute=True,
        help="Poor calls for a notice of criticism; the annual grade counts the good "
        "and the poor months.",
    )
    has_threshold = fields.Boolean(default=True)
    min_score = fields.Float(string="From Total", digits=(12, 2))
    has_quota = fields.Boolean()
    quota_kind = fields.Selection(QUOTAS, default="percent", required=True)
    quota_percent = fields.Float(string="Quota in %", digits=(5, 2))
    quota_number = fields.Integer(string="Places", help="In each pool.")
    rounding = fields.Selection(
        ROUNDINGS, default="down", required=True, help="不超过 means down (D3)."
    )
    is_rewarded = fields.Boolean(string="Reward Paid", default=True)
    reward_amount = fields.Float(
        string="Fixed Reward (Yuan)",
        digits=(12, 2),
        help="When the text pays a fixed amount by grade.",
    )
    coefficient = fields.Float(
        digits=(6, 3), default=1, help="Multiplies the reward, or the share of a pool."
    )
    article = fields.Char(help="Article of the policy text, or the decision.")

    _code_uniq = models.Constraint(
        "UNIQUE(version_id, code)", "Two lines of this version have the same grade."
    )
    _figures_check = models.Constraint(
        "CHECK(quota_percent >= 0 AND quota_percent <= 100 AND quota_number >= 0"
        " AND reward_amount >= 0 AND coefficient >= 0)",
        "Quota, amount and coefficient of a grade cannot be negative, and a quota "
        "cannot be more than 100 %.",
    )

    @api.depends("code")
    def _compute_standing(self):
        known = {code for code, _label in STANDINGS}
        for grade in self:
            grade.standing = grade.code if grade.code in known else "fair"

    @api.depends("code")
    def _compute_name(self):
        for grade in self:
            grade.name = grade.name or grade.code

    def _is_open_to_all(self):
        """Whether whoever is left falls into this grade."""
        return not self.has_quota and not self.has_threshold

    def _to_rule(self):
        """This grade as the grading rule reads it."""
        kind = self.quota_kind if self.has_quota else None
        has_threshold = self.has_threshold and kind != "top"
        percent = Decimal(str(self.quota_percent)) if kind == "percent" else None
        return GradeRule(
            code=self.code,
            min_score=Decimal(str(self.min_score)) if has_threshold else None,
            quota_percent=percent,
            standing=self.standing,
            quota_number=self.quota_number if kind in ("number", "top") else None,
            rounding=self.rounding,
        )

    def _to_pay(self):
        """What this grade is paid."""
        return GradePay(
            is_rewarded=self.is_rewarded,
            amount=Decimal(str(self.reward_amount)),
            coefficient=Decimal(str(self.coefficient)),
        )
