"""The person's answer to the own sheet (本人确认): confirmed, objected or lapsed."""

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.models.base.gov_protected_mixin import mark_taken

OFFICER = "gov_window_staff.group_hr_officer"


class GovAppraisal(models.Model):
    """An appraisal that its person has a say in before the leader confirms it."""

    _name = "gov.appraisal"
    _inherit = ["gov.appraisal", "gov.answer.mixin"]

    answered_with = fields.Char(
        help="Score, grade and reward that the person saw; the answer stays as long as "
        "a new publication shows the same.",
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
            self.round_id.state == "published"
            and bool(last)
            and fields.Date.context_today(self) <= last
            and self.confirm_state in ("pending", "confirmed", "objected")
        )

    def _ask_for_answers(self, is_asked):
        """Begin anew, but keep the word of those whose result is the same (sets).

        :param is_asked: whether the text gives days to answer at all
        """
        asked = self.filtered(lambda a: is_asked and not a.is_suspended)
        self._ask_again(asked)

    def _lapse_answers(self):
        """No answer in time is consent; who answers at this moment comes too late."""
        # also those who agreed and would object now: their answer is looked at anew
        mark_taken(self)
        silent = self.filtered(lambda a: a.confirm_state == "pending")
        # sudo: the leader ends the publicity without a right to write the sheets
        silent.sudo()._unprotected().write({"confirm_state": "lapsed"})

    def _result_key(self):
        self.ensure_one()
        return f"{self.total:.4f} {self.grade} {self.reward_amount:.2f}"

    def _confirm_by_person(self):
        """The person behind the login agrees with the own sheet.

        :raises AccessError: another person's sheet
        :raises DocumentLocked: nothing to answer, or too late
        """
        for appraisal in self._begin_answer():
            appraisal.write({**appraisal._answer_vals(), "confirm_state": "confirmed"})

    def _object(self, reason):
        """The person behind the login objects; HR answers before it goes on.

        :raises UserError: without a reason
        """
        words = (reason or "").strip()
        if not words:
            raise UserError(self.env._("Write what you object to."))
        for appraisal in self._begin_answer():
            vals = {"confirm_state": "objected", "objection": words}
            appraisal.write({**appraisal._answer_vals(), **vals})
            appraisal._tell_officers(words)

    def action_signed_on_paper(self):
        """HR records that people signed the printed sheet (no login needed)."""
        if not self.env.user.has_group(OFFICER):
            raise AccessError(self.env._("Only HR officers record signed sheets."))
        self.check_access("write")
        for appraisal in self._check_answerable():
            vals = {"confirm_state": "confirmed", "is_on_paper": True}
            appraisal.write({**appraisal._answer_vals(), **vals})

    def _answer_objection(self, answer):
        """HR's words to an objection; the sheet itself is put right by its facts."""
        if not self.env.user.has_group(OFFICER):
            raise AccessError(self.env._("Only HR officers answer objections."))
        self.check_access("write")
        self.employee_id._gov_refuse_own()
        self._keep_answer(self.round_id._said(answer), "published")

    def action_ask_answer(self):
        """Open the window for HR's answer."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.appraisal.decision",
            "view_mode": "form",
            "target": "new",
            "context": {
                "default_appraisal_id": self.id,
                "default_round_id": self.round_id.id,
                "default_decision": "answer",
            },
            "name": self.display_name,
        }

    def _begin_answer(self):
        # sudo: compares the login; a person has no right to read hr.employee
        if any(a.employee_id.user_id != self.env.user for a in self.sudo()):
            raise AccessError(self.env._("This sheet is somebody else's."))
        # sudo: the person may write nothing but this answer to the own sheet
        sheets = self.sudo()
        sheets._await()
        return sheets._check_answerable()

    def _check_answerable(self):
        appraisals = self._unprotected()
        appraisals._take()
        for appraisal in appraisals:
            if not appraisal._is_answerable():
                raise DocumentLocked(
                    self.env._(
                        "%(name)s is not open for an answer: it is not published, or "
                        "the days to answer are over. You can still appeal.",
                        name=appraisal.display_name,
                    )
                )
        return appraisals

    def _tell_officers(self, words):
        self.round_id.message_post(
            body=self.env._(
                "%(person)s objects: %(words)s", person=self.person_name, words=words
            )
        )
