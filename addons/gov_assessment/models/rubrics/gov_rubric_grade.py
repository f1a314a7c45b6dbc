"""Grade of a rubric (等次): threshold, quota, and whether it is rewarded."""

from decimal import Decimal

from odoo import fields, models

from ...rules.grading import GradeRule

CODES = [("good", "Good"), ("fair", "Fair"), ("poor", "Poor")]


class GovRubricGrade(models.Model):
    """好 / 一般 / 差, best first."""

    _name = "gov.rubric.grade"
    _description = "Rubric Grade"
    _inherit = ["gov.policy.row.mixin"]
    _order = "version_id, sequence"

    version_id = fields.Many2one(
        "gov.rubric.version", required=True, ondelete="cascade", index=True
    )
    sequence = fields.Integer(default=10, help="The best grade comes first.")
    code = fields.Selection(CODES, string="Grade", required=True)
    has_threshold = fields.Boolean(default=True)
    min_score = fields.Float(string="From Total", digits=(12, 2))
    has_quota = fields.Boolean()
    quota_percent = fields.Float(string="Quota in %", digits=(5, 2))
    is_rewarded = fields.Boolean(string="Reward Paid", default=True)
    article = fields.Char(help="Article of the policy text, or the decision.")

    _code_uniq = models.Constraint(
        "UNIQUE(version_id, code)", "Two lines of this version have the same grade."
    )

    def _to_rule(self):
        """This grade as the grading rule reads it."""
        return GradeRule(
            code=self.code,
            min_score=Decimal(str(self.min_score)) if self.has_threshold else None,
            quota_percent=Decimal(str(self.quota_percent)) if self.has_quota else None,
        )
