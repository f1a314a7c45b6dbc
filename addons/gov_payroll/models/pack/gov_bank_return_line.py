"""A row of the bank's answer, and the payment that it is about."""

from odoo import fields, models

from .gov_bank_return import RESULTS


class GovBankReturnLine(models.Model):
    """Row or payment: one of them may be missing, which is what is shown."""

    _name = "gov.bank.return.line"
    _description = "Row of a Bank's Answer"
    _inherit = ["gov.protected.mixin"]
    _order = "return_id, id"

    return_id = fields.Many2one(
        "gov.bank.return", required=True, ondelete="restrict", index=True
    )
    line_number = fields.Integer(string="Line of the File")
    result = fields.Selection(RESULTS, required=True, index=True)
    payment_id = fields.Many2one(
        "gov.bank.payment",
        ondelete="restrict",
        index="btree_not_null",
    )
    staff_no = fields.Char(related="payment_id.staff_no")
    person_name = fields.Char(string="Name")
    card_masked = fields.Char(string="Bank Card")
    amount = fields.Float(digits=(14, 2))
    sent_amount = fields.Float(related="payment_id.amount", string="Amount Sent")
    bank_reason = fields.Char(string="The Bank's Reason")
