"""Refused payments: not sent again to the same card unless somebody insists."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from .gov_pay_export import FINANCE


class GovBankPayment(models.Model):
    """A refused payment waits for another card, or for finance to insist."""

    _inherit = "gov.bank.payment"

    insist_reason = fields.Char(string="Why to the Same Card")
    insisted_by_id = fields.Many2one(
        "res.users", string="Insisted On By", ondelete="restrict"
    )
    insisted_on = fields.Datetime()
    is_last_refused = fields.Boolean(
        string="Waits for Another Card", compute="_compute_is_last_refused"
    )

    @api.depends("state", "insisted_on")
    def _compute_is_last_refused(self):
        held = self._last_refused(self.slip_id)
        for payment in self:
            payment.is_last_refused = payment in held.values()

    @api.model
    def _last_refused(self, slips):
        """{slip id: refused payment} of slips that no bank has now and nobody insists
        on; of several refusals the last."""
        found = self.search(
            [
                ("slip_id", "in", slips.ids),
                ("state", "in", ["sent", "paid", "refused"]),
            ],
            order="id",
        )
        last = {payment.slip_id.id: payment for payment in found}
        return {
            slip: payment
            for slip, payment in last.items()
            if payment.state == "refused" and not payment.insisted_on
        }

    @api.model
    def _held_cards(self, slips):
        """{slip id: card that the bank refused}; another card is sent at once."""
        return {slip: raw.card for slip, raw in self._last_refused(slips).items()}

    @api.model
    def _unpaid_text(self, slip, why):
        """Why a person is on 未发放名单, in words; with what the bank said of it."""
        text = dict(self._fields["unpaid_reason"]._description_selection(self.env))[why]
        refused = self._last_refused(slip).get(slip.id) if why == "refused" else None
        return f"{text}：{refused.bank_reason}" if refused else text

    def action_ask_insist(self):
        """Open the window for the reason to send to the same card once more."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.pay.insist",
            "view_mode": "form",
            "target": "new",
            "context": {"default_payment_ids": self.ids},
            "name": self.env._("Send Again to the Same Card"),
        }

    @api.private
    def _insist(self, reason):
        """仍发原卡: the next export sends these people to the card that was refused."""
        self.env["hr.payslip.run"]._gov_need(FINANCE)
        self.check_access("read")
        if not (reason or "").strip():
            raise UserError(self.env._("Say why the same card is to be paid again."))
        # sudo: payments are written by the system alone; right and row are above
        payments = self.sudo()._unprotected()
        payments._take()
        held = payments._last_refused(payments.slip_id).values()
        settled = [payment for payment in payments if payment not in held]
        if settled:
            raise UserError(
                self.env._(
                    "The payment of %s is not the last one that the bank refused; only "
                    "such a one is sent again.",
                    settled[0].person_name,
                )
            )
        payments.write(
            {
                "insist_reason": reason.strip(),
                "insisted_by_id": self.env.uid,
                "insisted_on": fields.Datetime.now(),
            }
        )
