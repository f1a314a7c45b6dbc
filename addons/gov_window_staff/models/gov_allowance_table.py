"""The allowance table of a place (补贴标准), a dated policy document."""

from odoo import api, fields, models


class GovAllowanceTable(models.Model):
    """Policy: what skill, seniority and education are worth a month."""

    _name = "gov.allowance.table"
    _description = "Allowance Table"
    _order = "code"

    name = fields.Char(required=True)
    code = fields.Char(required=True, copy=False)
    active = fields.Boolean(default=True)
    department_id = fields.Many2one(
        "hr.department",
        string="County",
        domain=[("gov_level", "=", "county")],
        help="County in which the table applies; empty: wherever no other does.",
    )
    version_ids = fields.One2many(
        "gov.allowance.table.version", "table_id", string="Versions"
    )

    _code_uniq = models.Constraint("UNIQUE(code)", "This code is already in use.")

    @api.ondelete(at_uninstall=False)
    def _unlink_only_without_binding_text(self):
        # in words, before the database refuses
        self.version_ids._check_editable()

    def _for_county(self, county):
        """The table of a county: its own, or the one for all."""
        tables = self.search([("department_id", "in", [county.id, False])])
        return tables.sorted(lambda table: not table.department_id)[:1]
