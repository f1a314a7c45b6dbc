"""How many months a text scores at once (考核周期): month, quarter, half-year, year."""

from odoo import api, fields, models
from odoo.fields import Domain

from ...rules.months import period_end, period_label, period_start

PERIODS = [
    ("month", "Each Month"),
    ("quarter", "Each Quarter"),
    ("half", "Each Half-Year"),
    ("year", "Each Year"),
]
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


class GovRubricVersion(models.Model):
    """Text whose facts count together in the last month of their period.

    The months before it have their people, as every month, but no score: they are
    closed without a grade (`gov.appraisal.round.action_close_unscored`).
    """

    _inherit = "gov.rubric.version"

    score_period = fields.Selection(
        PERIODS,
        string="Period of the Score",
        default="month",
        required=True,
        help="The full mark is that of the whole period; facts of its months count "
        "together in its last month (英德: by quarter).",
    )

    def _score_months(self):
        """Months that this text scores at once; 1 without a text."""
        return MONTHS[self.score_period or "month"]

    def _period_start(self, day):
        """First day of the period that holds a day."""
        return period_start(day, self._score_months())

    def _period_end(self, day):
        """First day of the month in which the period of a day is scored."""
        return period_end(day, self._score_months())

    def _period_label(self, day):
        """`2026-10`, `2026-Q4`, `2026-H2` or `2026`."""
        return period_label(day, self._score_months())

    def _rule_problem(self):
        problem = super()._rule_problem()
        if problem or self._period_start(self.date_from) == self.date_from:
            return problem
        if self.score_period == "month":
            return False
        return self.env._(
            "a text that is not scored by the month starts with a period, as on %s.",
            fields.Date.to_string(self._period_start(self.date_from)),
        )

    @api.model
    def _score_months_by_day(self, keys):
        """{(county, first day of a month): months scored at once}, those of 1 left out.

        :param keys: pairs of a county (hr.department) and a first day
        """
        others = Domain("state", "=", "in_force") & Domain(
            "score_period", "!=", "month"
        )
        if not self.search_count(others, limit=1):
            return {}
        found = {}
        counties = self.env["hr.department"].union(*(county for county, _day in keys))
        for day in {day for _county, day in keys}:
            versions = self.env["gov.rubric"]._versions_for(counties, day)
            for county in counties:
                months = versions[county]._score_months()
                if months > 1:
                    found[county, day] = months
        return found
