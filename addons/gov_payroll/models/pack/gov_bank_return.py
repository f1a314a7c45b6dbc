"""The bank's answer to a wage file (银行回盘): who was paid, who was not."""

from odoo import api, fields, models

RESULTS = [
    ("paid", "Paid"),
    ("refused", "Refused by the Bank"),
    ("known", "Known Already"),
    ("unmatched", "Fits No Payment"),
    ("differs", "Other Amount or State"),
    ("twice", "Stands Twice"),
    ("missing", "No Answer"),
]
ODD = ("unmatched", "differs", "twice")


class GovBankReturn(models.Model):
    """One answer as it came, matched with the payments of an export."""

    _name = "gov.bank.return"
    _description = "Answer of the Bank"
    _inherit = ["gov.protected.mixin"]
    _order = "date desc, id desc"
    _rec_name = "file_name"

    export_id = fields.Many2one(
        "gov.pay.export",
        string="Finance Pack",
        required=True,
        ondelete="restrict",
        index=True,
    )
    run_id = fields.Many2one(related="export_id.run_id", store=True, index=True)
    file_name = fields.Char(string="File", required=True)
    sha256 = fields.Char(string="SHA-256", required=True)
    user_id = fields.Many2one(
        "res.users", string="Read By", required=True, ondelete="restrict"
    )
    date = fields.Datetime(string="Read On", required=True)
    line_ids = fields.One2many("gov.bank.return.line", "return_id", string="Rows")
    paid_count = fields.Integer(string="Paid", compute="_compute_figures")
    refused_count = fields.Integer(
        string="Refused by the Bank", compute="_compute_figures"
    )
    odd_count = fields.Integer(string="To Be Looked At", compute="_compute_figures")
    missing_count = fields.Integer(string="No Answer", compute="_compute_figures")
    paid_total = fields.Float(
        string="Total Paid", digits=(14, 2), compute="_compute_figures"
    )
    refused_total = fields.Float(
        string="Total Refused", digits=(14, 2), compute="_compute_figures"
    )

    _once = models.Constraint(
        "UNIQUE(export_id, sha256)", "This answer was read before."
    )

    @api.depends("line_ids.result", "line_ids.amount")
    def _compute_figures(self):
        groups = self.env["gov.bank.return.line"]._read_group(
            [("return_id", "in", self.ids)],
            ["return_id", "result"],
            ["__count", "amount:sum"],
        )
        found = {(answer.id, result): (n, total) for answer, result, n, total in groups}
        for answer in self:
            figures = {key: found.get((answer.id, key), (0, 0)) for key, _l in RESULTS}
            answer.paid_count, answer.paid_total = figures["paid"]
            answer.refused_count, answer.refused_total = figures["refused"]
            answer.missing_count = figures["missing"][0]
            answer.odd_count = sum(figures[key][0] for key in ODD)

    def _gov_open(self):
        """The screen of one answer."""
        action = self.env["ir.actions.actions"]._for_xml_id(
            "gov_payroll.gov_bank_return_action"
        )
        return dict(action, res_id=self.id, views=[(False, "form")])
