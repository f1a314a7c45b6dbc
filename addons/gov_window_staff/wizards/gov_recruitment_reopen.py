"""Taking back the last result of an applicant, with the reason (更正结果)."""

from odoo import fields, models


class GovRecruitmentReopen(models.TransientModel):
    """Dialog: why the result is taken back."""

    _name = "gov.recruitment.reopen"
    _description = "Correct a Recruitment Result"

    step_id = fields.Many2one("gov.recruitment.step", required=True, readonly=True)
    applicant_id = fields.Many2one(related="step_id.applicant_id")
    reason = fields.Text(required=True)

    def action_apply(self):
        """The step is to do again; the reason stays in the history."""
        self.ensure_one()
        self.step_id._reopen(self.reason)
        return {"type": "ir.actions.act_window_close"}
