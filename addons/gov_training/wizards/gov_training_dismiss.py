"""Dismiss incidents that were no fault of the person."""

from odoo import fields, models


class GovTrainingDismiss(models.TransientModel):
    """The reason stays with each of them."""

    _name = "gov.training.dismiss"
    _description = "Dismiss Incidents"

    incident_ids = fields.Many2many("gov.training.incident", required=True)
    reason = fields.Char(required=True)

    def action_confirm(self):
        """They do not go to assessment."""
        self.ensure_one()
        self.incident_ids._dismiss(self.reason)
        return {"type": "ir.actions.act_window_close"}
