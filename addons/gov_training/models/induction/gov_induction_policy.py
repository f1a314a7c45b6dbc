"""Rules of induction before post start (岗前培训规定), a dated policy document."""

from odoo import api, fields, models


class GovInductionPolicy(models.Model):
    """Policy: whether a county warns or refuses (D36)."""

    _name = "gov.induction.policy"
    _description = "Rules of Induction"
    _inherit = ["gov.policy.county.mixin"]

    version_ids = fields.One2many(
        "gov.induction.policy.version", "policy_id", string="Versions"
    )

    @api.model
    def _versions_for(self, counties, day):
        # sudo: everybody who proposes a movement depends on these public rules
        return super(GovInductionPolicy, self.sudo())._versions_for(counties, day)
