"""Social insurance and housing fund of a place (社会保险和住房公积金缴费标准)."""

from odoo import fields, models


class GovContributionTable(models.Model):
    """Policy: what person and employer pay; every place has its own figures."""

    _name = "gov.contribution.table"
    _description = "Contribution Table"
    _inherit = ["gov.policy.county.mixin"]

    version_ids = fields.One2many(
        "gov.contribution.table.version", "table_id", string="Versions"
    )
