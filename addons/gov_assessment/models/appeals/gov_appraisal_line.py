"""Lines of a month as their person sees them."""

from odoo import models


class GovAppraisalLine(models.Model):
    """What the portal shows beside the points."""

    _inherit = "gov.appraisal.line"

    def _own_evidence(self):
        """Files of the own records; a shared line is somebody else's record (连带)."""
        own = self.filtered(lambda line: not line.is_shared)
        return own.event_id.evidence_ids
