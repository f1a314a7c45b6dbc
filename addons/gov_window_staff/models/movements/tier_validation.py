"""The approval flow of the add-on, checked: right to write, own turn, own reviews."""

from odoo import models
from odoo.exceptions import AccessError

PENDING = ("waiting", "pending")


class TierValidation(models.AbstractModel):
    """Holes of base_tier_validation closed for every document that is approved."""

    _inherit = "tier.validation"

    def request_validation(self):
        """Asked for by who may write the document."""
        self.check_access("write")
        # sudo: reviews are the flow's; the requester in them is the user
        return super(TierValidation, self.sudo()).request_validation()

    def restart_validation(self):
        """The add-on lets every reader delete the reviews, the history with them."""
        self.check_access("write")
        return super(TierValidation, self.sudo()).restart_validation()

    def _validate_tier(self, tiers=False):
        return super(TierValidation, self.sudo())._validate_tier(self._gov_mine(tiers))

    def _rejected_tier(self, tiers=False):
        return super(TierValidation, self.sudo())._rejected_tier(self._gov_mine(tiers))

    def _gov_mine(self, tiers):
        """Reviews (sudo) of this document that the user may decide now.

        The window for comments hands over the reviews that the client names: those of
        another document, or of a later step, are refused.
        """
        # sudo: answers whose turn it is
        document = self.sudo()
        reviews = tiers.sudo() if tiers else document.review_ids
        sequences = document._get_sequences_to_approve(self.env.user)
        mine = document.review_ids.filtered(
            lambda r: (
                r.status in PENDING
                and r.sequence in sequences
                and self.env.user in r.reviewer_ids
            )
        )
        if tiers and reviews - document.review_ids:
            raise AccessError(self.env._("These steps belong to another document."))
        if tiers and not (reviews & mine):
            raise AccessError(self.env._("It is not your turn to decide."))
        return reviews & mine

    def unlink(self):
        self.check_access("unlink")
        # sudo: reviews go with their document
        self.sudo().review_ids.unlink()
        return super().unlink()
