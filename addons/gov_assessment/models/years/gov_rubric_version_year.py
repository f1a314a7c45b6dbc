"""What a rubric says of quarters and years (季评星、年度考核)."""

from odoo import fields, models
from odoo.exceptions import UserError

from odoo.addons.gov_window_staff.models.base.gov_protected_mixin import UNLOCK

from ...rules.annual import gaps


class GovRubricVersion(models.Model):
    """Version with its stars, its grades of the year and their parameters."""

    _inherit = "gov.rubric.version"

    annual_grade_ids = fields.One2many(
        "gov.rubric.annual.grade", "version_id", string="Annual Grades", copy=True
    )
    year_part_ids = fields.One2many(
        "gov.rubric.year.part",
        "version_id",
        string="Parts of the Score of the Year",
        copy=True,
        help="Empty: the average of the months and one overall mark, by the weight of "
        "the months.",
    )
    annual_month_percent = fields.Float(
        string="Weight of the Months in %",
        digits=(5, 2),
        default=100,
        help="The rest is the overall mark of the year (年度综合评价), as 80 and 20.",
    )
    annual_leaver_months = fields.Integer(
        string="Graded Months of a Leaver",
        default=6,
        help="Who left gets no grade of the year with fewer graded months (D41).",
    )
    annual_publicity_days = fields.Integer(
        string="Working Days of Publicity of the Year",
        default=5,
        help="Between the leader's confirmation and the lock; 0 for none.",
    )
    annual_confirm_days = fields.Integer(
        string="Working Days to Confirm the Year",
        default=3,
        help="From the leader's confirmation; no answer is consent (D15). 0: nobody is "
        "asked.",
    )
    annual_bonus = fields.Float(
        string="Annual Bonus (Yuan)",
        digits=(12, 2),
        help="Once a year for the grades that are paid; 0: the text names none, HR "
        "enters the amount of the year with its basis (D16).",
    )
    star_ids = fields.One2many(
        "gov.rubric.star", "version_id", string="Stars", copy=True
    )
    star_rate = fields.Float(
        string="Star Budget (Yuan a Person and Month)", digits=(12, 2)
    )

    _annual_percent_check = models.Constraint(
        "CHECK(annual_month_percent BETWEEN 0 AND 100)",
        "The weight of the months lies between 0 and 100 %.",
    )

    def _check_editable(self):
        if self.env.context.get("gov_completes_text") is UNLOCK:
            return None
        return super()._check_editable()

    def _rule_problem(self):
        return super()._rule_problem() or self.year_part_ids._problem()

    def _check_complete(self):
        result = super()._check_complete()
        for version in self.filtered("annual_grade_ids"):
            found = gaps(version.annual_grade_ids._to_rules())
            if found:
                raise UserError(
                    self.env._(
                        "%(name)s gives no grade to a year with %(good)s good, "
                        "%(fair)s fair and %(poor)s poor months.",
                        name=version.name,
                        good=found[0].good,
                        fair=found[0].fair,
                        poor=found[0].poor,
                    )
                )
        return result
