"""The add-on's own buttons lead to the flow of movements, or are refused."""

from odoo import models

from ...exceptions import DocumentLocked


class GovStaffMovement(models.Model):
    """What a script could call past the buttons of the form."""

    _inherit = "gov.staff.movement"

    def request_validation(self):
        """Reviews begin with the submission, which checks the document."""
        if not self._is_unlocked():
            self._refuse_addon_button()
        return super().request_validation()

    def restart_validation(self):
        """Never: the decisions would be lost. A new copy starts anew."""
        self._refuse_addon_button()

    def validate_tier(self):
        """Agreeing asks for words first."""
        return self.action_decide_agree()

    def reject_tier(self):
        """Refusing asks for the reason first."""
        return self.action_decide_refuse()

    def _validate_tier(self, tiers=False):
        if not self._is_unlocked():
            self._refuse_addon_button()
        return super()._validate_tier(tiers)

    def _rejected_tier(self, tiers=False):
        if not self._is_unlocked():
            self._refuse_addon_button()
        return super()._rejected_tier(tiers)

    def _refuse_addon_button(self):
        raise DocumentLocked(
            self.env._(
                "Movements are decided with the buttons of their form. A refused one "
                "is submitted again as a new copy."
            )
        )

    def _notify_requested_review_body(self, tier_reviews=None):
        return self.env._(
            "%(document)s waits for your decision.", document=self.display_name
        )
