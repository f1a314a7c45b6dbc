"""Duty before the newcomer's checklist is done, once, with a day (D36)."""

from odoo import fields, models


class GovDutyAllow(models.TransientModel):
    """Dialog: until when, and why."""

    _name = "gov.duty.allow"
    _description = "Allow Duty before the Checklist is Done"

    movement_id = fields.Many2one("gov.staff.movement", required=True, readonly=True)
    until = fields.Date(string="To Be Made Up By", required=True)
    reason = fields.Char(required=True)

    def action_apply(self):
        """Allow it; the day and the reason stay in the steps."""
        self.ensure_one()
        self.movement_id._allow_duty(self.until, self.reason)
        return {"type": "ir.actions.act_window_close"}
