"""A document of a county (区县的政策文件): its own goes before the one for all."""

from odoo import api, fields, models


class GovPolicyCountyMixin(models.AbstractModel):
    """Finds the document and the version that bind in counties."""

    _name = "gov.policy.county.mixin"
    _inherit = ["gov.policy.mixin"]
    _description = "Policy Document of a County"

    department_id = fields.Many2one(
        "hr.department",
        string="County",
        domain=[("gov_level", "=", "county")],
        help="County in which it applies; empty: wherever no other does.",
    )

    @api.model
    def _for_counties(self, counties):
        """The document of each county: its own, or the one for all.

        :return: {hr.department: document, may be empty}; the empty department stands
            for whatever belongs to no county
        """
        found = self.search([("department_id", "in", [*counties.ids, False])])
        # in the order of the codes, should a county have several
        documents = found.grouped("department_id")
        nowhere = counties.browse()
        general = documents.get(nowhere, self.browse())
        return {
            county: documents.get(county._origin, general)[:1]
            for county in (nowhere, *counties)
        }

    @api.model
    def _for_county(self, county):
        """The document of one county, which may be the empty department."""
        return self._for_counties(county)[county]

    @api.model
    def _versions_for(self, counties, day):
        """The version that binds each county on a day, empty where none does.

        Two queries for any number of counties.
        """
        documents = self._for_counties(counties)
        none = self.browse().version_ids
        versions = none._on_day(self.union(*documents.values()), day)
        return {
            county: versions.get(document, none)
            for county, document in documents.items()
        }

    @api.model
    def _version_for(self, county, day):
        """The version that binds a county on a day.

        :raises NotInForce: when no text applies on that day
        """
        versions = self.browse().version_ids
        return versions._in_force(self._for_county(county), day)
