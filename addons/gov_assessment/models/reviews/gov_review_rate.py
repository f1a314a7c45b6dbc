"""Rates of citizen reviews by site, window, person and period (好差评指标, A83).

One row a review and one a monthly volume: a rate is the quotient of two sums, so it is
right for every group, and empty (shown as “—”) where nothing was due.
"""

from odoo import api, fields, models
from odoo.tools import SQL

from ...rules.reviews import rate
from ..rubrics.gov_rubric_version import RATINGS
from .gov_service_review import CHANNELS

# rate: (part, whole), both columns of the view
RATES = {
    "active_rate": ("given", "cases"),
    "good_rate": ("good", "counted"),
    "bad_rate": ("bad", "counted"),
    "verified_rate": ("verified", "to_verify"),
    "rectified_rate": ("rectified", "to_rectify"),
    "in_time_rate": ("rectified_in_time", "to_rectify"),
    "settled_rate": ("settled", "to_settle"),
    "fed_back_rate": ("fed_back", "to_feed_back"),
    "visited_rate": ("visited", "to_visit"),
}
# 三个100%: 联动反馈, 差评核实整改, 整改回访
THREE = ("fed_back_rate", "settled_rate", "visited_rate")

BAD = "r.is_bad AND NOT COALESCE(r.is_default, FALSE)"
WRONG = "r.verdict IN ('mistaken', 'malicious')"
TRUE = "r.is_bad AND NOT COALESCE(r.is_default, FALSE) AND r.verdict = 'true'"


def _due(step, due):
    """Counted when the step was taken, or its time is over: `rules.reviews.was_due`."""
    return f"({step} IS NOT NULL OR {due} IS NULL OR {due} < %(today)s)"


# what each column of a review row counts
COUNTED = {
    "reviews": "TRUE",
    "counted": f"({WRONG}) IS NOT TRUE",
    "given": "NOT COALESCE(r.is_default, FALSE)",
    "good": "NOT r.is_bad",
    "bad": f"r.is_bad AND ({WRONG}) IS NOT TRUE",
    "to_verify": f"{BAD} AND {_due('r.verdict', 'r.verify_due')}",
    "verified": f"{BAD} AND r.verdict IS NOT NULL",
    "to_rectify": f"{TRUE} AND {_due('r.rectified_on', 'r.rectify_due')}",
    "rectified": f"{TRUE} AND r.rectified_on IS NOT NULL",
    "rectified_in_time": f"{TRUE} AND r.rectified_on IS NOT NULL"
    " AND (r.rectify_due IS NULL OR r.rectified_on <= r.rectify_due)",
    "to_settle": f"{BAD} AND {_due('r.verdict', 'r.verify_due')} AND"
    f" (r.verdict IS DISTINCT FROM 'true' OR {_due('r.rectified_on', 'r.rectify_due')})",
    "settled": f"{BAD} AND r.verdict IS NOT NULL"
    " AND (r.verdict != 'true' OR r.rectified_on IS NOT NULL)",
    "to_feed_back": f"{TRUE} AND r.rectified_on IS NOT NULL"
    f" AND {_due('r.fed_back_on', 'r.feedback_due')}",
    "fed_back": f"{TRUE} AND r.fed_back_on IS NOT NULL",
    "to_visit": f"{TRUE} AND r.fed_back_on IS NOT NULL"
    f" AND {_due('r.visited_on', 'r.visit_due')}",
    "visited": f"{TRUE} AND r.visited_on IS NOT NULL",
}


