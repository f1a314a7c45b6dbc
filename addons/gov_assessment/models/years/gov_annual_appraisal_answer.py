"""The person's answer to the own year (本人确认): confirmed, objected or lapsed."""

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.models.base.gov_protected_mixin import mark_taken

from .gov_settlement_mixin import OFFICER


class GovAnnualAppraisal(models.Model):
    """A year that its person has a say in before it is locked."""

    _name = "gov.annual.appraisal"
    _inherit = ["gov.annual.appraisal", "gov.answer.mixin"]

    answered_with = fields.Char(
        help="Grade and score that the person saw; the answer stays as long as the "
        "leader confirms the same again.",
    )
    confirm_end = fields.Date(related="round_id.confirm_end")

    @api.depends("confirm_state", "round_id.state", "round_id.confirm_end")
    def _compute_can_answer(self):
        return super()._compute_can_answer()

    def _is_answerable(self):
        """Whether an answer counts today; lapsed ones stay lapsed."""
        self.ensure_one()
        last = self.round_id.confirm_end
        return (
            self.round_id.state == "confirmed"
            and bool(last)
            and self.env["gov.staff.movement"]._today() <= last
            and self.confirm_state in ("pending", "confirmed", "objected")
        )

    def _result_key(self):
        self.ensure_one()
        return f"{self.grade_id.name} {self.score:.2f}"

    def _ask_for_answers(self, is_asked):
        """Begin anew, but keep the word of those whose result is the same (sets).

        :param is_asked: whether the text gives days to answer at all
        """
        asked = self.filtered(lambda r: is_asked and r.status == "graded")
        self._ask_again(asked)

    def _lapse_answers(self):
        """No answer in time is consent; who answers at this moment comes too late."""
        # also those who agreed and would object now: their answer is looked at anew
        mark_taken(self)
        silent = self.filtered(lambda r: r.confirm_state == "pending")
        silent._unprotected().write({"confirm_state": "lapsed"})

    def _confirm_by_person(self):
        """The person behind the login agrees with the own year.

        :raises AccessError: another person's year
        :raises DocumentLocked: nothing to answer, or too late
        """
        for result in self._begin_answer():
            result.write({**result._answer_vals(), "confirm_state": "confirmed"})

    def _object(self, reason):
        """The person behind the login objects; HR answers before the year is locked.

        :raises UserError: without a reason
        """
        words = (reason or "").strip()
        if not words:
            raise UserError(self.env._("Write what you object to."))
        for result in self._begin_answer():
            vals = {"confirm_state": "objected", "objection": words}
            result.write({**result._answer_vals(), **vals})
            result.round_id.message_post(
                body=self.env._(
                    "%(person)s objects: %(words)s",
                    person=result.person_name,
                    words=words,
                )
            )

    def action_signed_on_paper(self):
        """HR records that people signed the printed year (no login needed)."""
        self._check_officer()
        for result in self._check_answerable():
            vals = {"confirm_state": "confirmed", "is_on_paper": True}
            result.write({**result._answer_vals(), **vals})

    def _answer_objection(self, answer):
        """HR's words to an objection; a wrong grade goes back by the leader."""
        self._check_officer()
        words = (answer or "").strip()
        if not words:
            raise UserError(self.env._("Give the reason; it stays on record."))
        self._keep_answer(words, "confirmed")

    def _check_officer(self):
        if not self.env.user.has_group(OFFICER):
            raise AccessError(
                self.env._("Only HR officers record and answer what people say.")
            )
        self.check_access("write")
        self.employee_id._gov_refuse_own()

    def _begin_answer(self):
        # sudo: compares the login; a person has no right to read hr.employee
        if any(r.employee_id.user_id != self.env.user for r in self.sudo()):
            raise AccessError(self.env._("This year is somebody else's."))
        # sudo: the person may write nothing but this answer to the own year
        results = self.sudo()
        results._await()
        return results._check_answerable()

    def _check_answerable(self):
        results = self._unprotected()
        results._take()
        for result in results:
            if not result._is_answerable():
                raise DocumentLocked(
                    self.env._(
                        "%(name)s is not open for an answer: it is not confirmed by "
                        "the leader, or the days to answer are over.",
                        name=result.display_name,
                    )
                )
        return results
