"""Question bank (题库): questions by topic, from which papers are drawn."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

KINDS = [
    ("single", "Single Choice"),
    ("multiple", "Multiple Choice"),
    ("judge", "True or False"),
]
LETTERS = "ABCDEFGH"
SHOWN = 60  # characters of a question in a list or a reference


class GovExamQuestion(models.Model):
    """A question with its choices; an exam copies it, so that a later change of the
    bank does not change a paper that somebody has sat.

    Odoo's survey knows questions of one survey only; the bank keeps them for all.
    """

    _name = "gov.exam.question"
    _description = "Exam Question"
    _order = "topic_id, id"

    name = fields.Text(string="Question", required=True)
    topic_id = fields.Many2one(
        "gov.training.topic", required=True, ondelete="restrict", index=True
    )
    kind = fields.Selection(
        KINDS, string="Kind of Question", default="single", required=True
    )
    choice_ids = fields.One2many(
        "gov.exam.choice", "question_id", string="Choices", copy=True
    )
    answer = fields.Char(string="Right Answer", compute="_compute_answer")
    explanation = fields.Text(
        help="Shown with the right answer, once the exam shows answers."
    )
    reference = fields.Char(
        string="Document No. and Article", help="文号和条款, as printed in the text."
    )
    active = fields.Boolean(default=True)

    @api.depends("name")
    def _compute_display_name(self):
        for question in self:
            text = " ".join((question.name or "").split())
            question.display_name = (
                text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
            )

    @api.depends("kind", "choice_ids.is_correct", "choice_ids.name")
    def _compute_answer(self):
        for question in self:
            numbered = enumerate(question.choice_ids)
            right = [
                choice.name
                if question.kind == "judge"
                else LETTERS[place % len(LETTERS)]
                for place, choice in numbered
                if choice.is_correct
            ]
            question.answer = "".join(filter(None, right))

    @api.constrains("kind", "choice_ids", "active")
    def _check_choices(self):
        """What can be marked: the right number of right answers."""
        for question in self.filtered("active"):
            choices = question.choice_ids
            right = len(choices.filtered("is_correct"))
            if len(choices) < 2 or len(choices) > len(LETTERS):
                problem = self.env._("it needs 2 to %s choices", len(LETTERS))
            elif question.kind == "multiple" and not right:
                problem = self.env._("no choice is marked as right")
            elif question.kind != "multiple" and right != 1:
                problem = self.env._("exactly one choice has to be right")
            elif len(set(choices.mapped("name"))) < len(choices):
                problem = self.env._("two choices say the same")
            else:
                continue
            raise ValidationError(
                self.env._(
                    "Question “%(question)s”: %(problem)s.",
                    question=question.display_name,
                    problem=problem,
                )
            )

    @api.onchange("kind")
    def _onchange_kind(self):
        """对/错 need not be typed."""
        if self.kind == "judge" and not self.choice_ids:
            self.choice_ids = [
                fields.Command.create({"name": word}) for word in self._judge_words()
            ]

    @api.model
    def _judge_words(self):
        return [self.env._("True"), self.env._("False")]

    # -- onto a paper ----------------------------------------------------------------

    def _to_survey(self, part, sequence):
        """Values of the survey.question that asks this on the paper of an exam.

        :param part: gov.exam.part that it is asked for
        """
        self.ensure_one()
        right = len(self.choice_ids.filtered("is_correct"))
        return {
            "title": self.name,
            "question_type": (
                "multiple_choice" if self.kind == "multiple" else "simple_choice"
            ),
            "description": self._hint(),
            "sequence": sequence,
            "gov_question_id": self.id,
            "gov_part_id": part.id,
            "suggested_answer_ids": [
                fields.Command.create(
                    {
                        "value": choice.name,
                        "sequence": place,
                        "is_correct": choice.is_correct,
                        # Odoo adds these up; what counts is `rules/marks.py`
                        "answer_score": part.points / right if choice.is_correct else 0,
                    }
                )
                for place, choice in enumerate(self.choice_ids)
            ],
        }

    def _hint(self):
        if self.kind != "multiple":
            return False
        return self.env._(
            "Several answers may be right; all of them have to be ticked."
        )
