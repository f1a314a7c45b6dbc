"""A way to be admitted to a level's examination (申报条件)."""

from odoo import fields, models

from ...rules.ladder import Condition


class GovLadderCondition(models.Model):
    """One alternative; all that it asks for must be met (具备以下条件之一者)."""

    _name = "gov.ladder.condition"
    _description = "Condition to Apply for a Level"
    _inherit = ["gov.policy.row.mixin"]
    _order = "level_row_id, sequence, id"

    level_row_id = fields.Many2one(
        "gov.ladder.level",
        string="Level",
        required=True,
        ondelete="cascade",
        index=True,
    )
    version_id = fields.Many2one(related="level_row_id.version_id", store=True)
    sequence = fields.Integer(default=10)
    years = fields.Integer(
        string="Years in the Occupation", help="0: not asked for (累计从事本职业满N年)."
    )
    prior_level_id = fields.Many2one(
        "gov.skill.level", string="Level Held", ondelete="restrict"
    )
    prior_years = fields.Integer(
        string="Years Since That Level", help="Counted from the date of issue."
    )
    education_id = fields.Many2one(
        "gov.education", string="Education at Least", ondelete="restrict"
    )
    text = fields.Char(
        string="Further Words",
        help="What only a person can judge, such as 相关专业毕业.",
    )
    article = fields.Char(help="Article of the standard.")

    _years_positive = models.Constraint(
        "CHECK(years >= 0 AND prior_years >= 0)", "Years cannot be negative."
    )
    _asks_something = models.Constraint(
        "CHECK(COALESCE(years, 0) > 0 OR prior_level_id IS NOT NULL"
        " OR education_id IS NOT NULL OR COALESCE(text, '') != '')",
        "A condition must ask for something.",
    )

    def _to_rule(self):
        """The condition as a frozen dataclass."""
        self.ensure_one()
        return Condition(
            years=self.years,
            prior_rank=self.prior_level_id.rank or None,
            prior_years=self.prior_years,
            education_rank=self.education_id.rank or None,
            text=self.text or "",
            source=self.id,
        )
