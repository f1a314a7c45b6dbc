"""Ledger of rewards and penalties (奖惩台账, A93): all that counts for or against."""

from odoo import fields, models
from odoo.tools import SQL

NATURES = [("reward", "Reward"), ("penalty", "Penalty"), ("follow", "Follow-Up")]
KINDS = [
    ("event", "Assessment Record"),
    ("review", "Citizen Review"),
    ("notice", "Notice of Criticism"),
    ("exam", "Self-Examination"),
    ("interview", "Talk or Summons"),
    ("merit", "Honour or Recommendation"),
    ("year", "Result of a Year"),
]
# kind -> model behind a line, and the query that reads it; each query gives:
# id, date, employee_id, department_id, nature, name, points, is_restricted
SOURCES = {
    "event": (
        "gov.assessment.event",
        """SELECT e.id, e.date, e.employee_id, e.department_id,
                  CASE WHEN e.is_bonus THEN 'reward' ELSE 'penalty' END,
                  concat_ws(' ', i.code, i.name),
                  CASE WHEN e.is_bonus THEN e.points_total ELSE -e.points_total END,
                  FALSE
             FROM gov_assessment_event e JOIN gov_rubric_item i ON i.id = e.item_id
            WHERE e.state = 'confirmed'""",
    ),
    "review": (
        "gov.service.review",
        """SELECT r.id, r.date, r.employee_id, r.department_id, 'penalty', r.number,
                  NULL::numeric, FALSE
             FROM gov_service_review r
            WHERE r.is_bad AND r.verdict = 'true' AND NOT COALESCE(r.is_default, FALSE)
                  AND r.employee_id IS NOT NULL""",
    ),
    "notice": (
        "gov.criticism.notice",
        """SELECT n.id, n.issue_date, n.employee_id, n.department_id, 'penalty', n.name,
                  NULL::numeric, FALSE
             FROM gov_criticism_notice n WHERE n.state = 'issued'""",
    ),
    "exam": (
        "gov.self.examination",
        """SELECT x.id, COALESCE(x.submit_date, x.date_assigned), x.employee_id,
                  x.department_id, 'follow', x.reason, NULL::numeric, FALSE
             FROM gov_self_examination x WHERE x.state NOT IN ('draft', 'waived')""",
    ),
    "interview": (
        "gov.interview",
        """SELECT t.id, t.held_on, t.employee_id, t.department_id, 'follow', t.reason,
                  NULL::numeric, TRUE
             FROM gov_interview t
            WHERE t.state IN ('held', 'closed') AND t.employee_id IS NOT NULL""",
    ),
    "merit": (
        "gov.staff.record",
        """SELECT m.id, m.date, m.employee_id, v.department_id, 'reward', m.summary,
                  NULL::numeric, COALESCE(k.is_restricted, FALSE)
             FROM gov_staff_record m
             JOIN gov_staff_record_kind k ON k.id = m.kind_id AND k.is_merit
             JOIN hr_employee p ON p.id = m.employee_id
             LEFT JOIN hr_version v ON v.id = p.current_version_id""",
    ),
    # the grades between the best and the last are neither reward nor penalty
    "year": (
        "gov.annual.appraisal",
        """SELECT y.id, b.locked_on, y.employee_id, y.department_id,
                  CASE WHEN y.standing = 'excellent' THEN 'reward' ELSE 'penalty' END,
                  concat_ws(' ', y.year, g.name), NULL::numeric, FALSE
             FROM gov_annual_appraisal y
             JOIN gov_annual_round b ON b.id = y.round_id AND b.state = 'locked'
             JOIN gov_rubric_annual_grade g ON g.id = y.grade_id
            WHERE y.standing IN ('excellent', 'unqualified')""",
    ),
}


class GovMeritEntry(models.Model):
    """One line; talks and restricted records are for the county office only."""

    _name = "gov.merit.entry"
    _description = "Ledger of Rewards and Penalties"
    _auto = False
    _order = "date desc, id desc"
    _depends = {
        "gov.assessment.event": [
            "date",
            "employee_id",
            "department_id",
            "item_id",
            "is_bonus",
            "points_total",
            "state",
        ],
        "gov.service.review": ["date", "employee_id", "verdict", "is_bad"],
        "gov.criticism.notice": ["issue_date", "employee_id", "state", "name"],
        "gov.self.examination": ["submit_date", "date_assigned", "state"],
        "gov.interview": ["held_on", "employee_id", "state"],
        "gov.staff.record": ["date", "employee_id", "kind_id", "summary"],
        "gov.annual.appraisal": ["employee_id", "grade_id", "standing", "year"],
        "gov.annual.round": ["state", "locked_on"],
    }

    date = fields.Date(readonly=True)
    employee_id = fields.Many2one("hr.employee", string="Person", readonly=True)
    department_id = fields.Many2one("hr.department", string="Site", readonly=True)
    county_id = fields.Many2one("hr.department", readonly=True)
    nature = fields.Selection(NATURES, readonly=True)
    kind = fields.Selection(KINDS, string="Kind of Entry", readonly=True)
    name = fields.Char(string="Content", readonly=True)
    points = fields.Float(digits=(16, 4), min_display_digits=1, readonly=True)
    is_restricted = fields.Boolean(readonly=True)
    res_id = fields.Integer(string="Record Behind", readonly=True, aggregator=None)

    @property
    def _table_query(self):
        parts = [
            SQL(
                "SELECT s.*, %s AS kind, %s AS place FROM (%s) AS s (id, date, "
                "employee_id, department_id, nature, name, points, is_restricted)",
                kind,
                place,
                SQL(query),
            )
            for place, (kind, (_model, query)) in enumerate(SOURCES.items())
        ]
        return SQL(
            """SELECT u.id * %s + u.place AS id, u.date, u.employee_id, u.department_id,
                      d.gov_county_id AS county_id, u.nature, u.kind::varchar, u.name,
                      u.points::numeric, u.is_restricted, u.id AS res_id
                 FROM (%s) AS u LEFT JOIN hr_department d ON d.id = u.department_id""",
            len(SOURCES),
            SQL(" UNION ALL ").join(parts),
        )

    def action_open_record(self):
        """The paper behind a line."""
        self.ensure_one()
        model = SOURCES[self.kind][0]
        return {
            "type": "ir.actions.act_window",
            "res_model": model,
            "res_id": self.res_id,
            "view_mode": "form",
        }
