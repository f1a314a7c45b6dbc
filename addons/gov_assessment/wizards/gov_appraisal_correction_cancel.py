"""Give a correction up, with the reason."""

from odoo import fields, models


class GovAppraisalCorrectionCancel(models.TransientModel):
    """The month stays as it is; the reason stays on the correction."""

    _name = "gov.appraisal.correction.cancel"
    _description = "Cancel Correction"

    correction_id = fields.Many2one(
        "gov.appraisal.correction", required=True, ondelete="cascade"
    )
    reason = fields.Char(required=True)

    def action_confirm(self):
        """Cancel it."""
        self.ensure_one()
        self.correction_id._cancel(self.reason.strip())
        return {"type": "ir.actions.act_window_close"}
