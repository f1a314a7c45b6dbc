"""The building standard of sites (机构建设标准), a dated policy document."""

from odoo import api, fields, models


class GovSiteStandard(models.Model):
    """Policy: signboards, number of windows and posts of sites by level."""

    _name = "gov.site.standard"
    _description = "Site Standard"
    _inherit = ["gov.policy.mixin"]
    _order = "is_default desc, code"

    is_default = fields.Boolean(
        string="For All Other Counties",
        copy=False,
        help="Applies to every county that has not chosen another document.",
    )
    county_ids = fields.One2many(
        "hr.department",
        "gov_standard_id",
        string="Counties",
        domain=[("gov_level", "=", "county")],
    )
    version_ids = fields.One2many(
        "gov.site.standard.version", "standard_id", string="Versions"
    )

    _default_uniq = models.UniqueIndex(
        "(is_default) WHERE is_default",
        "Another document applies to all other counties already.",
    )

    @api.model
    def _for_counties(self, counties):
        """The document of each county: its own, or the one for all others.

        :return: {hr.department: gov.site.standard}; the empty department stands for
            whatever belongs to no county
        """
        default = self.search([("is_default", "=", True)], limit=1)
        empty = self.env["hr.department"]
        return {empty: default} | {
            county: county.gov_standard_id.filtered("active") or default
            for county in counties
        }
