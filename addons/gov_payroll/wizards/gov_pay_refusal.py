"""Words to the refusal of a pay run."""

from odoo import fields, models


class GovPayRefusal(models.TransientModel):
    """The window that opens; the run checks whose turn it is."""

    _name = "gov.pay.refusal"
    _description = "Refusal of a Pay Run"

    run_id = fields.Many2one("hr.payslip.run", required=True, ondelete="cascade")
    comment = fields.Text(string="Reason", required=True)

    def action_refuse(self):
        """Send the run back with these words."""
        self.ensure_one()
        self.run_id.check_access("read")
        self.run_id._gov_refuse(self.comment)
        return {"type": "ir.actions.act_window_close"}
