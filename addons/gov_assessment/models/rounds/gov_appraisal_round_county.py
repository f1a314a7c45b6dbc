"""Who is asked about a month of a county: nobody who keeps to other counties."""

from odoo import api, models


class GovAppraisalRound(models.Model):
    """Month whose reviewers may see it."""

    _inherit = "gov.appraisal.round"

    @api.depends("county_id")
    def _compute_reviewers(self):
        result = super()._compute_reviewers()
        for batch in self:
            for name in ("reviewer_officer_ids", "reviewer_leader_ids"):
                batch[name] = batch[name]._gov_of_county(batch.county_id)
        return result
