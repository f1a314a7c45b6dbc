"""Monthly appraisal of one person (月度考核): score, rank, grade, reward."""

from markupsafe import Markup

from odoo import api, fields, models

GRADES = [
    ("good", "Good"),
    ("fair", "Fair"),
    ("poor", "Poor"),
    ("suspended", "Suspended"),
]


class GovAppraisal(models.Model):
    """Result of a person's month; only the round computes it."""

    _name = "gov.appraisal"
    _description = "Monthly Appraisal"
    _inherit = ["gov.protected.mixin", "portal.mixin"]
    _order = "date_from desc, staff_no"

    round_id = fields.Many2one(
        "gov.appraisal.round", required=True, ondelete="cascade", index=True
    )
    date_from = fields.Date(string="Month", required=True)
    employee_id = fields.Many2one(
        "hr.employee", string="Person", required=True, index=True, ondelete="restrict"
    )
    # as of the last day of the month: a later move does not change the month
    staff_no = fields.Char(string="Staff No.", required=True, index=True)
    person_name = fields.Char(string="Person's Name", required=True)
    department_id = fields.Many2one(
        "hr.department", string="Site", index=True, ondelete="restrict"
    )
    window_id = fields.Many2one("gov.window", ondelete="restrict")
    is_in_probation = fields.Boolean(string="In Probation")
    case_id = fields.Many2one(
        "gov.case",
        ondelete="restrict",
        # site officers see that a month is suspended, not the case behind it
        groups="gov_window_staff.group_hr_officer,gov_window_staff.group_leader",
    )
    is_suspended = fields.Boolean(string="Suspended")

    line_ids = fields.One2many("gov.appraisal.line", "appraisal_id", string="Lines")
    category_scores = fields.Json(
        help="Score of each category: {code: points}, as the rule returned it."
    )
    score_table = fields.Html(
        string="Score by Category", compute="_compute_score_table", sanitize=False
    )
    lost = fields.Float(string="Points Lost", digits=(16, 4), min_display_digits=1)
    bonus = fields.Float(string="Bonus Points", digits=(16, 4), min_display_digits=1)
    total = fields.Float(digits=(16, 4), min_display_digits=1, aggregator="avg")
    rank = fields.Integer(aggregator=None)
    grade = fields.Selection(GRADES)
    is_tied = fields.Boolean(
        string="Tie at the Quota",
        help="Equal to others across the border of the quota; HR has to decide.",
    )
    reward_amount = fields.Float(string="Reward (Yuan)", digits=(12, 2))
    state = fields.Selection(related="round_id.state")

    # the list begins with the newest month: no sorting of a hundred thousand rows
    _newest_idx = models.Index("(date_from DESC, staff_no)")
    _person_uniq = models.Constraint(
        "UNIQUE(round_id, employee_id)", "This person is already in the round."
    )

    @api.depends("person_name", "date_from")
    def _compute_display_name(self):
        for appraisal in self:
            month = fields.Date.to_string(appraisal.date_from) or ""
            appraisal.display_name = f"{appraisal.person_name} {month[:7]}"

    def _compute_access_url(self):
        for appraisal in self:
            appraisal.access_url = f"/my/appraisals/{appraisal.id}"

    @api.depends("category_scores")
    def _compute_score_table(self):
        head, cell = (
            Markup("<th class='text-end'>%s</th>"),
            Markup("<td class='text-end'>%s</td>"),
        )
        for appraisal in self:
            rows = appraisal._category_rows()
            appraisal.score_table = Markup(
                "<table class='table table-sm'><tr>%s</tr><tr>%s</tr></table>"
            ) % (
                Markup("").join(head % row["label"] for row in rows),
                Markup("").join(cell % f"{row['score']:g}" for row in rows),
            )

    def _category_rows(self):
        """Categories of the rubric with this person's score, in the text's order."""
        self.ensure_one()
        scores = self.category_scores or {}
        return [
            {
                "label": category.name
                if category.is_bonus
                else f"{category.name} ({category.full_mark:g})",
                "name": category.name,
                "full_mark": category.full_mark,
                "is_bonus": category.is_bonus,
                "score": float(scores.get(category.code, category.full_mark)),
            }
            for category in self.round_id.version_id.category_ids
        ]
