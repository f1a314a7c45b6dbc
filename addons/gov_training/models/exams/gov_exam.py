"""Exams (考试) of a session, a topic or an induction, sat in Odoo's survey (T7)."""

from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import float_round

from ...exceptions import ExamLocked

STATES = [
    ("draft", "Being Prepared"),
    ("open", "Taking Place"),
    ("closed", "Exam Closed"),
    ("cancelled", "Called Off"),
]
REVEALS = [
    ("never", "Never"),
    ("closed", "After the Exam Is Closed"),
    ("done", "After the Last Attempt"),
]
# may be changed while people sit the exam
WHILE_OPEN = frozenset({"date_to", "note", "reveal"})
DAYS_OPEN = 7


class GovExam(models.Model):
    """以考促训: parts of the paper, pass mark, time, attempts; results by person.

    The paper is a survey of the type 窗口考试, made when the exam opens; nobody but
    this addon starts an attempt at it.
    """

    _name = "gov.exam"
    _description = "Exam"
    _inherit = ["mail.thread", "gov.training.guard.mixin"]
    _order = "date_from desc, id desc"

    name = fields.Char(required=True, tracking=True)
    department_id = fields.Many2one(
        "hr.department",
        string="Organising Site",
        required=True,
        default=lambda self: self._default_department(),
        index=True,
        ondelete="restrict",
    )
    session_id = fields.Many2one(
        "gov.training.session",
        string="After Session",
        index="btree_not_null",
        ondelete="restrict",
        help="Its people are invited with one button.",
    )
    is_induction = fields.Boolean(
        string="Induction Exam",
        help="Passing it counts as the test before post start (岗前考试).",
    )
    part_ids = fields.One2many("gov.exam.part", "exam_id", string="Paper", copy=True)
    question_count = fields.Integer(string="Questions", compute="_compute_paper")
    full_mark = fields.Float(
        string="Full Marks", compute="_compute_paper", digits=(6, 2)
    )
    minutes = fields.Integer(string="Time (Minutes)", default=60, required=True)
    pass_percent = fields.Float(
        string="Pass Mark (%)", default=60, required=True, digits=(5, 2), tracking=True
    )
    attempts = fields.Integer(
        default=2, required=True, tracking=True, help="The first one and the retakes."
    )
    date_from = fields.Datetime(
        string="Opens", required=True, default=fields.Datetime.now, tracking=True
    )
    date_to = fields.Datetime(
        string="Closes",
        required=True,
        default=lambda self: fields.Datetime.now() + timedelta(days=DAYS_OPEN),
        tracking=True,
    )
    reveal = fields.Selection(
        REVEALS, string="People See the Right Answers", default="closed", required=True
    )
    note = fields.Text(string="Notes for the People")
    state = fields.Selection(
        STATES, default="draft", required=True, copy=False, tracking=True, index=True
    )
    survey_id = fields.Many2one(
        "survey.survey",
        string="Survey Behind It",
        readonly=True,
        copy=False,
        ondelete="restrict",
        index="btree_not_null",
        groups="gov_window_staff.group_hr_officer",
    )

    is_own = fields.Boolean(compute="_compute_is_own")

    _sealed_fields = frozenset({"state", "survey_id"})

    _figures = models.Constraint(
        "CHECK(minutes > 0 AND attempts > 0 AND pass_percent > 0 "
        "AND pass_percent <= 100)",
        "Time and attempts are above zero; the pass mark lies between 0 and 100 %.",
    )
    _dates_ordered = models.Constraint(
        "CHECK(date_to > date_from)", "The exam closes after it opens."
    )

    @api.model
    def _default_department(self):
        counties = self.env["hr.department"].search(
            [("gov_level", "=", "county")], limit=2
        )
        return counties if len(counties) == 1 else False

    @api.depends("part_ids.count", "part_ids.points")
    def _compute_paper(self):
        for exam in self:
            exam.question_count = sum(exam.part_ids.mapped("count"))
            exam.full_mark = float_round(
                sum(exam.part_ids.mapped("total")), precision_digits=2
            )

    @api.depends_context("uid")
    def _compute_is_own(self):
        """Whether the user may change it: site officers read those of the county."""
        allowed = self._origin._filtered_access("write")
        for exam in self:
            exam.is_own = not exam._origin or exam._origin in allowed

    @api.onchange("session_id")
    def _onchange_session_id(self):
        """Name, site and topics of the session, where nothing was chosen yet."""
        session = self.session_id
        if not session:
            return
        self.department_id = session.department_id
        self.name = self.name or self.env._("Exam: %s", session.name)
        induction = self.env.ref("gov_training.kind_induction", False)
        self.is_induction = bool(induction and session.kind_id == induction)
        if not self.part_ids:
            self.part_ids = [
                fields.Command.create({"topic_id": topic.id})
                for topic in session.topic_ids._origin
            ]

    # -- a draft is changed by hand, the rest by the buttons -------------------------

    @api.model_create_multi
    def create(self, vals_list):
        exams = super().create(vals_list)
        # sudo: the survey is kept to the county office; only asks whether one is set
        forged = exams.filtered(lambda e: e.state != "draft" or e.sudo().survey_id)
        if forged and not self._is_unlocked():
            raise ExamLocked(self.env._("A new exam begins as a draft."))
        return exams

    def write(self, vals):
        if not self._is_unlocked():
            own = {
                name for name in vals if not name.startswith(("message_", "activity_"))
            }
            if self._sealed_fields & own:
                raise ExamLocked(
                    self.env._("Use the buttons to open, close or call off an exam.")
                )
            if own - WHILE_OPEN:
                self._check_draft()
            if own:
                self._check_not_over()
        result = super().write(vals)
        if "department_id" in vals:
            # rules are checked before a write only: no exam goes to a foreign site
            self.check_access("write")
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_only_drafts(self):
        self._check_draft()

    def _check_draft(self):
        fixed = self.filtered(lambda exam: exam.state != "draft")
        if fixed and not self._is_unlocked():
            raise ExamLocked(
                self.env._(
                    "The paper of “%s” is fixed since the exam opened. Call it off and "
                    "copy it, or change only the closing time.",
                    fixed[0].name,
                )
            )

    def _check_not_over(self):
        over = self.filtered(lambda exam: exam.state in ("closed", "cancelled"))
        if over:
            raise ExamLocked(
                self.env._("“%s” is over and stays as it is. Copy it.", over[0].name)
            )

    @api.constrains("session_id")
    def _check_session(self):
        for exam in self.filtered("session_id"):
            if exam.session_id.state in ("draft", "cancelled"):
                raise ValidationError(
                    self.env._(
                        "“%s” is not open: choose a session that has people.",
                        exam.session_id.name,
                    )
                )
