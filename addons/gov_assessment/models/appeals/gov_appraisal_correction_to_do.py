"""Whose turn a correction is: a to-do for those who may decide and no other."""

from odoo import models

from ..rounds.gov_appraisal_round import OFFICER

TODO = "mail.mail_activity_data_todo"


class GovAppraisalCorrection(models.Model):
    """Correction that asks for its next step."""

    _inherit = "gov.appraisal.correction"

    def _ask_to_approve(self):
        """Whoever decides the step that is next."""
        self._close_to_dos()
        # sudo: names of colleagues
        for user in self.sudo()._turn().reviewer_ids:
            words = self.with_context(lang=user.lang).env
            self._to_do(user, words._("Approve the correction"))

    def _ask_to_apply(self):
        """The officer who proposed it, or all others who did not grade the month."""
        self._close_to_dos()
        officers = self._users_of(OFFICER)
        for user in officers & self.proposed_by_id or officers:
            words = self.with_context(lang=user.lang).env
            self._to_do(user, words._("Apply the correction"))

    def _users_of(self, group):
        """Active users of a group who had no part in the month."""
        # sudo: who holds a role is no secret of those who work with them
        users = self.env.ref(group).sudo().all_user_ids.filtered("active")
        return users._gov_of_county(self.county_id) - self.round_id._gov_graders()

    def _to_do(self, user, summary):
        # sudo: a to-do for a colleague
        self.sudo().activity_schedule(TODO, summary=summary, user_id=user.id)

    def _close_to_dos(self):
        todo = self.env.ref(TODO)
        # sudo: to-dos of colleagues
        self.sudo().activity_ids.filtered(
            lambda a: a.activity_type_id == todo and a.automated
        ).unlink()
