"""The income-tax table of wages (综合所得预扣预缴), national and dated."""

from odoo import api, fields, models


class GovTaxTable(models.Model):
    """Policy: brackets, basic deduction and legal amounts of declared deductions."""

    _name = "gov.tax.table"
    _description = "Income-Tax Table"
    _inherit = ["gov.policy.mixin"]

    version_ids = fields.One2many(
        "gov.tax.table.version", "table_id", string="Versions"
    )

    @api.model
    def _version_on(self, day):
        """The version that binds on a day, empty when none does."""
        table = self.search([], limit=1)
        versions = self.env["gov.tax.table.version"]
        return versions._on_day(table, day).get(table, versions)

    @api.model
    def _versions_after(self, day):
        """The versions that come into force later than a day."""
        table = self.search([], limit=1)
        return table.version_ids.filtered(
            lambda version: version.state == "in_force" and version.date_from > day
        )
