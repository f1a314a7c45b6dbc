"""Why a line of leave, absence, meals, stars or the annual bonus is what it is."""

from odoo import fields, models

from ..slips import line_insert
from ..slips.hr_payslip_line import SOURCES

# the results behind the two rewards: what a line names is paid
SOURCES.update({"star": "gov_star_id", "annual": "gov_annual_id"})
# the insert of a chunk's lines has to know the new columns
line_insert.COMPUTED.update({"gov_star_id": "int4", "gov_annual_id": "int4"})
line_insert.HANDLED |= {"gov_star_id", "gov_annual_id"}

REASONS = [
    ("leave", "Days on Leave"),
    ("absent", "Days Absent without Leave"),
    ("meal_month", "Meals a Month"),
    ("meal_day", "Meals by Attended Day"),
    ("star", "Stars of the Quarter"),
    ("annual", "Annual Appraisal"),
]


class HrPayslipLine(models.Model):
    """Line that names the days away, or the result that is rewarded."""

    _inherit = "hr.payslip.line"

    gov_reason = fields.Selection(selection_add=REASONS)
    gov_star_id = fields.Many2one(
        "gov.star.result",
        string="Star Result",
        readonly=True,
        ondelete="restrict",
    )
    gov_annual_id = fields.Many2one(
        "gov.annual.appraisal",
        string="Annual Result",
        readonly=True,
        ondelete="restrict",
    )

    # two runs that are computed at the same time cannot both pay a result
    _gov_star_once = models.UniqueIndex(
        "(gov_star_id) WHERE gov_star_id IS NOT NULL",
        "Another pay run pays this star reward already. Compute the run again.",
    )
    _gov_annual_once = models.UniqueIndex(
        "(gov_annual_id) WHERE gov_annual_id IS NOT NULL",
        "Another pay run pays this annual bonus already. Compute the run again.",
    )

    def _explain_leave(self):
        kinds = self.env["hr.leave.type"]
        parts = []
        for part in self.gov_basis.split("; "):
            kind, days, yuan = part.split(":")
            parts.append(
                self.env._(
                    "%(kind)s %(days)s days: %(yuan)s yuan",
                    kind=kinds.browse(int(kind)).name,
                    days=days,
                    yuan=yuan,
                )
            )
        return self.env._(
            "%(leaves)s. At most the basic wage of the month. %(rules)s.",
            leaves="; ".join(parts),
            rules=self._gov_rules_of_pay().name,
        )

    def _explain_absent(self):
        rules = self._gov_rules_of_pay()
        return self.env._(
            "Absent without leave on %(days)s: %(percent)g%% of the day rate for each "
            "day. %(rules)s.",
            days=self.gov_basis,
            percent=rules.absent_percent,
            rules=rules.name,
        )

    def _explain_meal_month(self):
        return self.env._(
            "Meal allowance of the month. %s.", self._gov_rules_of_pay().name
        )

    def _explain_meal_day(self):
        return self.env._(
            "%(formula)s attended days (working days in service less leave and "
            "absence). %(rules)s.",
            formula=self.gov_basis,
            rules=self._gov_rules_of_pay().name,
        )

    def _explain_star(self):
        result = self.gov_star_id
        return self.env._(
            "%(quarter)s: %(stars)s stars, average %(average).2f.",
            quarter=result.round_id._quarter_label(),
            stars=result.stars,
            average=result.average,
        )

    def _explain_annual(self):
        result = self.gov_annual_id
        return self.env._(
            "Annual appraisal of %(year)s: %(grade)s. %(reference)s",
            year=result.year,
            grade=result.grade_id.name,
            reference=result.round_id.bonus_reference or "",
        )
