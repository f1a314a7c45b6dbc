"""What belongs to a window-staff pay run is written by the run alone.

OCA's own slips and runs, those without a county, keep their behaviour.
"""

from odoo import api, models

from odoo.addons.gov_window_staff.models.base.gov_protected_mixin import UNLOCK


class GovPayLockMixin(models.AbstractModel):
    """Conditional protection: a record inside a window-staff run, or moved into one."""

    _name = "gov.pay.lock.mixin"
    _description = "Part of a Pay Run"
    _inherit = ["gov.protected.mixin"]
    _hand_fields = frozenset(
        {"activity_ids", "message_follower_ids", "message_ids", "message_partner_ids"}
    )

    def _gov_runs(self):
        """Hook: window-staff runs that the records belong to."""
        return self.env["hr.payslip.run"]

    def _check_protection(self):
        if self.env.context.get("gov_unlock") is UNLOCK:
            return
        # sudo: the guard must see the run of a record that the user cannot read
        if self.sudo()._gov_runs().filtered("gov_county_id"):
            super()._check_protection()

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        records._check_protection()
        return records

    def write(self, vals):
        result = super().write(vals)
        if set(vals) - self._hand_fields:
            self._check_protection()
        return result
