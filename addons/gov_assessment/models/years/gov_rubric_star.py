"""Star of a rubric (星级): the average that reaches it and its coefficient."""

from decimal import Decimal

from odoo import api, fields, models

from ...rules.stars import StarRule


class GovRubricStar(models.Model):
    """Five stars to one; below the last there is none and no reward (A60, D17)."""

    _name = "gov.rubric.star"
    _description = "Star of a Quarter"
    _inherit = ["gov.rubric.completing.mixin"]
    _order = "version_id, stars desc"

    version_id = fields.Many2one(
        "gov.rubric.version", required=True, ondelete="cascade", index=True
    )
    stars = fields.Integer(required=True, default=5)
    min_average = fields.Float(
        string="From Average", digits=(12, 2), help="Of the months of the quarter."
    )
    coefficient = fields.Float(
        digits=(5, 2), help="Times the yuan a person and month of the budget."
    )
    article = fields.Char(help="Article of the policy text, or the decision.")

    _stars_uniq = models.Constraint(
        "UNIQUE(version_id, stars)", "This number of stars is already in the table."
    )
    _stars_check = models.Constraint(
        "CHECK(stars BETWEEN 1 AND 5 AND coefficient >= 0)",
        "Stars go from 1 to 5, and a coefficient is not negative.",
    )

    @api.depends("stars")
    def _compute_display_name(self):
        for row in self:
            row.display_name = "★" * row.stars

    def _to_rule(self):
        self.ensure_one()
        return StarRule(
            self.stars, Decimal(str(self.min_average)), Decimal(str(self.coefficient))
        )
