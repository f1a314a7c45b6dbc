"""The allowance table of a place (补贴标准), a dated policy document."""

from odoo import fields, models


class GovAllowanceTable(models.Model):
    """Policy: what skill, seniority and education are worth a month."""

    _name = "gov.allowance.table"
    _description = "Allowance Table"
    _inherit = ["gov.policy.county.mixin"]

    version_ids = fields.One2many(
        "gov.allowance.table.version", "table_id", string="Versions"
    )
