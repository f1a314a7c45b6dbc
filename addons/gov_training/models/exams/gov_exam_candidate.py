"""A person in an exam (考生): attempts, best score, result."""

from odoo import api, fields, models

from ...exceptions import ExamLocked, ExamNotReady
from ...rules.schedule import local_day

STATES = [
    ("waiting", "Not Sat Yet"),
    ("ongoing", "Sitting It"),
    ("passed", "Passed"),
    ("failed", "Failed"),
    ("absent", "Did Not Come"),
]


class GovExamCandidate(models.Model):
    """Result of one person in one exam; the best attempt counts.

    Written by the system alone, from the papers (survey.user_input).
    """

    _name = "gov.exam.candidate"
    _description = "Exam Result"
    _inherit = ["gov.protected.mixin"]
    _order = "exam_id desc, state, employee_id"
    _rec_name = "employee_id"

    exam_id = fields.Many2one("gov.exam", required=True, ondelete="cascade", index=True)
    employee_id = fields.Many2one(
        "hr.employee",
        string="Person",
        required=True,
        ondelete="restrict",
        index=True,
        readonly=True,
    )
    staff_no = fields.Char(
        related="employee_id.gov_staff_no", store=True, compute_sudo=True
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Site",
        readonly=True,
        index=True,
        ondelete="restrict",
        help="On the day of the invitation.",
    )
    exam_state = fields.Selection(related="exam_id.state", string="Exam State")
    is_induction = fields.Boolean(related="exam_id.is_induction")
    date_to = fields.Datetime(related="exam_id.date_to")
    has_login = fields.Boolean(
        string="Has a Login",
        compute="_compute_has_login",
        compute_sudo=True,
        help="Without one the person cannot sit the exam on the phone.",
    )
    attempt_ids = fields.One2many(
        "survey.user_input",
        "gov_candidate_id",
        string="Attempts",
        groups="gov_window_staff.group_hr_officer",
    )
    extra_attempts = fields.Integer(string="Retakes Granted", readonly=True)
    extra_reason = fields.Char(string="Granted Because", readonly=True)
    attempt_count = fields.Integer(
        string="Attempts Used", readonly=True, aggregator="sum"
    )
    attempts_left = fields.Integer(compute="_compute_attempts_left")
    best_percent = fields.Float(
        string="Best Score (%)", readonly=True, digits=(5, 2), aggregator="avg"
    )
    passed_on = fields.Date(string="Date of Passing", readonly=True)
    last_on = fields.Date(string="Last Attempt On", readonly=True)
    state = fields.Selection(
        STATES, string="Result", default="waiting", required=True, readonly=True
    )

    _person_uniq = models.UniqueIndex(
        "(exam_id, employee_id)", "This person is on the list already."
    )

    @api.depends("employee_id.user_id")
    def _compute_has_login(self):
        for candidate in self:
            candidate.has_login = bool(candidate.employee_id.user_id)

    @api.depends("attempt_count", "extra_attempts", "exam_id.attempts")
    def _compute_attempts_left(self):
        for candidate in self:
            allowed = candidate.exam_id.attempts + candidate.extra_attempts
            candidate.attempts_left = max(0, allowed - candidate.attempt_count)

    # -- results ---------------------------------------------------------------------

    def _update_result(self):
        """Read the papers again; called after each of them (with full rights)."""
        for candidate in self:
            candidate._unprotected().write(candidate._result_values())
        self._after_result()

    def _result_values(self):
        papers = self.attempt_ids.filtered(
            lambda paper: not paper.test_entry and paper.state != "new"
        )
        done = papers.filtered(lambda paper: paper.state == "done")
        passed = done.filtered("scoring_success")
        days = [local_day(paper.end_datetime) for paper in done]
        return {
            "attempt_count": len(papers),
            "best_percent": max(done.mapped("scoring_percentage"), default=0),
            "passed_on": min(
                (local_day(paper.end_datetime) for paper in passed), default=False
            ),
            "last_on": max(days, default=False),
            "state": self._state_of(papers, done, passed),
        }

    def _state_of(self, papers, done, passed):
        over = self.exam_id.state in ("closed", "cancelled")
        if passed:
            return "passed"
        if papers - done and not over:
            return "ongoing"
        if done:
            return "failed"
        return "absent" if over else "waiting"

    def _after_result(self):
        """Hook: what follows from results; called with full rights."""

    # -- the office's own steps ------------------------------------------------------

    def action_remove(self):
        """Take somebody off the list who has not seen the paper."""
        self.exam_id.check_access("write")
        self.check_access("read")
        for candidate in self:
            candidate.exam_id._check_in("draft", "open")
            if candidate.attempt_count:
                # sudo: the line may be read, the profile not; only the name is shown
                raise ExamLocked(
                    self.env._(
                        "%s has sat the exam; the result stays.",
                        candidate.employee_id.sudo().name,
                    )
                )
        # sudo: the rights are checked above, the system deletes; papers that nobody
        # has looked into go too
        mine = self.sudo()
        mine.attempt_ids.unlink()
        mine._unprotected().unlink()

    def action_grant(self):
        """Dialog: one more attempt, with the reason (补考)."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.exam.grant",
            "view_mode": "form",
            "target": "new",
            "context": {"default_candidate_id": self.id},
            "name": self.env._("Grant a Retake"),
        }

    def _grant(self, reason):
        """One attempt more; who and why stays in the exam's history."""
        self.ensure_one()
        self.exam_id.check_access("write")
        self.exam_id._check_in("open")
        if self.state == "passed" or self.attempts_left:
            # sudo: the right to the exam is checked above; only the name is shown
            raise ExamNotReady(
                self.env._(
                    "%s has passed, or has attempts left: no retake is needed.",
                    self.employee_id.sudo().name,
                )
            )
        # sudo: the right to the exam is checked above
        self.sudo()._unprotected().write(
            {"extra_attempts": self.extra_attempts + 1, "extra_reason": reason}
        )
        self.exam_id.message_post(
            body=self.env._(
                "One retake for %(person)s: %(reason)s",
                person=self.employee_id.sudo().name,
                reason=reason,
            )
        )
