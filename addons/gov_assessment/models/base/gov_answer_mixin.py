"""A result that its person has a say in (本人确认): month sheet and year alike."""

from odoo import fields, models

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

CONFIRM_STATES = [
    ("pending", "Waiting for the Answer"),
    ("confirmed", "Confirmed by the Person"),
    ("objected", "Objected"),
    ("lapsed", "No Answer in Time"),
]
UNANSWERED = {
    "answered_on": False,
    "answered_with": False,
    "is_on_paper": False,
    "objection": False,
    "objection_answer": False,
    "objection_answered_by_id": False,
    "objection_answered_on": False,
}


class GovAnswerMixin(models.AbstractModel):
    """The answer itself; the document has a `round_id` with days to answer."""

    _name = "gov.answer.mixin"
    _description = "Result That Its Person Answers To"

    confirm_state = fields.Selection(
        CONFIRM_STATES, string="Person's Answer", index=True
    )
    answered_on = fields.Datetime()
    answered_with = fields.Char(string="Result Answered To")
    is_on_paper = fields.Boolean(string="Signed on Paper")
    objection = fields.Text()
    objection_answer = fields.Text(string="Answer to the Objection")
    objection_answered_by_id = fields.Many2one("res.users")
    objection_answered_on = fields.Datetime()
    can_answer = fields.Boolean(compute="_compute_can_answer")

    def _compute_can_answer(self):
        for result in self:
            result.can_answer = result._is_answerable()

    def _is_answerable(self):
        """Hook: whether an answer counts today; lapsed ones stay lapsed."""
        raise NotImplementedError

    def _result_key(self):
        """Hook: the result in words; an answer holds as long as it is the same."""
        raise NotImplementedError

    def _answer_vals(self):
        return {
            **UNANSWERED,
            "answered_on": fields.Datetime.now(),
            "answered_with": self._result_key(),
        }

    def _keep_answer(self, words, state):
        """HR's words to open objections, given once: who comes second is told.

        Whoever answered may still correct the own words.

        :param state: of the documents whose objections may be answered
        :raises DocumentLocked: no open objection, or a colleague has answered it
        """
        self._take()
        for result in self._unprotected():
            if result.confirm_state != "objected" or result.state != state:
                raise DocumentLocked(
                    self.env._("There is no open objection of %s.", result.display_name)
                )
            if result.objection_answered_by_id - self.env.user:
                raise DocumentLocked(
                    self.env._(
                        "%(officer)s has already answered the objection of %(name)s. "
                        "Reload the page and read the answer.",
                        officer=result.objection_answered_by_id.name,
                        name=result.display_name,
                    )
                )
            result.write(
                {
                    "objection_answer": words,
                    "objection_answered_by_id": self.env.uid,
                    "objection_answered_on": fields.Datetime.now(),
                }
            )

    def _ask_again(self, asked):
        """Begin anew, but keep the word of those whose result is the same (sets).

        :param asked: those of these results whose people are to answer
        """
        kept = asked.filtered(
            lambda r: (
                r.confirm_state == "confirmed" and r.answered_with == r._result_key()
            )
        )
        (asked - kept).write({**UNANSWERED, "confirm_state": "pending"})
        (self - asked).write({**UNANSWERED, "confirm_state": False})
