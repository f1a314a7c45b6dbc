"""A person refuses a reasonable transfer (拒绝合理的工作调整, S8)."""

from odoo import fields, models


class GovTransferRefused(models.TransientModel):
    """Dialog: on which day, in which words."""

    _name = "gov.transfer.refused"
    _description = "Transfer Refused by the Person"

    movement_id = fields.Many2one("gov.staff.movement", required=True, readonly=True)
    date = fields.Date(required=True, default=fields.Date.context_today)
    note = fields.Text(string="Words of the Person", required=True)

    def action_apply(self):
        """The transfer ends; the refusal stays as a dated fact."""
        self.ensure_one()
        self.movement_id._person_refused(self.date, self.note)
        return {"type": "ir.actions.act_window_close"}
