"""Feedback after a session (培训评价): three questions, five stars, and a word."""

from odoo import api, fields, models
from odoo.exceptions import UserError

RATINGS = [
    ("5", "Very Satisfied"),
    ("4", "Satisfied"),
    ("3", "Rather Satisfied"),
    ("2", "Dissatisfied"),
    ("1", "Very Dissatisfied"),
]
QUESTIONS = ("feedback_content", "feedback_trainer", "feedback_order")


class GovTrainingEnrollment(models.Model):
    """What somebody who came says of the session, once."""

    _inherit = "gov.training.enrollment"

    feedback_content = fields.Selection(RATINGS, string="Content", copy=False)
    feedback_trainer = fields.Selection(RATINGS, string="Trainer", copy=False)
    feedback_order = fields.Selection(RATINGS, string="Organisation", copy=False)
    feedback_comment = fields.Text(string="Suggestions", copy=False)
    feedback_time = fields.Datetime(string="Feedback Given At", copy=False)
    feedback_score = fields.Float(
        string="Satisfaction",
        compute="_compute_feedback_score",
        store=True,
        digits=(3, 2),
        aggregator="avg",
        help="Average of the answers, 1 to 5.",
    )

    @api.depends(*QUESTIONS)
    def _compute_feedback_score(self):
        for enrollment in self:
            answers = [int(enrollment[q]) for q in QUESTIONS if enrollment[q]]
            enrollment.feedback_score = sum(answers) / len(answers) if answers else 0

    def _may_give_feedback(self):
        """Whether this person may say something of the session (now, and still)."""
        self.ensure_one()
        return (
            self.state == "attended"
            and self.session_state in ("ongoing", "done")
            and not self.feedback_time
        )

    def _give_feedback(self, answers, comment=False):
        """Write down the feedback of the person, once; the caller knows who it is.

        :param answers: {question of `QUESTIONS`: "1" to "5"}, all three
        :raises UserError: not present, given already, or an answer is missing
        """
        self.ensure_one()
        if not self._may_give_feedback():
            raise UserError(
                self.env._(
                    "Feedback is given once, by people who attended the session."
                )
            )
        if {q for q in QUESTIONS if answers.get(q) in dict(RATINGS)} != set(QUESTIONS):
            raise UserError(self.env._("Please answer all three questions."))
        self._unlocked().write(
            {
                **{question: answers[question] for question in QUESTIONS},
                "feedback_comment": (comment or "").strip()[:2000] or False,
                "feedback_time": fields.Datetime.now(),
            }
        )
