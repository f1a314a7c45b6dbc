"""Rules of patrols (巡查制度), a dated policy document."""

from odoo import api, fields, models


class GovPatrolPolicy(models.Model):
    """Policy: rounds a day, and how long video recordings are kept."""

    _name = "gov.patrol.policy"
    _description = "Rules of Patrols"
    _inherit = ["gov.policy.county.mixin"]

    version_ids = fields.One2many(
        "gov.patrol.policy.version", "policy_id", string="Versions"
    )

    @api.model
    def _versions_for(self, counties, day):
        # sudo: everybody who meets a deadline depends on these public rules
        return super(GovPatrolPolicy, self.sudo())._versions_for(counties, day)
