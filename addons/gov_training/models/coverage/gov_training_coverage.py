"""Who was trained in a quarter (培训覆盖率): one row a person and quarter.

Worked out whenever somebody looks, from the dated profiles and the closed sessions, so
that a correction of the past shows at once.
"""

from odoo import api, fields, models
from odoo.tools import SQL

from ...rules.coverage import Quarter
from ...tools import coverage_sql

LINKS = [
    ("county_branch", "County Trains Branches"),
    ("county_town", "County Trains Towns"),
    ("county_village", "County Trains Villages"),
    ("branch_town", "Branch Trains Towns"),
    ("branch_village", "Branch Trains Villages"),
    ("town_village", "Town Trains Villages"),
]


class GovTrainingCoverage(models.Model):
    """A person in service at the end of a quarter, or today in the running one.

    The site is that of the day. Trained is whoever came to a closed concentrated
    session that began in the quarter, wherever it was held.
    """

    _name = "gov.training.coverage"
    _description = "Training Coverage"
    _auto = False
    _order = "quarter desc, trained, department_id, id"
    _rec_name = "employee_id"
    # what the query reads: written first, so that a change of a moment ago counts
    _depends = {
        "gov.staff.statistic": ["date"],
        "hr.employee": ["gov_entry_date"],
        "hr.department": ["gov_level", "gov_county_id", "parent_path"],
        "gov.training.enrollment": [
            "employee_id",
            "session_id",
            "date_start",
            "state",
            "hours",
        ],
        "gov.training.session": [
            "state",
            "date_start",
            "kind_id",
            "form_id",
            "base_id",
            "proposed_ids",
        ],
        "gov.training.kind": ["counts_for_quarter"],
        "gov.training.form": ["is_concentrated"],
        "gov.training.base": [
            "active",
            "department_id",
            "department_level",
            "trains_level",
            "date_from",
            "date_to",
        ],
        "gov.training.duty": ["active", "code", "department_id"],
        "gov.training.duty.version": [
            "duty_id",
            "state",
            "date_from",
            "sessions",
            "target_rate",
            "grace_days",
        ],
    }

    quarter = fields.Date(readonly=True)
    quarter_name = fields.Char(
        string="Year and Quarter", compute="_compute_quarter_name"
    )
    date = fields.Date(string="As Of", readonly=True)
    is_current = fields.Boolean(string="Running Quarter", readonly=True)
    is_last = fields.Boolean(string="Quarter Before", readonly=True)
    county_id = fields.Many2one("hr.department", readonly=True)
    department_id = fields.Many2one("hr.department", string="Site", readonly=True)
    site_level = fields.Selection(
        lambda self: self._site_levels(), string="Level of the Site", readonly=True
    )
    unit_id = fields.Many2one("res.partner", string="Dispatching Unit", readonly=True)
    contract_type_id = fields.Many2one(
        "hr.contract.type", string="Staffing Type", readonly=True
    )
    level_id = fields.Many2one("gov.skill.level", string="Skill Level", readonly=True)
    employee_id = fields.Many2one("hr.employee", string="Person", readonly=True)
    staff_no = fields.Char(string="Staff No.", readonly=True)
    base_id = fields.Many2one(
        "gov.training.base", string="Training Base", readonly=True
    )
    link = fields.Selection(LINKS, string="Link of the Chain", readonly=True)

    people = fields.Integer(string="To Be Trained", readonly=True)
    trained = fields.Integer(readonly=True)
    untrained = fields.Integer(string="Not Yet Trained", readonly=True)
    planned = fields.Integer(
        string="On a List",
        readonly=True,
        help="On the list of a concentrated session of the quarter still to come.",
    )
    sessions = fields.Integer(string="Concentrated Sessions", readonly=True)
    hours = fields.Float(string="Concentrated Hours", readonly=True, digits=(8, 1))
    rate = fields.Float(
        string="Coverage (%)",
        readonly=True,
        aggregator="avg",
        digits=(5, 1),
        help="Trained people out of those in service (培训覆盖率).",
    )
    chain_trained = fields.Integer(
        string="Trained by the Base",
        readonly=True,
        help="Came to a closed session of the base of the site in the quarter.",
    )
    chain_rate = fields.Float(
        string="Coverage by the Base (%)",
        readonly=True,
        aggregator="avg",
        digits=(5, 1),
        help="People trained by the base of their site; empty where no base serves it.",
    )

    @api.depends("quarter")
    @api.depends_context("lang")
    def _compute_quarter_name(self):
        for row in self:
            row.quarter_name = row._name_of(row.quarter)

    @api.model
    def _name_of(self, first):
        """“2026年第4季度” in words of the user's language."""
        quarter = Quarter(first)
        return self.env._(
            "%(year)s, quarter %(number)s",
            year=quarter.first.year,
            number=quarter.number,
        )

    def _site_levels(self):
        sites = self.env["hr.department"]
        return sites._fields["gov_level"]._description_selection(self.env)

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT %(columns)s
              FROM (%(people)s) AS people
              JOIN hr_employee person ON person.id = people.employee_id
              LEFT JOIN LATERAL (%(duty)s) AS duty ON TRUE
              LEFT JOIN LATERAL (%(line)s) AS site ON TRUE
              LEFT JOIN LATERAL (%(served)s) AS served ON TRUE
              LEFT JOIN LATERAL (%(attended)s) AS attended ON TRUE
              LEFT JOIN LATERAL (%(proposed)s) AS proposed ON TRUE
             WHERE attended.sessions > 0
                OR person.gov_entry_date < (people.quarter + INTERVAL '3 months')
                   - (COALESCE(duty.grace_days, 0) * INTERVAL '1 day')""",
            columns=self._columns(),
            people=coverage_sql.people(self.env["gov.staff.statistic"]),
            duty=coverage_sql.duty(),
            line=coverage_sql.line_above(),
            served=coverage_sql.served(),
            attended=coverage_sql.attended(),
            proposed=coverage_sql.proposed(),
        )

    def _columns(self):
        return SQL(
            """
            people.*, person.gov_staff_no AS staff_no,
            people.quarter = DATE_TRUNC('quarter', %(today)s::date)
                - INTERVAL '3 months' AS is_last,
            served.base_id, served.link,
            duty.sessions AS duty_sessions, duty.target_rate AS duty_target,
            1 AS people,
            (attended.sessions > 0)::int AS trained,
            (attended.sessions = 0)::int AS untrained,
            (attended.sessions = 0
                AND (attended.planned OR proposed.planned IS TRUE))::int AS planned,
            attended.sessions, COALESCE(attended.hours, 0) AS hours,
            CASE WHEN attended.sessions > 0 THEN 100.0 ELSE 0.0 END AS rate,
            attended.by_base::int AS chain_trained,
            CASE WHEN served.base_id IS NOT NULL
                 THEN CASE WHEN attended.by_base THEN 100.0 ELSE 0.0 END
             END AS chain_rate""",
            today=fields.Date.context_today(self),
        )

    def action_make_up(self):
        """A draft session with those of these people who were not trained yet.

        Without a selection, with everybody of the list as it is filtered.
        """
        # worked out anew: a list of a moment ago may have changed it
        self.invalidate_model()
        listed = self.env.context.get("active_domain") or [("is_current", "=", True)]
        rows = self or self.search([*listed, ("untrained", "=", 1)])
        return self.env["gov.training.session"]._make_up(rows)
