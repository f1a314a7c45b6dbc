"""One more attempt at an exam, with the reason (补考)."""

from odoo import fields, models


class GovExamGrant(models.TransientModel):
    """Dialog of the reason."""

    _name = "gov.exam.grant"
    _description = "Grant a Retake"

    candidate_id = fields.Many2one("gov.exam.candidate", required=True, readonly=True)
    reason = fields.Char(required=True)

    def action_apply(self):
        """Grant it; the reason stays in the history of the exam."""
        self.ensure_one()
        self.candidate_id._grant(self.reason)
        return {"type": "ir.actions.act_window_close"}
