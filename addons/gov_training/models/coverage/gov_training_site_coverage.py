"""Where each site stands in a quarter (季度培训情况): one row a site and quarter."""

from odoo import api, fields, models
from odoo.tools import SQL

from ...rules.coverage import MET, MISSING, PARTLY
from ...tools import coverage_sql
from .gov_training_coverage import LINKS

STANDINGS = [
    (MISSING, "No Concentrated Session"),
    (PARTLY, "People Missing"),
    (MET, "Covered"),
]


class GovTrainingSiteCoverage(models.Model):
    """A site with people in service: sessions held, people trained, what is missing.

    A session counts for each site whose people came to it. Sites without people have
    nobody to train and do not appear.
    """

    _name = "gov.training.site.coverage"
    _description = "Training Coverage of a Site"
    _auto = False
    _order = "quarter desc, session_count, rate, department_id"
    _rec_name = "department_id"
    _depends = {
        "gov.training.coverage": ["quarter"],
        "gov.training.enrollment": ["department_id"],
        "gov.training.session": ["department_id"],
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
        lambda self: self.env["gov.training.coverage"]._site_levels(),
        string="Level of the Site",
        readonly=True,
    )
    base_id = fields.Many2one(
        "gov.training.base", string="Training Base", readonly=True
    )
    link = fields.Selection(LINKS, string="Link of the Chain", readonly=True)
    session_count = fields.Integer(
        string="Sessions Held",
        readonly=True,
        aggregator=None,
        help="Closed concentrated sessions of the quarter to which people of the site "
        "came.",
    )
    required_count = fields.Integer(
        string="Sessions Required", readonly=True, aggregator=None
    )
    planned_count = fields.Integer(
        string="Still to Come",
        readonly=True,
        aggregator=None,
        help="Concentrated sessions of the quarter for the site, or for a site above "
        "it, that are planned or not closed yet.",
    )
    people = fields.Integer(string="To Be Trained", readonly=True)
    trained = fields.Integer(readonly=True)
    untrained = fields.Integer(string="Not Yet Trained", readonly=True)
    planned = fields.Integer(string="On a List", readonly=True)
    rate = fields.Float(
        string="Coverage (%)", readonly=True, aggregator=None, digits=(5, 1)
    )
    chain_trained = fields.Integer(string="Trained by the Base", readonly=True)
    chain_rate = fields.Float(
        string="Coverage by the Base (%)", readonly=True, aggregator=None, digits=(5, 1)
    )
    site_count = fields.Integer(string="Number of Sites", readonly=True)
    missing_count = fields.Integer(string="Sites Without Session", readonly=True)
    standing = fields.Selection(STANDINGS, readonly=True)

    @api.depends("quarter")
    @api.depends_context("lang")
    def _compute_quarter_name(self):
        people = self.env["gov.training.coverage"]
        for row in self:
            row.quarter_name = people._name_of(row.quarter)

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT sites.*, held.number AS session_count,
                   coming.number AS planned_count, 1 AS site_count,
                   (held.number < sites.required_count)::int AS missing_count,
                   CASE WHEN held.number < sites.required_count THEN %(missing)s
                        WHEN 100.0 * sites.trained < sites.target * sites.people
                        THEN %(partly)s ELSE %(met)s END AS standing
              FROM (%(sites)s) AS sites
              LEFT JOIN LATERAL (%(held)s) AS held ON TRUE
              LEFT JOIN LATERAL (%(coming)s) AS coming ON TRUE""",
            sites=self._sites(),
            held=coverage_sql.held(),
            coming=coverage_sql.coming(),
            missing=MISSING,
            partly=PARTLY,
            met=MET,
        )

    def _sites(self):
        """Sums over the people; a site belongs to one county, level and base a day."""
        return SQL(
            """
            SELECT one.department_id * 1000
                       + (EXTRACT(YEAR FROM one.quarter)::int - 1950) * 4
                       + EXTRACT(QUARTER FROM one.quarter)::int AS id,
                   one.quarter, one.date, one.is_current, one.is_last, one.county_id,
                   one.department_id, one.site_level, one.base_id, one.link,
                   COALESCE(one.duty_sessions, 0) AS required_count,
                   COALESCE(one.duty_target, 0) AS target,
                   SUM(one.people) AS people, SUM(one.trained) AS trained,
                   SUM(one.untrained) AS untrained, SUM(one.planned) AS planned,
                   100.0 * SUM(one.trained) / SUM(one.people) AS rate,
                   SUM(one.chain_trained) AS chain_trained,
                   CASE WHEN one.base_id IS NOT NULL
                        THEN 100.0 * SUM(one.chain_trained) / SUM(one.people)
                    END AS chain_rate
              FROM (%s) AS one
             WHERE one.department_id IS NOT NULL
             GROUP BY 2, 3, 4, 5, 6, 7, 8, 9, 10, one.duty_sessions,
                      one.duty_target""",
            self.env["gov.training.coverage"]._table_query,
        )

    # === ACTIONS === #

    def _people_rows(self, **conditions):
        """Rows of the people behind these rows, as far as the user may see them."""
        rows = self.env["gov.training.coverage"]
        # worked out anew: a session of a moment ago may have changed them
        rows.invalidate_model()
        for quarter, sites in self.grouped("quarter").items():
            rows |= rows.search(
                [
                    ("quarter", "=", quarter),
                    ("department_id", "in", sites.department_id.ids),
                    *((name, "=", value) for name, value in conditions.items()),
                ]
            )
        return rows

    def action_open_people(self):
        """Who is meant, the untrained first."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.training.coverage",
            "view_mode": "list,pivot",
            "domain": [
                ("quarter", "=", self.quarter),
                ("department_id", "=", self.department_id.id),
            ],
            "name": self.env._("People of %s", self.department_id.name),
        }

    def action_make_up(self):
        """A draft session with everybody of these sites not trained yet."""
        return self.env["gov.training.session"]._make_up(self._people_rows(untrained=1))
