"""Reply of a unit to the order to send a replacement."""

from odoo import fields, models


class GovReplacementReply(models.TransientModel):
    """Dialog: sent or refused, on which day, in which words."""

    _name = "gov.replacement.reply"
    _description = "Reply of the Unit"

    movement_id = fields.Many2one("gov.staff.movement", required=True, readonly=True)
    result = fields.Selection(
        [("sent", "A replacement is sent"), ("refused", "The unit refuses")],
        default="sent",
        required=True,
    )
    date = fields.Date(required=True, default=fields.Date.context_today)
    note = fields.Text(string="Words of the Unit")

    def action_apply(self):
        """Record the reply."""
        self.ensure_one()
        self.movement_id._reply(self.result, self.date, self.note)
        return {"type": "ir.actions.act_window_close"}
