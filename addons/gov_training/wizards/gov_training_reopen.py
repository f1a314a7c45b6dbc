"""Reopen a closed session."""

from odoo import fields, models


class GovTrainingReopen(models.TransientModel):
    """The reason goes to the session's history."""

    _name = "gov.training.reopen"
    _description = "Reopen Session"

    session_id = fields.Many2one(
        "gov.training.session", required=True, ondelete="cascade"
    )
    reason = fields.Text(required=True)

    def action_confirm(self):
        """Back to signing in."""
        self.ensure_one()
        self.session_id._reopen(self.reason.strip())
        return {"type": "ir.actions.act_window_close"}
