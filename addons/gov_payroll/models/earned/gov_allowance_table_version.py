"""Allowance tables that pay runs were computed with."""

from odoo import models


class GovAllowanceTableVersion(models.Model):
    """A version behind an approved pay run cannot go back to draft."""

    _inherit = "gov.allowance.table.version"

    def _filter_used(self):
        # sudo: whoever may edit policy documents need not read pay runs
        runs = (
            self.env["hr.payslip.run"]
            .sudo()
            .search(
                [
                    ("gov_table_version_id", "in", self.ids),
                    ("state", "in", ("approved", "locked")),
                ]
            )
        )
        used = runs.gov_table_version_id.with_env(self.env)
        return super()._filter_used() | used
