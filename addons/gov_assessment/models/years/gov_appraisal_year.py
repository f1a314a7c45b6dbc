"""A locked month that is corrected changes the quarter and the year made of it."""

from odoo import models

RESULT = {"grade", "total"}


class GovAppraisal(models.Model):
    """Sheet that tells the periods above it."""

    _inherit = "gov.appraisal"

    def write(self, vals):
        result = super().write(vals)
        if RESULT & set(vals):
            corrected = self.filtered(lambda sheet: sheet.round_id.state == "locked")
            if corrected:
                self.env["gov.annual.round"]._months_corrected(corrected)
                self.env["gov.star.round"]._months_corrected(corrected)
        return result
