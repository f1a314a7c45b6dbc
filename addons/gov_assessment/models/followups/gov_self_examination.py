"""Self-examination (书面检查): the person writes it, an officer accepts it (A48)."""

from odoo import api, fields, models

from .gov_follow_mixin import OFFICER

STATES = [
    ("draft", "Draft"),
    ("waiting", "To Be Handed In"),
    ("submitted", "Handed In"),
    ("returned", "To Be Written Again"),
    ("accepted", "Passed Review"),
    ("waived", "Dropped"),
]
OPEN = ("waiting", "returned")


class GovSelfExamination(models.Model):
    """A task with a deadline in working days; on the portal or on paper."""

    _name = "gov.self.examination"
    _description = "Self-Examination"
    _inherit = ["gov.follow.mixin", "gov.due.mixin", "gov.person.paper.mixin"]
    _order = "deadline desc, id desc"
    _waiting_states = OPEN
    _sealed_fields = frozenset(
        {
            "state",
            "notice_id",
            "date_assigned",
            "deadline",
            "text",
            "paper",
            "paper_name",
            "submit_date",
            "submit_count",
            "is_late",
            "recorder_id",
            "review_date",
            "reviewer_id",
            "review_note",
        }
    )

    state = fields.Selection(
        STATES, default="draft", required=True, copy=False, tracking=True, index=True
    )
    employee_id = fields.Many2one(required=True)
    notice_id = fields.Many2one(
        "gov.criticism.notice",
        string="Notice of Criticism",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    day = fields.Date(
        string="Date of the Facts", default=fields.Date.context_today, required=True
    )
    reason = fields.Char(string="About", required=True, tracking=True)
    days = fields.Integer(
        string="Working Days Given",
        default=lambda self: self._default_days(),
        help="From the day it is assigned, and again from the day it is returned.",
    )
    date_assigned = fields.Date(string="Assigned On", readonly=True, copy=False)
    text = fields.Text(string="Self-Examination Text", readonly=True, copy=False)
    paper = fields.Binary(
        string="Signed Paper", attachment=True, readonly=True, copy=False
    )
    paper_name = fields.Char(string="File Name", readonly=True, copy=False)
    submit_date = fields.Date(string="Handed In On", readonly=True, copy=False)
    submit_count = fields.Integer(string="Times Handed In", readonly=True, copy=False)
    is_late = fields.Boolean(string="Handed In Late", readonly=True, copy=False)
    recorder_id = fields.Many2one(
        "res.users",
        string="Entered By",
        readonly=True,
        copy=False,
        help="Officer who entered one on paper; blank: the person.",
    )
    review_date = fields.Date(string="Reviewed On", readonly=True, copy=False)
    reviewer_id = fields.Many2one("res.users", readonly=True, copy=False)
    review_note = fields.Char(string="Remark", readonly=True, copy=False, tracking=True)

    _days_check = models.Constraint("CHECK(days > 0)", "Give at least one working day.")
    _notice_uniq = models.UniqueIndex(
        "(notice_id) WHERE notice_id IS NOT NULL AND state != 'waived'",
        "This notice already asks for a self-examination.",
    )

    @api.model
    def _default_days(self):
        versions = self.env["gov.rubric.version"]
        in_force = versions.search([("state", "=", "in_force")], limit=1)
        return (
            in_force.self_exam_days
            or versions.default_get(["self_exam_days"])["self_exam_days"]
        )

    def _paper_day(self):
        self.ensure_one()
        return self.day or fields.Date.context_today(self)

    @api.depends("employee_id", "day")
    def _compute_department_id(self):
        return super()._compute_department_id()

    @api.depends("employee_id", "day")
    def _compute_unit_id(self):
        return super()._compute_unit_id()

    @api.depends("employee_id", "reason")
    def _compute_display_name(self):
        for exam in self:
            parts = [exam.person_name, exam.reason]
            exam.display_name = " · ".join(filter(None, parts))

    def action_assign(self):
        """The person has to write it, from today."""
        today = fields.Date.context_today(self)
        for exam in self._begin(OFFICER, ["draft"]):
            exam.write(
                {
                    "state": "waiting",
                    "date_assigned": today,
                    "deadline": exam._workday_after(today, exam.days),
                }
            )

    def action_accept(self):
        """The officer is satisfied with it."""
        for exam in self._begin(OFFICER, ["submitted"]):
            exam._refuse_own()
            exam.write({"state": "accepted", **exam._reviewed_vals(False)})
            exam._forget_reminders()

    def action_return(self):
        """Ask what is missing."""
        return self._ask_reason("return", self.env._("Have It Written Again"))

    def action_waive(self):
        """Ask why nobody needs it any more."""
        return self._ask_reason("waive", self.env._("Drop the Self-Examination"))

    def action_paper(self):
        """Open the dialog for one that was handed in on paper."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.self.examination.paper",
            "view_mode": "form",
            "target": "new",
            "context": {"default_exam_id": self.id},
            "name": self.env._("Handed In on Paper"),
        }
