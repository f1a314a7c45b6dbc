"""Rules of mentoring of a place (师徒结对办法), a dated policy document."""

from odoo import api, fields, models


class GovMentoringPolicy(models.Model):
    """Policy: how many apprentices, how long, who may be a mentor, who does what."""

    _name = "gov.mentoring.policy"
    _description = "Rules of Mentoring"
    _inherit = ["gov.policy.county.mixin"]

    version_ids = fields.One2many(
        "gov.mentoring.policy.version", "policy_id", string="Versions"
    )

    @api.model
    def _versions_for(self, counties, day):
        # sudo: everybody who signs an agreement depends on these public rules
        return super(GovMentoringPolicy, self.sudo())._versions_for(counties, day)

    @api.model
    def _version_for(self, county, day):
        # sudo: as above
        return super(GovMentoringPolicy, self.sudo())._version_for(county, day)
