"""The reason to send a refused payment to the same card once more."""

from odoo import fields, models


class GovPayInsist(models.TransientModel):
    """The window that opens; the payment checks the right and keeps the reason."""

    _name = "gov.pay.insist"
    _description = "Refused Payment Sent Again"

    payment_ids = fields.Many2many("gov.bank.payment", string="Payments", required=True)
    reason = fields.Text(required=True)

    def action_insist(self):
        """Keep the reason; the next export of the run sends these people."""
        self.ensure_one()
        self.payment_ids._insist(self.reason)
        return {"type": "ir.actions.act_window_close"}
