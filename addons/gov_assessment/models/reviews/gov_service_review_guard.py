"""Who may write what of a review: its handling is written by the steps only.

What the citizen said is not the office's to change: it comes from the platform.
"""

from odoo import api, models
from odoo.exceptions import UserError

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.models.base.gov_protected_mixin import UNLOCK

LOOP_FIELDS = frozenset(
    {
        "received_on",
        "verdict",
        "verified_on",
        "verifier_id",
        "verify_note",
        "rectify_kind",
        "rectifier_id",
        "rectify_measure",
        "rectified_on",
        "fed_back_on",
        "feedback_way",
        "feedback_note",
        "visited_on",
        "visitor_id",
        "visit_way",
        "visit_result",
        "visit_note",
        "rerating",
        "closed_on",
        "closer_id",
        "recheck_verdict",
        "recheck_note",
        "rechecked_on",
        "rechecker_id",
    }
)
# who was rated, how and when: as the platform sent it
GIVEN_FIELDS = frozenset({"number", "employee_id", "rating", "reviewed_at"})
GIVEN_FIELDS |= {"is_default"}


class GovServiceReview(models.Model):
    """Guards; the steps of the loop and the imports hold the key."""

    _inherit = "gov.service.review"

    def _unlocked(self):
        """The same records, for a method that has checked what it does."""
        return self.with_context(gov_unlock=UNLOCK)

    def _is_unlocked(self):
        return self.env.su or self.env.context.get("gov_unlock") is UNLOCK

    def _check_loop_fields(self, names):
        if LOOP_FIELDS & set(names) and not self._is_unlocked():
            raise DocumentLocked(
                self.env._(
                    "The handling of a review is recorded by its buttons (Verify, Put "
                    "Right, Tell the Citizen, Call Back, Settle)."
                )
            )

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._check_loop_fields({name for name in vals if vals[name]})
        forged = {f"default_{name}" for name in LOOP_FIELDS}
        context = {k: v for k, v in self.env.context.items() if k not in forged}
        reviews = super(
            GovServiceReview, self.with_env(self.env(context=context))
        ).create(vals_list)
        # a platform's file names whom it names, but nobody's own verdict
        decided = reviews.filtered("verdict") if self._is_unlocked() else reviews
        decided.employee_id._gov_refuse_own()
        return reviews.with_env(self.env)

    def write(self, vals):
        self._check_loop_fields(vals)
        if GIVEN_FIELDS & set(vals) and not self._is_unlocked():
            raise DocumentLocked(
                self.env._(
                    "Who was rated, how and when stays as the platform sent it. Import "
                    "the platform's record again, or verify the review as mistaken."
                )
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_good_ones_only(self):
        bad = self.filtered("is_bad")
        if bad and not self.env.su:
            raise UserError(
                self.env._(
                    "%s is a bad review and stays recorded. Verify it as mistaken, or "
                    "check it again if the verdict is wrong.",
                    bad[0].number,
                )
            )
