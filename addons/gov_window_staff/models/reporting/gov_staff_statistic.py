"""Statistics of the staff by date (人员统计): one row a person and month end.

The rows are worked out from the dated profiles whenever somebody looks, so that a
correction of the past shows at once. Measured with 5,000 people and 36 months: see
readme/DEVELOP.md.
"""

from odoo import api, fields, models
from odoo.tools import SQL

from ...rules.bands import AGE_BANDS, TENURE_BANDS
from ...tools.staff_spans import band_case, spans
from ..organisation.gov_window import KINDS
from ..organisation.hr_department import LEVELS
from ..people.hr_version import POLITICAL_STATUSES, POSITIONS

OFFICER = "gov_window_staff.group_hr_officer"
HISTORY_MONTHS = 120  # how far back a month can be looked at
PARTY_MEMBER = ("01", "02")  # 中共党员, 中共预备党员
AGES = [("1", "Up to 30"), ("2", "31 to 40"), ("3", "41 to 50"), ("4", "Over 50")]
TENURES = [
    ("1", "Under 1 Year"),
    ("2", "1 to 2 Years"),
    ("3", "2 to 5 Years"),
    ("4", "5 to 10 Years"),
    ("5", "10 Years or More"),
]
SEXES = [("male", "Male"), ("female", "Female"), ("other", "Other")]

HERE = SQL("(spans.leave_date > days.day)")


