"""Decline needs, with an answer that the person reads in self-service."""

from odoo import fields, models


class GovTrainingNeedDecline(models.TransientModel):
    """One answer for all of them."""

    _name = "gov.training.need.decline"
    _description = "Decline Needs"

    need_ids = fields.Many2many("gov.training.need", string="Needs", required=True)
    answer = fields.Char(string="Answer to the Person", required=True)

    def action_confirm(self):
        """No session comes of these needs."""
        self.ensure_one()
        self.need_ids._decline(self.answer)
        return {"type": "ir.actions.act_window_close"}
