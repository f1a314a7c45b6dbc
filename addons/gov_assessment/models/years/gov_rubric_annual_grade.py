"""Grade of the year (年度等次) of a rubric: what leads to it and what follows."""

from decimal import Decimal

from odoo import fields, models
from odoo.exceptions import UserError

from ...rules.annual import AnnualRule

STANDINGS = [
    ("excellent", "Excellent"),
    ("qualified", "Qualified"),
    ("basic", "Basically Qualified"),
    ("unqualified", "Not Qualified"),
]
RENEWALS = [
    ("renew", "Renewal Proposed"),
    ("consider", "Renewal to Be Considered"),
    ("refuse", "No Renewal Proposed"),
]


class GovRubricAnnualGrade(models.Model):
    """不合格, 优秀, 合格, 基本合格: the first one whose conditions hold is taken."""

    _name = "gov.rubric.annual.grade"
    _description = "Annual Grade"
    _inherit = ["gov.rubric.completing.mixin"]
    _order = "version_id, sequence, id"

    version_id = fields.Many2one(
        "gov.rubric.version", required=True, ondelete="cascade", index=True
    )
    sequence = fields.Integer(default=10, help="The order of the tests (D10).")
    name = fields.Char(string="Grade of the Year", required=True)
    standing = fields.Selection(STANDINGS, required=True)
    min_good = fields.Integer(
        string="Good Months at Least", help="0 when it does not matter."
    )
    has_max_poor = fields.Boolean(string="Poor Months Limited")
    max_poor = fields.Integer(string="Poor Months at Most")
    min_score = fields.Float(
        string="Score of the Year from",
        digits=(12, 2),
        help="0 when it does not matter.",
    )
    from_poor = fields.Integer(
        string="From Poor Months",
        help="So many poor months lead to this grade; 0 when it does not matter.",
    )
    from_run = fields.Integer(
        string="From Poor Months in a Row",
        help="So many poor months in a row lead to this grade; 0: it does not matter.",
    )
    takes_no_poor = fields.Boolean(
        string="Also without Any Poor Month",
        help="Takes a year without a poor month even when good ones are too few (D7).",
    )
    has_quota = fields.Boolean()
    quota_percent = fields.Float(string="Quota in %", digits=(5, 2))
    is_vetoed = fields.Boolean(
        string="Closed by a Veto",
        help="Not for people who are barred for the year or served less than a year "
        "(D14).",
    )
    is_rewarded = fields.Boolean(string="Annual Bonus Paid")
    renewal = fields.Selection(RENEWALS, default="renew", required=True)
    article = fields.Char(help="Article of the policy text, or the decision.")

    _standing_uniq = models.Constraint(
        "UNIQUE(version_id, standing)", "Two lines of this version have one standing."
    )

    def _to_rule(self):
        """This grade as the rule of the year reads it."""
        self.ensure_one()
        return AnnualRule(
            key=self.id,
            standing=self.standing,
            min_good=self.min_good or None,
            max_poor=self.max_poor if self.has_max_poor else None,
            min_score=Decimal(str(self.min_score)) if self.min_score else None,
            from_poor=self.from_poor or None,
            from_run=self.from_run or None,
            takes_no_poor=self.takes_no_poor,
            quota_percent=Decimal(str(self.quota_percent)) if self.has_quota else None,
            is_vetoed=self.is_vetoed,
        )

    def _to_rules(self):
        """All grades of one text in the order of the tests."""
        if not self:
            raise UserError(
                self.env._(
                    "The text says nothing of the year. Copy it to a new version and "
                    "enter the grades of the year."
                )
            )
        return [grade._to_rule() for grade in self.sorted(lambda g: (g.sequence, g.id))]
