"""A proof of induction from outside (岗前培训证明)."""

from odoo import fields, models


class GovInductionCertify(models.TransientModel):
    """Dialog: when and where it was passed."""

    _name = "gov.induction.certify"
    _description = "Accept a Proof of Induction"

    movement_id = fields.Many2one("gov.staff.movement", required=True, readonly=True)
    day = fields.Date(string="Passed On", required=True)
    proof = fields.Char(
        required=True, help="Who held it, number of the paper, where it is kept."
    )

    def action_apply(self):
        """Accept it; day, words and officer stay in the steps."""
        self.ensure_one()
        self.movement_id._certify_induction(self.day, self.proof)
        return {"type": "ir.actions.act_window_close"}
