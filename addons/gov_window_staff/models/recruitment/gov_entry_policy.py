"""Rules of entry and leaving of a place (准入与离岗规定), a dated policy document."""

from odoo import api, fields, models


class GovEntryPolicy(models.Model):
    """Policy: public notice, vetting, probation, replacement, repeated absence."""

    _name = "gov.entry.policy"
    _description = "Rules of Entry and Leaving"
    _inherit = ["gov.policy.county.mixin"]

    version_ids = fields.One2many(
        "gov.entry.policy.version", "policy_id", string="Versions"
    )

    @api.model
    def _versions_for(self, counties, day):
        # sudo: everybody who meets a deadline depends on these public rules
        return super(GovEntryPolicy, self.sudo())._versions_for(counties, day)

    @api.model
    def _version_for(self, county, day):
        # sudo: as above
        return super(GovEntryPolicy, self.sudo())._version_for(county, day)
