"""Rules for the handling of bad reviews (好差评办理规定), a dated policy document."""

from odoo import api, fields, models


class GovReviewPolicy(models.Model):
    """Policy: how soon a bad review is verified, put right and followed up."""

    _name = "gov.review.policy"
    _description = "Rules for Citizen Reviews"
    _inherit = ["gov.policy.county.mixin"]

    version_ids = fields.One2many(
        "gov.review.policy.version", "policy_id", string="Versions"
    )

    @api.model
    def _due_in(self, counties, day, field):
        """{county: last day of a step that begins on `day`}, False without a rule.

        :param field: figure of the version, such as `verify_days` (working days)
        """
        calendar = self.env["gov.calendar.year"]._calendar()
        versions = self._versions_for(counties, day)
        return {
            county: bool(version) and calendar.add(day, version[field])
            for county, version in versions.items()
        }
