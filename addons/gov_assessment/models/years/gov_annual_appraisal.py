"""A person's year (年度考核表): twelve months, counts, average, grade (A52-A58)."""

from markupsafe import Markup

from odoo import api, fields, models

from .gov_rubric_annual_grade import STANDINGS

STATUSES = [
    ("graded", "Graded"),
    ("pending", "Waiting for a Case"),
    ("none", "No Grade"),
]
MARKS = {"good": "success", "fair": "info", "poor": "danger", "suspended": "warning"}


class GovAnnualAppraisal(models.Model):
    """Result of a person's year; only the round and HR's decisions change it."""

    _name = "gov.annual.appraisal"
    _description = "Annual Appraisal"
    _inherit = ["gov.step.mixin"]
    _order = "year desc, rank, staff_no"
    _hand_fields = frozenset({"comment"})

    round_id = fields.Many2one(
        "gov.annual.round", required=True, ondelete="cascade", index=True
    )
    year = fields.Integer(
        related="round_id.year", store=True, index=True, aggregator=None
    )
    state = fields.Selection(related="round_id.state")
    employee_id = fields.Many2one(
        "hr.employee", string="Person", required=True, index=True, ondelete="restrict"
    )
    # as of the last day of the year: a later move does not change the year
    staff_no = fields.Char(string="Staff No.", required=True, index=True)
    person_name = fields.Char(string="Person's Name", required=True)
    department_id = fields.Many2one(
        "hr.department", string="Site", index=True, ondelete="restrict"
    )
    window_id = fields.Many2one("gov.window", ondelete="restrict")
    unit_id = fields.Many2one(
        "res.partner", string="Dispatching Unit", index=True, ondelete="restrict"
    )
    contract_end = fields.Date(
        help="Of the contract in force on the last day of the year."
    )
    is_leaver = fields.Boolean(
        string="Left in the Year", help="Not counted in N (D41)."
    )
    months_served = fields.Integer(string="Months at a Window", aggregator=None)
    is_short = fields.Boolean(
        string="Under One Year",
        help="原则上不得评为优秀: an exception needs the leader.",
    )

    months = fields.Json(help="{month number: [grade, total]} as they were taken.")
    month_table = fields.Html(
        string="Twelve Months", compute="_compute_month_table", sanitize=False
    )
    good_count = fields.Integer(string="Good Months")
    fair_count = fields.Integer(string="Fair Months")
    poor_count = fields.Integer(string="Poor Months")
    suspended_count = fields.Integer(string="Months Suspended")
    poor_run = fields.Integer(string="Poor Months in a Row", aggregator=None)
    average = fields.Float(digits=(12, 2), aggregator="avg")
    overall_score = fields.Float(
        string="Overall Mark of the Year",
        digits=(12, 2),
        aggregator="avg",
        help="年度综合评价, where the text gives it a weight.",
    )
    score = fields.Float(string="Score of the Year", digits=(12, 2), aggregator="avg")
    event_count = fields.Integer(string="Deductions")
    bar_text = fields.Text(
        string="Barred By",
        help="Facts that close the best grade and honours (A37, A89).",
    )

    status = fields.Selection(STATUSES, default="none")
    rank = fields.Integer(aggregator=None)
    grade_id = fields.Many2one(
        "gov.rubric.annual.grade", string="Annual Grade", ondelete="restrict"
    )
    standing = fields.Selection(related="grade_id.standing", store=True)
    renewal = fields.Selection(related="grade_id.renewal", store=True)
    is_rewarded = fields.Boolean(related="grade_id.is_rewarded", store=True)
    bonus_amount = fields.Float(
        string="Annual Bonus (Yuan)",
        digits=(12, 2),
        compute="_compute_bonus_amount",
        store=True,
    )
    is_tied = fields.Boolean(
        string="Tie at the Quota",
        help="Equal to others across the border of the quota; HR has to decide.",
    )
    is_full = fields.Boolean(
        string="No Place Left", help="Meets the best grade, but its places are taken."
    )
    needs_settling = fields.Boolean(
        string="Month Corrected",
        help="A month was corrected after the year was locked.",
    )
    # -- HR's decisions, each with a reason in the protocol
    is_chosen = fields.Boolean(string="Chosen among Equals")
    is_left_out = fields.Boolean(string="Left Out among Equals")
    lowered_to = fields.Selection(STANDINGS)
    has_exception = fields.Boolean(string="Exception Granted")
    comment = fields.Text(help="定性评价 of the person's year.")
    protocol = fields.Text(string="Decisions on Record")

    _person_uniq = models.Constraint(
        "UNIQUE(round_id, employee_id)", "This person is already in the round."
    )

    @api.depends("person_name", "year")
    def _compute_display_name(self):
        for result in self:
            result.display_name = f"{result.person_name} {result.year}"

    @api.depends("round_id.bonus_amount", "grade_id.is_rewarded")
    def _compute_bonus_amount(self):
        for result in self:
            is_paid = result.grade_id.is_rewarded
            result.bonus_amount = result.round_id.bonus_amount if is_paid else 0

    @api.depends("months")
    @api.depends_context("lang")
    def _compute_month_table(self):
        head = Markup("<th class='text-center'>%s</th>")
        cell = Markup(
            "<td class='text-center'>"
            "<span class='badge text-bg-%s'>%s</span><br/>%s</td>"
        )
        for result in self:
            rows = result._month_rows()
            result.month_table = Markup(
                "<div class='table-responsive'><table class='table table-sm'>"
                "<tr>%s</tr><tr>%s</tr></table></div>"
            ) % (
                Markup("").join(head % row["label"] for row in rows),
                Markup("").join(
                    cell % (row["colour"], row["grade"], row["total"]) for row in rows
                ),
            )

    def _month_rows(self):
        """The twelve months in order: label, grade in words, colour, total."""
        self.ensure_one()
        months = self.months or {}
        months_field = self.env["gov.appraisal"]._fields["grade"]
        words = dict(months_field._description_selection(self.env))
        rows = []
        for number in range(1, 13):
            standing, total = months.get(str(number), (None, None))
            graded = standing in ("good", "fair", "poor")
            rows.append(
                {
                    "label": f"{self.year}-{number:02d}",
                    "standing": standing,
                    "grade": words.get(standing, "—"),
                    "colour": MARKS.get(standing, "light"),
                    "total": f"{total:g}" if graded else "—",
                }
            )
        return rows

    def _is_barred(self):
        """Whether a veto closes the best grade to this person (A37, A58, A89)."""
        self.ensure_one()
        return bool(self.bar_text) or (self.is_short and not self.has_exception)

    @api.model
    def _bonus_due(self, county, year):
        """Locked results of a county and year that are paid a bonus (A59, P17).

        :return: gov.annual.appraisal records; `bonus_amount` is yuan, paid once
        """
        return self.search(
            [
                ("round_id.county_id", "=", county.id),
                ("year", "=", year),
                ("round_id.state", "=", "locked"),
                ("bonus_amount", ">", 0),
            ]
        )

    def action_open_months(self):
        """The twelve sheets of this person."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.appraisal",
            "view_mode": "list,form,graph",
            "domain": [
                ("employee_id", "=", self.employee_id.id),
                ("date_from", ">=", f"{self.year}-01-01"),
                ("date_from", "<=", f"{self.year}-12-31"),
            ],
            "name": self.display_name,
        }

    def action_open_events(self):
        """The confirmed records of the year."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.assessment.event",
            "view_mode": "list,form",
            "domain": [
                ("employee_id", "=", self.employee_id.id),
                ("state", "=", "confirmed"),
                ("date", ">=", f"{self.year}-01-01"),
                ("date", "<=", f"{self.year}-12-31"),
            ],
            "name": self.display_name,
        }
