"""What one pay slip recovers of a loss."""

from odoo import api, fields, models
from odoo.exceptions import UserError


class GovPayLossPart(models.Model):
    """Made anew with each computing of the slip, final with the lock of its run."""

    _name = "gov.pay.loss.part"
    _description = "Part of a Loss Recovered"
    _inherit = ["gov.protected.mixin"]
    _order = "loss_id, date_from"

    loss_id = fields.Many2one(
        "gov.pay.loss", required=True, readonly=True, ondelete="restrict", index=True
    )
    slip_id = fields.Many2one(
        "hr.payslip",
        string="Pay Slip",
        required=True,
        readonly=True,
        ondelete="cascade",
        index=True,
    )
    run_id = fields.Many2one(
        "hr.payslip.run",
        string="Pay Run",
        required=True,
        readonly=True,
        ondelete="cascade",
        index=True,
    )
    run_state = fields.Selection(related="run_id.state", string="State of the Run")
    date_from = fields.Date(
        related="run_id.date_start", string="Month of Pay", store=True
    )
    amount = fields.Float(string="Recovered", digits=(12, 2), readonly=True)

    _once = models.UniqueIndex(
        "(loss_id, slip_id)", "This pay slip recovers a part of the loss already."
    )

    @api.model
    def _store(self, slips):
        """The parts of computed slips anew, as their lines say."""
        self.search([("slip_id", "in", slips.ids)]).unlink()
        lines = self.env["hr.payslip.line"].search(
            [("slip_id", "in", slips.ids), ("gov_reason", "=", "loss")]
        )
        self.create(
            [
                {
                    "loss_id": loss,
                    "slip_id": line.slip_id.id,
                    "run_id": line.slip_id.payslip_run_id.id,
                    "amount": float(amount),
                }
                for line in lines
                for loss, amount, _rest in line._gov_loss_parts()
            ]
        )

    def _release(self):
        """Runs that are not closed no longer take these parts; refuse the others."""
        pending = self.filtered(lambda part: part.run_state != "locked").run_id
        for run in pending:
            if run.state not in ("draft", "computed"):
                raise UserError(
                    self.env._(
                        "%s is being approved with this recovery. Ask for it to be "
                        "sent back first, or wait until it is locked.",
                        run.name,
                    )
                )
        # figures that no longer fit their slips must not be approved
        pending.filtered(lambda run: run.state == "computed")._gov_outdate()
