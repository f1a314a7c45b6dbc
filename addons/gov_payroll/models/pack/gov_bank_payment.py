"""What a person gets by a bank file (代发明细): sent once, paid or refused."""

from odoo import api, fields, models

from odoo.addons.gov_window_staff.rules import identity

STATES = [
    ("sent", "Sent"),
    ("paid", "Paid"),
    ("refused", "Refused by the Bank"),
    ("unpaid", "Not in the File"),
    ("cancelled", "File Withdrawn"),
]
WHY_UNPAID = [
    ("no_card", "No Valid Bank Card"),
    ("not_positive", "Net Pay Is 0 or Less"),
    ("refused", "Refused by the Bank, Same Card Since"),
]


class GovBankPayment(models.Model):
    """One person of one export; two open payments of a pay slip cannot exist."""

    _name = "gov.bank.payment"
    _description = "Bank Payment"
    _inherit = ["gov.protected.mixin"]
    _order = "export_id, number, staff_no, id"
    _rec_name = "person_name"

    export_id = fields.Many2one(
        "gov.pay.export", required=True, ondelete="restrict", index=True
    )
    run_id = fields.Many2one(
        "hr.payslip.run",
        string="Pay Run",
        required=True,
        ondelete="restrict",
        index=True,
    )
    slip_id = fields.Many2one(
        "hr.payslip", string="Pay Slip", required=True, ondelete="restrict", index=True
    )
    number = fields.Integer(string="Row", help="Number of the row in the bank file.")
    part = fields.Integer(string="File No.")
    staff_no = fields.Char(string="Staff No.", required=True)
    person_name = fields.Char(string="Name", required=True)
    department_id = fields.Many2one("hr.department", string="Site", ondelete="restrict")
    # whole number: for the match with the bank's answer; nobody reads it on a screen
    card = fields.Char(groups=fields.NO_ACCESS)
    card_masked = fields.Char(string="Bank Card", compute="_compute_card_masked")
    amount = fields.Float(digits=(14, 2), required=True)
    state = fields.Selection(STATES, required=True, default="sent", index=True)
    unpaid_reason = fields.Selection(WHY_UNPAID, string="Why Not in the File")
    bank_reason = fields.Char(string="The Bank's Reason")

    _once = models.UniqueIndex(
        "(slip_id) WHERE state IN ('sent', 'paid')",
        "This pay slip is already with the bank or paid.",
    )

    @api.depends("card")
    def _compute_card_masked(self):
        # sudo: stars only, for those who may not read the number
        for payment, raw in zip(self, self.sudo(), strict=True):
            payment.card_masked = identity.last_four(raw.card) if raw.card else ""

    @api.model
    def _open_slips(self, slips):
        """Slips among these that a bank has or has paid."""
        found = self.search(
            [("slip_id", "in", slips.ids), ("state", "in", ["sent", "paid"])]
        )
        return found.slip_id
