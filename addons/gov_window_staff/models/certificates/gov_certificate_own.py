"""What the holder may do with an own upload, besides uploading (本人上传)."""

from odoo import models
from odoo.exceptions import LockError, UserError


class GovCertificate(models.Model):
    """Certificate as its holder sees it."""

    _inherit = "gov.certificate"

    def _can_be_withdrawn(self):
        """Own uploads only, and only while nobody has looked at them."""
        self.ensure_one()
        return self.state == "draft" and self.origin == "portal"

    def _withdraw_from_portal(self):
        """The holder takes an own upload back; the caller has tested whose it is."""
        try:
            self.lock_for_update()
        except LockError as error:
            raise UserError(
                self.env._("An officer is just looking at it. Try again in a minute.")
            ) from error
        self.invalidate_recordset()
        if not self._can_be_withdrawn():
            raise UserError(
                self.env._(
                    "Certificate %s has been looked at, or the office has entered it. "
                    "Ask the HR officer.",
                    self.number,
                )
            )
        self.unlink()
