"""The policy documents of contributions and tax that bind a pay run."""

from odoo import models

from odoo.addons.gov_window_staff.rules.month import Month


class HrPayslipRun(models.Model):
    """Pay run with the tables of its county and month."""

    _inherit = "hr.payslip.run"

    def _gov_contribution_version(self):
        """The contribution table that binds on the month's first day, or none."""
        self.ensure_one()
        tables = self.env["gov.contribution.table"]
        county = self.gov_county_id
        return tables._versions_for(county, self.date_start)[county]

    def _gov_tax_version(self):
        """The income-tax table of this run and the `Month` in which it is taxed.

        The version of the pay month says when wages are taxed; the table is that of
        the month of taxation.
        """
        self.ensure_one()
        tables = self.env["gov.tax.table"]
        version = tables._version_on(self.date_start)
        if not version:
            return version, None
        month = version._tax_month(Month.of(self.date_start))
        return tables._version_on(month.first), month
