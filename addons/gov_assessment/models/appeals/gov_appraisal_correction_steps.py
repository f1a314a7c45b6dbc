"""Steps that approve a correction (更正的逐级审核)."""

from odoo import models

from ..rounds.gov_appraisal_round import LEADER


class GovAppraisalCorrection(models.Model):
    """Correction that waits for its steps while it is a draft."""

    _inherit = "gov.appraisal.correction"

    _state_from = ["draft"]
    _state_to = ["approved"]
    _worker_fields = ("proposed_by_id", "round_id")

    def _own_workers(self):
        return self.proposed_by_id | self.round_id._gov_graders()

    def _judged_among(self, people):
        # sudo: logins are compared only
        return people & self.sudo().line_ids.appraisal_id.employee_id

    def _begin_steps(self):
        """Ask the first step anew: the lines are other ones than before.

        A correction is proposed by what happened, also when nobody is in charge yet:
        then it waits, and says so.
        """
        self._drop_reviews()
        self.invalidate_recordset(["need_validation", "review_ids"])
        # sudo: reviews are written by the flow only
        system = self.sudo()
        reviews = system.request_validation()
        reviews.filtered(
            lambda r: not r.reviewer_ids and r.definition_id.gov_is_optional
        ).unlink()
        system.invalidate_recordset(["review_ids"])
        system.review_ids._update_review_status()
        self._ask_to_approve()

    def _expect_turn(self):
        """A leader who came into office since then is asked, too."""
        if not self._my_review() and self.env.user.has_group(LEADER):
            # sudo: who is asked follows from the role
            self.sudo().review_ids._compute_reviewer_ids()
        return super()._expect_turn()

    def validate_tier(self):
        """The button of the add-on decides like the form's own."""
        return self.action_approve()

    def reject_tier(self):
        """Refusing gives the correction up, with a reason."""
        return self.action_cancel()
