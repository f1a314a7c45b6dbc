"""What the holder may do with an own upload, besides uploading (本人上传)."""

from odoo import models
from odoo.exceptions import UserError


class GovCertificate(models.Model):
    """Certificate as its holder sees it."""

    _inherit = "gov.certificate"

    def _can_be_withdrawn(self):
        """Own uploads only, and only while nobody has looked at them."""
        self.ensure_one()
        return self.state == "draft" and self.origin == "portal"

    def _withdraw_from_portal(self):
        """The holder takes an own upload back; the caller has tested whose it is."""
        self._take_in_states("draft")
        if not self._can_be_withdrawn():
            raise UserError(
                self.env._(
                    "Certificate %s was entered by the office. Ask the HR officer to "
                    "change it.",
                    self.number,
                )
            )
        self.unlink()