class GovStaffStatistic(models.Model):
    """A person as of a month end, or as of today in the current month.

    Somebody who leaves is counted in `left` of the month of the leave date, with the
    facts of that day, and no longer in `headcount` from that day on.
    """

    _name = "gov.staff.statistic"
    _description = "Staff Statistics"
    _auto = False
    _order = "date desc, department_id, id"
    _rec_name = "date"
    # what the query reads: written first, so that a change of a moment ago counts
    _depends = {
        "hr.employee": [
            "gov_staff_no",
            "gov_entry_date",
            "gov_leave_date",
            "gov_posted_date",
            "birthday",
        ],
        "hr.version": [
            "active",
            "employee_id",
            "date_version",
            "department_id",
            "gov_window_id",
            "gov_dispatch_unit_id",
            "job_id",
            "gov_position",
            "contract_type_id",
            "sex",
            "gov_political_status",
            "gov_education_id",
            "trial_date_end",
        ],
        "gov.certificate": ["employee_id", "level_id", "issue_date", "state"],
        "hr.department": ["gov_county_id", "gov_level"],
        "gov.window": ["kind"],
        "hr.contract.type": ["gov_is_temporary"],
        "gov.skill.level": ["rank"],
    }

    date = fields.Date(string="As Of", readonly=True)
    is_current = fields.Boolean(string="Current Month", readonly=True)
    county_id = fields.Many2one("hr.department", readonly=True)
    department_id = fields.Many2one("hr.department", string="Site", readonly=True)
    site_level = fields.Selection(LEVELS, readonly=True)
    unit_id = fields.Many2one("res.partner", string="Dispatching Unit", readonly=True)
    window_id = fields.Many2one("gov.window", readonly=True)
    window_kind = fields.Selection(KINDS, string="Kind of Window", readonly=True)
    job_id = fields.Many2one("hr.job", string="Post", readonly=True)
    position = fields.Selection(POSITIONS, readonly=True)
    contract_type_id = fields.Many2one(
        "hr.contract.type", string="Staffing Type", readonly=True
    )
    is_temporary = fields.Boolean(string="Temporary Staff", readonly=True)
    sex = fields.Selection(SEXES, readonly=True)
    political_status = fields.Selection(POLITICAL_STATUSES, readonly=True)
    is_party_member = fields.Boolean(string="CPC Member", readonly=True)
    education_id = fields.Many2one("gov.education", readonly=True)
    age_band = fields.Selection(AGES, string="Age", readonly=True)
    tenure_band = fields.Selection(TENURES, string="Years at the Window", readonly=True)
    level_id = fields.Many2one("gov.skill.level", string="Skill Level", readonly=True)
    is_in_probation = fields.Boolean(string="In Probation", readonly=True)
    employee_id = fields.Many2one(
        "hr.employee", string="Person", readonly=True, groups=OFFICER
    )

    headcount = fields.Integer(
        readonly=True, help="People in service at the end of the month."
    )
    joined = fields.Integer(readonly=True, help="Entries in the month.")
    left = fields.Integer(
        string="Departures", readonly=True, help="Departures in the month."
    )
    moved = fields.Integer(
        readonly=True, help="People whose site, window or unit changed in the month."
    )
    certified = fields.Integer(
        readonly=True, help="Window staff with a verified certificate."
    )
    certified_rate = fields.Float(
        string="Certificate Rate (%)",
        readonly=True,
        aggregator="avg",
        digits=(5, 1),
        help="Holders of a verified certificate among the window staff (持证率).",
    )

    @property
    def _table_query(self):
        # The spans are fixed before any filter is applied: joined to derived tables
        # directly, the planner took a minute for a filter that it thought to leave
        # nobody.
        columns = [self._keys(), self._facts(), self._measures()]
        return SQL(
            """WITH days AS MATERIALIZED (%s), spans AS MATERIALIZED (
                   SELECT * FROM (%s) AS possible WHERE day_from < day_to)
               SELECT %s %s""",
            self._days(),
            spans(),
            SQL(", ").join(columns),
            self._from(),
        )

    # -- parts of the query ----------------------------------------------------

    def _days(self):
        """Relation of (day, month_first): month ends until today, or one given day.

        A caller that asks for any other day gives it as `gov_statistic_day`.
        """
        today = fields.Date.context_today(self)
        chosen = self.env.context.get("gov_statistic_day")
        if chosen:
            day = fields.Date.to_date(chosen)
            return SQL(
                "SELECT %(day)s::date AS day, %(first)s::date AS month_first",
                day=day,
                first=fields.Date.start_of(day, "month"),
            )
        return SQL(
            """
            SELECT LEAST((%(this)s::date - (back - 1) * INTERVAL '1 month')::date - 1,
                         %(today)s::date) AS day,
                   (%(this)s::date - back * INTERVAL '1 month')::date AS month_first
              FROM GENERATE_SERIES(0, %(months)s) AS back""",
            this=fields.Date.start_of(today, "month"),
            today=today,
            months=HISTORY_MONTHS,
        )

    @api.model
    def _from(self):
        return SQL(
            """
            FROM days
            JOIN spans
              ON spans.day_from <= days.day
             AND spans.day_to > days.day
             AND spans.leave_date >= days.month_first
            LEFT JOIN hr_department site ON site.id = spans.department_id
            LEFT JOIN gov_window station ON station.id = spans.gov_window_id
            LEFT JOIN hr_contract_type kind ON kind.id = spans.contract_type_id
            LEFT JOIN gov_skill_level level ON level.rank = spans.rank"""
        )

    def _keys(self):
        # not ROW_NUMBER: a condition on the month would wait for all months
        return SQL(
            """
            spans.employee_id * 2400 + (EXTRACT(YEAR FROM days.day)::int - 1950) * 12
                + EXTRACT(MONTH FROM days.day)::int AS id,
            days.day AS date,
            days.day = %(today)s::date AS is_current,
            spans.employee_id""",
            today=fields.Date.context_today(self),
        )

    @api.model
    def _facts(self):
        return SQL(
            """
            site.gov_county_id AS county_id,
            spans.department_id,
            site.gov_level AS site_level,
            spans.gov_dispatch_unit_id AS unit_id,
            spans.gov_window_id AS window_id,
            station.kind AS window_kind,
            spans.job_id,
            COALESCE(spans.gov_position, 'window') AS position,
            spans.contract_type_id,
            COALESCE(kind.gov_is_temporary, FALSE) AS is_temporary,
            spans.sex,
            spans.gov_political_status AS political_status,
            COALESCE(spans.gov_political_status IN %(party)s, FALSE) AS is_party_member,
            spans.gov_education_id AS education_id,
            %(age)s AS age_band,
            %(tenure)s AS tenure_band,
            level.id AS level_id,
            COALESCE(spans.trial_date_end >= days.day, FALSE) AS is_in_probation""",
            party=PARTY_MEMBER,
            age=band_case(AGE_BANDS, SQL("spans.birthday")),
            tenure=band_case(TENURE_BANDS, SQL("spans.posted")),
        )

    @api.model
    def _measures(self):
        return SQL(
            """
            %(here)s::int AS headcount,
            (spans.gov_entry_date >= days.month_first)::int AS joined,
            (NOT %(here)s)::int AS left,
            (%(here)s AND COALESCE(spans.move_date >= days.month_first
                AND spans.move_date > spans.gov_entry_date, FALSE))::int AS moved,
            (%(window)s AND level.id IS NOT NULL)::int AS certified,
            CASE WHEN %(window)s
                 THEN CASE WHEN level.id IS NULL THEN 0.0 ELSE 100.0 END
             END AS certified_rate""",
            here=HERE,
            window=SQL(
                "(%s AND COALESCE(spans.gov_position, 'window') = 'window')", HERE
            ),
        )
