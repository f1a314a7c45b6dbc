"""Figures of the months by site (月度数据): results, records, reviews, patrols.

One row a fact, so that every group adds up by itself: a person's result, a confirmed
record, a citizen's review, a patrol.
"""

from odoo import fields, models
from odoo.tools import SQL

# months whose results may be looked at; before that there is nothing to compare
SHOWN = ("graded", "published", "confirmed", "locked")
COUNTS = (
    "people",
    "good",
    "fair",
    "poor",
    "suspended",
    "lost",
    "bonus",
    "reward",
    "deductions",
    "awards",
    "reviews",
    "bad_reviews",
    "patrols",
)
# source: (query, {count: expression}); each query reads s.month and s.department_id
RESULTS = (
    """SELECT a.id, a.date_from AS month, a.department_id, a.grade, a.lost, a.bonus,
              a.reward_amount, CASE WHEN a.is_suspended THEN NULL ELSE a.total END total
         FROM gov_appraisal a JOIN gov_appraisal_round r ON r.id = a.round_id
        WHERE r.state IN ('graded', 'published', 'confirmed', 'locked')""",
    {
        "people": "1",
        "good": "(s.grade = 'good')::int",
        "fair": "(s.grade = 'fair')::int",
        "poor": "(s.grade = 'poor')::int",
        "suspended": "(s.grade = 'suspended')::int",
        "lost": "s.lost",
        "bonus": "s.bonus",
        "reward": "s.reward_amount",
    },
)
RECORDS = (
    """SELECT e.id, COALESCE(e.count_month, date_trunc('month', e.date))::date AS month,
              e.department_id, e.is_bonus, NULL::float AS total
         FROM gov_assessment_event e WHERE e.state = 'confirmed'""",
    {
        "deductions": "(NOT COALESCE(s.is_bonus, FALSE))::int",
        "awards": "COALESCE(s.is_bonus, FALSE)::int",
    },
)
REVIEWS = (
    """SELECT v.id, date_trunc('month', v.date)::date AS month, v.department_id,
              v.is_bad AND NOT COALESCE(v.is_default, FALSE)
              AND COALESCE(v.verdict, '') NOT IN ('mistaken', 'malicious') AS is_bad,
              NULL::float AS total
         FROM gov_service_review v""",
    {"reviews": "1", "bad_reviews": "COALESCE(s.is_bad, FALSE)::int"},
)
PATROLS = (
    """SELECT p.id, date_trunc('month', p.date)::date AS month, p.department_id,
              NULL::float AS total
         FROM gov_patrol p WHERE p.state IN ('ongoing', 'done')""",
    {"patrols": "1"},
)
SOURCES = (RESULTS, RECORDS, REVIEWS, PATROLS)


class GovMonthStatistic(models.Model):
    """Read-only; the shares of grades are quotients of sums."""

    _name = "gov.month.statistic"
    _description = "Figures of the Months"
    _auto = False
    _order = "month desc, id desc"
    _rec_name = "month"
    _depends = {
        "gov.appraisal": [
            "date_from",
            "department_id",
            "grade",
            "total",
            "lost",
            "bonus",
            "reward_amount",
            "is_suspended",
        ],
        "gov.appraisal.round": ["state", "date_from", "county_id"],
        "gov.assessment.event": ["count_month", "department_id", "state", "is_bonus"],
        "gov.service.review": [
            "date",
            "department_id",
            "is_bad",
            "is_default",
            "verdict",
        ],
        "gov.patrol": ["date", "department_id", "state"],
        "hr.department": ["gov_county_id", "gov_level"],
    }

    month = fields.Date(readonly=True)
    is_latest = fields.Boolean(string="Latest Graded Month", readonly=True)
    is_previous = fields.Boolean(string="Month before the Latest", readonly=True)
    department_id = fields.Many2one("hr.department", string="Site", readonly=True)
    county_id = fields.Many2one("hr.department", readonly=True)
    site_level = fields.Selection(
        lambda self: (
            self.env["hr.department"]
            ._fields["gov_level"]
            ._description_selection(self.env)
        ),
        string="Level of the Site",
        readonly=True,
    )
    people = fields.Integer(string="People Graded", readonly=True)
    good = fields.Integer(string="Graded Good", readonly=True)
    fair = fields.Integer(string="Graded Fair", readonly=True)
    poor = fields.Integer(string="Graded Poor", readonly=True)
    suspended = fields.Integer(string="People Suspended", readonly=True)
    total = fields.Float(
        string="Average Score", digits=(16, 2), readonly=True, aggregator="avg"
    )
    good_share = fields.Float(
        string="Share of Good (%)",
        readonly=True,
        aggregator="avg",
        help="People graded good of all people graded; empty where nobody was.",
    )
    lost = fields.Float(string="Points Deducted", digits=(16, 2), readonly=True)
    bonus = fields.Float(string="Points Added", digits=(16, 2), readonly=True)
    reward = fields.Float(string="Rewards (Yuan)", digits=(14, 2), readonly=True)
    deductions = fields.Integer(string="Deduction Records", readonly=True)
    awards = fields.Integer(string="Bonus Records", readonly=True)
    reviews = fields.Integer(string="Reviews Received", readonly=True)
    bad_reviews = fields.Integer(
        string="Bad Reviews Standing",
        readonly=True,
        help="Without default ones and those found mistaken or malicious.",
    )
    patrols = fields.Integer(string="Patrols Made", readonly=True)

    @property
    def _table_query(self):
        rows = [
            SQL(
                "SELECT s.id * %s + %s AS id, s.month, s.department_id, s.total, %s "
                "FROM (%s) AS s",
                len(SOURCES),
                place,
                self._count_columns(counts),
                SQL(query),
            )
            for place, (query, counts) in enumerate(SOURCES)
        ]
        return SQL(
            """WITH latest AS (
                 SELECT county_id, MAX(date_from) AS month FROM gov_appraisal_round
                  WHERE state IN %s GROUP BY county_id)
               SELECT u.*, d.gov_county_id AS county_id, d.gov_level AS site_level,
                      NULL::float AS good_share,
                      COALESCE(u.month = l.month, FALSE) AS is_latest,
                      COALESCE(u.month = l.month - interval '1 month', FALSE)
                      AS is_previous
                 FROM (%s) AS u
                 JOIN hr_department d ON d.id = u.department_id
                 LEFT JOIN latest l ON l.county_id = d.gov_county_id""",
            SHOWN,
            SQL(" UNION ALL ").join(rows),
        )

    def _count_columns(self, counts):
        """Each count, zero where the source has none."""
        return SQL(", ").join(
            SQL("(%s)::numeric AS %s", SQL(counts.get(name, "0")), SQL.identifier(name))
            for name in COUNTS
        )

    def _read_group_select(self, aggregate_spec, query):
        """The share of good is a quotient of sums, whatever the group."""
        if aggregate_spec != "good_share:avg":
            return super()._read_group_select(aggregate_spec, query)
        return SQL(
            "100.0 * SUM(%s) / NULLIF(SUM(%s), 0)",
            self._field_to_sql(self._table, "good", query),
            self._field_to_sql(self._table, "people", query),
        )
