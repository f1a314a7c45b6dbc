"""The add-on's own ways into the approval of a run lead to the run's own buttons."""

from odoo import models

from odoo.addons.gov_window_staff.exceptions import DocumentLocked


class HrPayslipRun(models.Model):
    """What base_tier_validation offers every user, closed or led to our steps."""

    _inherit = "hr.payslip.run"

    def validate_tier(self):
        """The button of the add-on decides like the form's own."""
        return self.action_gov_approve()

    def reject_tier(self):
        """Refusing asks for the reason first."""
        return self.action_gov_ask_refuse()

    def restart_validation(self):
        """Never: the decisions would be lost."""
        raise DocumentLocked(
            self.env._("Steps of a run are begun anew by handing it in again.")
        )

    def request_validation(self):
        """Only by handing in, which checks the run."""
        if not self.env.su:
            raise DocumentLocked(self.env._("Hand the run in with its button."))
        return super().request_validation()

    def _validate_tier(self, tiers=False):
        if not self.env.su:
            raise DocumentLocked(self.env._("Decide with the buttons of the run."))
        return super()._validate_tier(tiers)

    def _rejected_tier(self, tiers=False):
        raise DocumentLocked(self.env._("Decide with the buttons of the run."))

    def _tier_validation_check_write_allowed(self, vals):
        # the protection of the run says what may be written, and by which method
        return

    def _tier_validation_check_write_remove_reviews(self, vals):
        # sudo: steps of an earlier submission go with it
        return super(
            HrPayslipRun, self.sudo()
        )._tier_validation_check_write_remove_reviews(vals)

    def _notify_requested_review_body(self, tier_reviews=None):
        return self.env._("%s waits for your decision.", self.name)
