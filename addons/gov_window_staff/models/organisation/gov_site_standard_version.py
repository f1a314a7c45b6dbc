"""A dated version of the building standard of sites."""

from odoo import fields, models
from odoo.exceptions import UserError


class GovSiteStandardVersion(models.Model):
    """One text of the standard with a line for each level."""

    _name = "gov.site.standard.version"
    _description = "Site Standard Version"
    _inherit = ["gov.policy.version.mixin", "mail.thread"]
    _policy_field = "standard_id"

    standard_id = fields.Many2one(
        "gov.site.standard", required=True, ondelete="restrict", index=True
    )
    is_default = fields.Boolean(related="standard_id.is_default")
    pilot_only = fields.Boolean(
        string="Pilot Sites Only",
        help="Other sites are not checked until they are marked as pilots (试点).",
    )
    turnover_alert = fields.Float(
        string="Turnover Alert From (%)",
        digits=(5, 1),
        default=30,
        help="Entries and leaves of twelve months for 100 people, from which a unit is "
        "marked as changing its window staff too often. Read from the document for "
        "all other counties, because a unit belongs to no county.",
    )
    line_ids = fields.One2many(
        "gov.site.standard.line", "version_id", string="Levels", copy=True
    )

    _date_from_uniq = models.UniqueIndex(
        "(standard_id, date_from)", "A version with this start date already exists."
    )

    def _check_complete(self):
        empty = self.filtered(lambda version: not version.line_ids)
        if empty:
            raise UserError(
                self.env._("%(name)s has no levels yet.", name=empty[0].name)
            )

    def _line_for(self, site):
        """The line that a site is checked by; empty when the site is not checked."""
        self.ensure_one()
        if self.pilot_only and not site.gov_is_pilot:
            return self.line_ids.browse()
        return self.line_ids.filtered(lambda line: line.level == site.gov_level)