class GovReviewRate(models.Model):
    """Read-only; the sums behind each rate can be looked at as well."""

    _name = "gov.review.rate"
    _description = "Review Rates"
    _auto = False
    _order = "date desc, id desc"
    _rec_name = "date"
    _depends = {
        "gov.service.review": [
            "employee_id",
            "department_id",
            "county_id",
            "window_id",
            "date",
            "channel",
            "rating",
            "is_bad",
            "is_default",
            "verdict",
            "verified_on",
            "verify_due",
            "rectified_on",
            "rectify_due",
            "fed_back_on",
            "feedback_due",
            "visited_on",
            "visit_due",
        ],
        "gov.service.volume": ["employee_id", "department_id", "date", "cases"],
        "hr.department": ["gov_county_id"],
    }

    date = fields.Date(readonly=True)
    employee_id = fields.Many2one("hr.employee", string="Person", readonly=True)
    department_id = fields.Many2one("hr.department", string="Site", readonly=True)
    county_id = fields.Many2one("hr.department", readonly=True)
    window_id = fields.Many2one("gov.window", readonly=True)
    channel = fields.Selection(CHANNELS, readonly=True)
    rating = fields.Selection(RATINGS, readonly=True)

    cases = fields.Integer(
        string="Cases Concluded",
        readonly=True,
        help="Service volume of the month; where none was entered, the reviews.",
    )
    reviews = fields.Integer(readonly=True)
    counted = fields.Integer(
        string="Reviews Counted",
        readonly=True,
        help="Without those found mistaken or malicious.",
    )
    given = fields.Integer(
        string="Reviews Given", readonly=True, help="Without the default reviews."
    )
    good = fields.Integer(string="Good Reviews", readonly=True)
    bad = fields.Integer(string="Bad Reviews", readonly=True)
    to_verify = fields.Integer(string="Verification Due", readonly=True)
    verified = fields.Integer(readonly=True)
    to_rectify = fields.Integer(string="Putting Right Due", readonly=True)
    rectified = fields.Integer(string="Has Been Put Right", readonly=True)
    rectified_in_time = fields.Integer(string="Put Right in Time", readonly=True)
    to_settle = fields.Integer(string="Handling Due", readonly=True)
    settled = fields.Integer(string="Verified and Put Right", readonly=True)
    to_feed_back = fields.Integer(string="Telling the Citizen Due", readonly=True)
    fed_back = fields.Integer(string="Citizens Told", readonly=True)
    to_visit = fields.Integer(string="Call Back Due", readonly=True)
    visited = fields.Integer(string="Called Back", readonly=True)

    active_rate = fields.Float(
        string="Active Review Rate",
        readonly=True,
        aggregator="avg",
        help="主动评价率: reviews given out of the cases.",
    )
    good_rate = fields.Float(
        string="Good Review Rate",
        readonly=True,
        aggregator="avg",
        help="好评率: very satisfied, satisfied and basically satisfied.",
    )
    bad_rate = fields.Float(string="Bad Review Rate", readonly=True, aggregator="avg")
    verified_rate = fields.Float(
        string="Verification Rate", readonly=True, aggregator="avg"
    )
    rectified_rate = fields.Float(
        string="Put Right Rate", readonly=True, aggregator="avg"
    )
    in_time_rate = fields.Float(
        string="Put Right in Time Rate", readonly=True, aggregator="avg"
    )
    fed_back_rate = fields.Float(
        string="Feedback Rate", readonly=True, aggregator="avg", help="联动反馈"
    )
    settled_rate = fields.Float(
        string="Verified and Put Right Rate",
        readonly=True,
        aggregator="avg",
        help="差评核实整改: verified, and put right where found true.",
    )
    visited_rate = fields.Float(
        string="Call Back Rate", readonly=True, aggregator="avg", help="整改回访"
    )

    @property
    def _table_query(self):
        return SQL("%s UNION ALL %s", self._review_rows(), self._volume_rows())

    def _review_rows(self):
        today = self.env["gov.service.review"]._today()
        counts = [
            SQL(
                "CASE WHEN %s THEN 1 ELSE 0 END AS %s",
                SQL(test, today=today),
                SQL.identifier(name),
            )
            for name, test in COUNTED.items()
        ]
        return SQL(
            """
            SELECT r.id * 2 AS id, r.date, r.employee_id, r.department_id, r.county_id,
                   r.window_id, r.channel, r.rating,
                   CASE WHEN v.id IS NULL THEN 1 ELSE 0 END AS cases, %s, %s
              FROM gov_service_review r
              LEFT JOIN gov_service_volume v ON v.employee_id = r.employee_id
                    AND v.date = date_trunc('month', r.date)::date
            """,
            SQL(", ").join(counts),
            self._empty(RATES),
        )

    def _volume_rows(self):
        zeros = [SQL("0 AS %s", SQL.identifier(name)) for name in COUNTED]
        return SQL(
            """
            SELECT v.id * 2 + 1 AS id, v.date, v.employee_id, v.department_id,
                   d.gov_county_id AS county_id, NULL::int AS window_id,
                   NULL AS channel, NULL AS rating, v.cases, %s, %s
              FROM gov_service_volume v
              LEFT JOIN hr_department d ON d.id = v.department_id
            """,
            SQL(", ").join(zeros),
            self._empty(RATES),
        )

    def _empty(self, names):
        # a rate belongs to a group of rows, see _read_group_select
        return SQL(", ").join(
            SQL("NULL::float AS %s", SQL.identifier(name)) for name in names
        )

    def _read_group_select(self, aggregate_spec, query):
        """The average of a rate is the quotient of the sums below it."""
        name, _colon, how = aggregate_spec.partition(":")
        if name not in RATES or how != "avg":
            return super()._read_group_select(aggregate_spec, query)
        part, whole = RATES[name]
        return SQL(
            "100.0 * SUM(%s) / NULLIF(SUM(%s), 0)",
            self._field_to_sql(self._table, part, query),
            self._field_to_sql(self._table, whole, query),
        )

    @api.model
    def _rates(self, domain, groupby=()):
        """Rates of groups: [(*groups, {rate: Decimal, or None: nothing was due})].

        :param domain: on the fields of this view, such as `date` and `department_id`
        :param groupby: as for `_read_group`; without it there is one group
        """
        columns = sorted({name for pair in RATES.values() for name in pair})
        sums = [f"{name}:sum" for name in columns]
        found = []
        for row in self._read_group(domain, list(groupby), sums):
            groups, counts = row[: len(groupby)], row[len(groupby) :]
            of = dict(zip(columns, (int(c or 0) for c in counts), strict=True))
            rates = {r: rate(of[part], of[whole]) for r, (part, whole) in RATES.items()}
            found.append((*groups, rates))
        return found
