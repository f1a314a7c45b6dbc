"""Admit somebody whose eligibility the system cannot tell (资格审核)."""

from odoo import fields, models


class GovCertificationAdmit(models.TransientModel):
    """Dialog of the reason."""

    _name = "gov.certification.admit"
    _description = "Admit to a National Exam"

    registration_id = fields.Many2one(
        "gov.certification.registration", required=True, readonly=True
    )
    reason = fields.Char(required=True)

    def action_apply(self):
        """Admit; the reason stays in the history of the exam."""
        self.ensure_one()
        self.registration_id._admit(self.reason)
        return {"type": "ir.actions.act_window_close"}
