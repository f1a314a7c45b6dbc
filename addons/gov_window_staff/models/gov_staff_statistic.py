"""Statistics of the staff by date (人员统计): one row a person and month end.

The rows are worked out from the dated profiles whenever somebody looks, so that a
correction of the past shows at once. Measured with 5,000 people and 36 months: see
readme/DEVELOP.md.
"""

from odoo import api, fields, models
from odoo.tools import SQL

from ..rules.bands import AGE_BANDS, TENURE_BANDS
from .gov_window import KINDS
from .hr_department import LEVELS
from .hr_version import POLITICAL_STATUSES, POSITIONS

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

HERE = SQL("(COALESCE(person.gov_leave_date, 'infinity') > days.day)")


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

    date = fields.Date(string="As Of", readonly=True)
    is_current = fields.Boolean(string="Current Month", readonly=True)
    county_id = fields.Many2one("hr.department", string="County", readonly=True)
    department_id = fields.Many2one("hr.department", string="Site", readonly=True)
    site_level = fields.Selection(LEVELS, readonly=True)
    unit_id = fields.Many2one("res.partner", string="Dispatching Unit", readonly=True)
    window_id = fields.Many2one("gov.window", string="Window", readonly=True)
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
    education_id = fields.Many2one("gov.education", string="Education", readonly=True)
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
    left = fields.Integer(readonly=True, help="Departures in the month.")
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
        columns = [self._keys(), self._facts(), self._measures()]
        return SQL("SELECT %s %s", SQL(", ").join(columns), self._from())

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
                "(SELECT %(day)s::date AS day, %(first)s::date AS month_first)",
                day=day,
                first=fields.Date.start_of(day, "month"),
            )
        return SQL(
            """(
            SELECT LEAST((month + INTERVAL '1 month')::date - 1, %(today)s::date) AS day,
                   month::date AS month_first
              FROM GENERATE_SERIES(%(first)s::timestamp, %(today)s::timestamp,
                                   INTERVAL '1 month') AS month)""",
            first=fields.Date.subtract(
                fields.Date.start_of(today, "month"), months=HISTORY_MONTHS
            ),
            today=today,
        )

    @api.model
    def _versions(self):
        """Versions with the day on which the next begins and the last move."""
        return SQL(
            """(
            SELECT employee_id, date_version, date_next, department_id, gov_window_id,
                   gov_dispatch_unit_id, job_id, gov_position, contract_type_id, sex,
                   gov_political_status, gov_education_id, trial_date_end,
                   MAX(CASE WHEN is_move THEN date_version END) OVER (
                       PARTITION BY employee_id ORDER BY date_version) AS move_date
              FROM (SELECT *,
                           LEAD(date_version) OVER person AS date_next,
                           LAG(id) OVER person IS NOT NULL
                           AND (LAG(department_id) OVER person, LAG(gov_window_id) OVER person,
                                LAG(gov_dispatch_unit_id) OVER person)
                               IS DISTINCT FROM
                               (department_id, gov_window_id, gov_dispatch_unit_id)
                           AS is_move
                      FROM hr_version
                     WHERE active AND employee_id IS NOT NULL
                    WINDOW person AS (PARTITION BY employee_id ORDER BY date_version)
                   ) AS dated)"""
        )

    @api.model
    def _certificates(self):
        """The best rank of a person from each day of issue until the next one."""
        return SQL(
            """(
            SELECT certificate.employee_id,
                   certificate.issue_date,
                   LEAD(certificate.issue_date) OVER person AS date_next,
                   MAX(level.rank) OVER person AS rank
              FROM gov_certificate certificate
              JOIN gov_skill_level level ON level.id = certificate.level_id
             WHERE certificate.state = 'verified'
            WINDOW person AS (PARTITION BY certificate.employee_id
                              ORDER BY certificate.issue_date))"""
        )

    def _from(self):
        return SQL(
            """
            FROM %(days)s AS days
            JOIN hr_employee person
              ON person.gov_staff_no IS NOT NULL
             AND person.gov_entry_date <= days.day
             AND COALESCE(person.gov_leave_date, 'infinity') >= days.month_first
            JOIN %(versions)s AS version
              ON version.employee_id = person.id
             AND version.date_version <= LEAST(days.day, person.gov_leave_date)
             AND COALESCE(version.date_next, 'infinity')
                 > LEAST(days.day, person.gov_leave_date)
            LEFT JOIN hr_department site ON site.id = version.department_id
            LEFT JOIN gov_window station ON station.id = version.gov_window_id
            LEFT JOIN hr_contract_type kind ON kind.id = version.contract_type_id
            LEFT JOIN %(certificates)s AS held
              ON held.employee_id = person.id
             AND held.issue_date <= days.day
             AND COALESCE(held.date_next, 'infinity') > days.day
            LEFT JOIN gov_skill_level level ON level.rank = held.rank""",
            days=self._days(),
            versions=self._versions(),
            certificates=self._certificates(),
        )

    def _keys(self):
        # not ROW_NUMBER: a condition on the month would wait for all months
        return SQL(
            """
            person.id * 2400 + (EXTRACT(YEAR FROM days.day)::int - 1950) * 12
                + EXTRACT(MONTH FROM days.day)::int AS id,
            days.day AS date,
            days.day = %(today)s::date AS is_current,
            person.id AS employee_id""",
            today=fields.Date.context_today(self),
        )

    @api.model
    def _facts(self):
        return SQL(
            """
            site.gov_county_id AS county_id,
            version.department_id,
            site.gov_level AS site_level,
            version.gov_dispatch_unit_id AS unit_id,
            version.gov_window_id AS window_id,
            station.kind AS window_kind,
            version.job_id,
            COALESCE(version.gov_position, 'window') AS position,
            version.contract_type_id,
            COALESCE(kind.gov_is_temporary, FALSE) AS is_temporary,
            version.sex,
            version.gov_political_status AS political_status,
            COALESCE(version.gov_political_status IN %(party)s, FALSE) AS is_party_member,
            version.gov_education_id AS education_id,
            %(age)s AS age_band,
            %(tenure)s AS tenure_band,
            level.id AS level_id,
            COALESCE(version.trial_date_end >= days.day, FALSE) AS is_in_probation""",
            party=PARTY_MEMBER,
            age=_band(AGE_BANDS, SQL("person.birthday")),
            tenure=_band(
                TENURE_BANDS,
                SQL("COALESCE(person.gov_posted_date, person.gov_entry_date)"),
            ),
        )

    @api.model
    def _measures(self):
        return SQL(
            """
            %(here)s::int AS headcount,
            (person.gov_entry_date >= days.month_first)::int AS joined,
            (NOT %(here)s)::int AS left,
            (%(here)s AND COALESCE(version.move_date >= days.month_first
                AND version.move_date > person.gov_entry_date, FALSE))::int AS moved,
            (%(window)s AND level.id IS NOT NULL)::int AS certified,
            CASE WHEN %(window)s
                 THEN CASE WHEN level.id IS NULL THEN 0.0 ELSE 100.0 END
             END AS certified_rate""",
            here=HERE,
            window=SQL("(%s AND COALESCE(version.gov_position, 'window') = 'window')", HERE),
        )


def _band(bands, start):
    """CASE over the full years between a date and the day, highest band first."""
    years = SQL("EXTRACT(YEAR FROM AGE(days.day, %s))", start)
    cases = [
        SQL("WHEN %s >= %s THEN %s", years, first, code)
        for code, first in reversed(bands[1:])
    ]
    return SQL(
        "CASE WHEN %s IS NULL THEN NULL %s ELSE %s END",
        start,
        SQL(" ").join(cases),
        bands[0][0],
    )
