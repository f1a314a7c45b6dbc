"""Sitting an exam: what the person behind a login may do (我的考试)."""

from decimal import Decimal

from odoo import api, fields, models

from ...exceptions import ExamNotReady
from ..base.gov_training_guard_mixin import UNLOCKED


class GovExamCandidate(models.Model):
    """The own exams; called with full rights after the test of ownership."""

    _inherit = "gov.exam.candidate"

    @api.model
    def _own_domain(self, person):
        """Exams that a person sees: open and past ones, not those being prepared."""
        return [
            ("employee_id", "in", person.ids),
            ("exam_id.state", "in", ("open", "closed")),
        ]

    def _why_not(self):
        """Sentence that says why no attempt can be started now; False when it can."""
        self.ensure_one()
        exam, now = self.exam_id, fields.Datetime.now()
        if exam.state != "open" or now >= exam.date_to:
            return self.env._("The exam is closed.")
        if now < exam.date_from:
            return self.env._("The exam has not opened yet.")
        if self._running():
            return False
        if self.state == "passed":
            return self.env._("You have passed.")
        if not self.attempts_left:
            return self.env._("No attempts are left.")
        return False

    def _running(self):
        """The paper that is being written, or was drawn and not looked at yet."""
        self.exam_id._settle()
        return self.attempt_ids.filtered(
            lambda paper: paper.state != "done" and not paper.test_entry
        )[:1]

    def _start(self):
        """The paper to go on with, drawn now unless one is running.

        :return: address of the survey's page
        :raises ExamNotReady: closed, passed, no attempts left
        """
        self.ensure_one()
        self._take()  # two phones at once draw one paper
        problem = self._why_not()
        if problem:
            raise ExamNotReady(problem)
        paper = self._running() or self._draw()
        return paper.get_start_url()

    def _draw(self):
        survey = self.exam_id.survey_id.with_context(gov_exam_start=UNLOCKED)
        user = self.employee_id.user_id
        paper = survey._create_answer(
            user=user,
            gov_candidate_id=self.id,
            deadline=self.exam_id.date_to,
        )
        return paper.with_context(gov_exam_start=None)

    # -- afterwards ------------------------------------------------------------------

    def _shows_answers(self):
        """Whether the person may read the right answers of the own papers."""
        exam = self.exam_id
        if exam.reveal == "never" or not self.attempt_count:
            return False
        if exam.state == "closed" or exam.reveal == "closed":
            return exam.state == "closed"
        return self.state == "passed" or (
            not self.attempts_left and self.state == "failed"
        )

    def _papers(self):
        """Papers that are handed in, the latest first."""
        return self.attempt_ids.filtered(
            lambda paper: paper.state == "done" and not paper.test_entry
        ).sorted("id", reverse=True)

    # -- what is to be learned -------------------------------------------------------

    def _training_facts(self):
        """A fact for each topic of the latest paper that is below the pass mark."""
        self.ensure_one()
        least = Decimal(str(self.exam_id.pass_percent))
        paper = self._papers()[:1]
        return [
            {
                "employee_id": self.employee_id.id,
                "topic_id": part.topic_id.id,
                "source": "exam",
                "date": self.last_on,
                "text": self.env._(
                    "“%(exam)s” not passed; %(topic)s: %(score)s of %(full)s points",
                    exam=self.exam_id.name,
                    topic=part.topic_id.name,
                    score=f"{float(marks.score):g}",
                    full=f"{float(marks.full):g}",
                ),
            }
            for part, marks in (paper._gov_part_marks() if paper else {}).items()
            if not marks.reaches(least)
        ]
