"""What the registry shows for one certificate."""

from odoo import api, fields, models
from odoo.exceptions import UserError

OUTCOMES = [
    ("verified", "Genuine"),
    ("rejected", "Not Confirmed"),
    ("later", "Decide Later"),
]


class GovCertificateVerifyLine(models.TransientModel):
    """Outcome of one look-up; a rejection needs its reason."""

    _name = "gov.certificate.verify.line"
    _description = "Result of a Registry Look-up"

    sheet_id = fields.Many2one(
        "gov.certificate.verify", required=True, ondelete="cascade"
    )
    certificate_id = fields.Many2one(
        "gov.certificate", required=True, readonly=True, ondelete="cascade"
    )
    employee_id = fields.Many2one(related="certificate_id.employee_id")
    level_id = fields.Many2one(related="certificate_id.level_id")
    issue_date = fields.Date(related="certificate_id.issue_date")
    outcome = fields.Selection(OUTCOMES, required=True, default="verified")
    result = fields.Char(
        string="Registry Result",
        compute="_compute_result",
        store=True,
        readonly=False,
        help="What the registry shows for this number.",
    )
    reason = fields.Char(string="Reason of Rejection")

    @api.depends("outcome")
    def _compute_result(self):
        texts = {
            "verified": self.env._("Found; name, level and date agree"),
            "rejected": self.env._("Not found, or does not agree"),
        }
        for line in self:
            line.result = texts.get(line.outcome)

    def _check_texts(self):
        unexplained = self.filtered(
            lambda line: line.outcome == "rejected" and not (line.reason or "").strip()
        )
        if unexplained:
            raise UserError(
                self.env._(
                    "Give the reason why certificate %s is not confirmed; its holder "
                    "will read it.",
                    unexplained[0].certificate_id.number,
                )
            )
        empty = self.filtered(lambda line: not (line.result or "").strip())
        if empty:
            raise UserError(
                self.env._(
                    "Record what the registry shows for certificate %s.",
                    empty[0].certificate_id.number,
                )
            )
