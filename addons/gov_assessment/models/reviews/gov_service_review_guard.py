"""Who may write what of a review: its handling is written by the steps only."""

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


class GovServiceReview(models.Model):
    """Guards; the steps of the loop and the imports hold the key."""

    _inherit = "gov.service.review"

    def _unlocked(self):
        """The same records, for a method that has checked what it does."""
        return self.with_context(gov_unlock=UNLOCK)

    def _check_loop_fields(self, names):
        allowed = self.env.su or self.env.context.get("gov_unlock") is UNLOCK
        if LOOP_FIELDS & set(names) and not allowed:
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
        return reviews.with_env(self.env)

    def write(self, vals):
        self._check_loop_fields(vals)
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_before_handling_only(self):
        handled = self.filtered(lambda review: review.is_bad and review.verdict)
        if handled and not self.env.su:
            raise UserError(
                self.env._(
                    "%s was verified and stays recorded. Check it again if the verdict "
                    "is wrong.",
                    handled[0].number,
                )
            )
