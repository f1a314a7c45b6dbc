"""Ranking of sites by month, quarter and year (月通报、季考核、年度排名, A85).

A site is as good as its people: the average of their totals decides, then the share of
good months. Suspended months count in no average. Months that nobody may see yet are
left out.
"""

from odoo import fields, models
from odoo.tools import SQL

SHOWN_STATES = ("published", "confirmed", "locked")
PERIODS = [("month", "Month"), ("quarter", "Quarter"), ("year", "Year")]


class GovSiteRanking(models.Model):
    """One site in one period; worked out whenever somebody looks."""

    _name = "gov.site.ranking"
    _description = "Ranking of Sites"
    _auto = False
    _order = "date_from desc, period, county_id, rank, department_id"
    _rec_name = "department_id"
    _depends = {
        "gov.appraisal": [
            "round_id",
            "date_from",
            "department_id",
            "employee_id",
            "is_suspended",
            "total",
            "lost",
            "grade",
        ],
        "gov.appraisal.round": ["state", "county_id"],
    }

    period = fields.Selection(PERIODS, readonly=True)
    date_from = fields.Date(string="Period From", readonly=True)
    county_id = fields.Many2one("hr.department", readonly=True)
    department_id = fields.Many2one("hr.department", string="Site", readonly=True)
    month_count = fields.Integer(string="Months", readonly=True, aggregator="max")
    people_count = fields.Integer(string="People", readonly=True)
    sheet_count = fields.Integer(string="Months of People", readonly=True)
    average = fields.Float(
        string="Average Total", digits=(16, 2), readonly=True, aggregator="avg"
    )
    lost_average = fields.Float(
        string="Points Lost on Average", digits=(16, 2), readonly=True, aggregator="avg"
    )
    good_count = fields.Integer(string="Good", readonly=True)
    fair_count = fields.Integer(string="Fair", readonly=True)
    poor_count = fields.Integer(string="Poor", readonly=True)
    suspended_count = fields.Integer(string="Suspended", readonly=True)
    good_rate = fields.Float(
        string="Good (%)", digits=(5, 1), readonly=True, aggregator="avg"
    )
    rank = fields.Integer(
        readonly=True,
        aggregator=None,
        help="Among the sites of the county; empty while everybody is suspended.",
    )

    @property
    def _table_query(self):
        return SQL(
            """WITH sheets AS (%s), sums AS (%s)
               SELECT row_number() OVER (
                          ORDER BY date_from, period, department_id, county_id
                      ) AS id,
                      sums.*,
                      CASE WHEN average IS NOT NULL THEN rank() OVER (
                          PARTITION BY period, date_from, county_id
                          ORDER BY average DESC NULLS LAST, good_rate DESC
                      ) END AS rank
                 FROM sums""",
            self._sheets(),
            self._sums(),
        )

    def _sheets(self):
        """Each sheet that is shown, once in its month, quarter and year."""
        return SQL(
            """SELECT period.name AS period,
                      date_trunc(period.name, a.date_from)::date AS date_from,
                      r.county_id, a.department_id, a.employee_id, a.round_id,
                      a.is_suspended, a.total::numeric AS total,
                      a.lost::numeric AS lost, a.grade
                 FROM gov_appraisal a
                 JOIN gov_appraisal_round r
                   ON r.id = a.round_id AND r.state IN %s
                CROSS JOIN (VALUES ('month'), ('quarter'), ('year')) AS period(name)
                WHERE a.department_id IS NOT NULL
                  -- a month that is scored with a later one has no result
                  AND (a.grade IS NOT NULL OR a.is_suspended)""",
            SHOWN_STATES,
        )

    def _sums(self):
        """A row a site and period."""
        return SQL(
            """SELECT period, date_from, county_id, department_id,
                      count(DISTINCT round_id) AS month_count,
                      count(DISTINCT employee_id) AS people_count,
                      count(*) AS sheet_count,
                      round(avg(total) FILTER (WHERE NOT is_suspended), 2) AS average,
                      round(avg(lost) FILTER (WHERE NOT is_suspended), 2)
                          AS lost_average,
                      count(*) FILTER (WHERE grade = 'good') AS good_count,
                      count(*) FILTER (WHERE grade = 'fair') AS fair_count,
                      count(*) FILTER (WHERE grade = 'poor') AS poor_count,
                      count(*) FILTER (WHERE is_suspended) AS suspended_count,
                      round(100.0 * count(*) FILTER (WHERE grade = 'good')
                            / count(*), 1) AS good_rate
                 FROM sheets
                GROUP BY period, date_from, county_id, department_id"""
        )
