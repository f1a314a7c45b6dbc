"""The reason why a certificate goes back to verification or is declared void."""

from odoo import fields, models
from odoo.exceptions import UserError

KINDS = [("undo", "Send Back to Verification"), ("void", "Declare Void")]


class GovCertificateReason(models.TransientModel):
    """The reason stays in the certificate's history."""

    _name = "gov.certificate.reason"
    _description = "Reason for a Certificate"

    certificate_ids = fields.Many2many("gov.certificate", required=True)
    kind = fields.Selection(KINDS, required=True, readonly=True)
    reason = fields.Text(required=True)

    def action_confirm(self):
        """Do it, with the reason."""
        self.ensure_one()
        reason = (self.reason or "").strip()
        if not reason:
            raise UserError(self.env._("Give the reason."))
        if self.kind == "undo":
            self.certificate_ids._undo(reason)
        else:
            self.certificate_ids._void(reason)
        return {"type": "ir.actions.act_window_close"}
