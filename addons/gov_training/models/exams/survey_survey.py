"""Surveys that are the paper of an exam (gov.exam)."""

from odoo import fields, models
from odoo.exceptions import UserError

from ..base.gov_training_guard_mixin import UNLOCKED

TYPE = "gov_exam"


class SurveySurvey(models.Model):
    """Nobody but the exam starts an attempt at its paper.

    Odoo counts handed-in papers only, so whoever left one lying had seen the questions
    for nothing; here each paper that was opened is an attempt (gov.exam.candidate).
    """

    _inherit = "survey.survey"

    survey_type = fields.Selection(
        selection_add=[(TYPE, "Window Staff Exam")], ondelete={TYPE: "set default"}
    )

    def _is_gov_exam(self):
        return self.survey_type == TYPE

    def _compute_allowed_survey_types(self):
        """The type is not offered: a paper is made by opening an exam."""
        result = super()._compute_allowed_survey_types()
        for survey in self.filtered(lambda s: s._is_gov_exam()):
            survey.allowed_survey_types = [TYPE]
        return result

    def _check_answer_creation(self, user, partner, email, **kwargs):
        started = self.env.context.get("gov_exam_start") is UNLOCKED
        if self._is_gov_exam() and not (started or kwargs.get("test_entry")):
            raise UserError(
                self.env._("Start the exam from My Account, Exams; each start counts.")
            )
        return super()._check_answer_creation(user, partner, email, **kwargs)
