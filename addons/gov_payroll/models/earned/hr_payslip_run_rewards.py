"""Rewards of a quarter and of a year that no run has paid yet."""

from odoo import api, fields, models

from odoo.addons.gov_window_staff.rules.month import Month

QUARTER, YEAR = 3, 12  # months


class HrPayslipRun(models.Model):
    """Pay run that finds the results which no run has paid yet."""

    _inherit = "hr.payslip.run"

    def _gov_stars_due(self):
        """{hr.employee: [gov.star.result]} to pay, the oldest first; one a run."""
        results = self.env["gov.star.result"]
        for day in self._gov_days_back(QUARTER):
            results |= results._reward_due(self.gov_county_id, day)
        return self._gov_unpaid(results.sorted("date_from"), "gov_star_id")

    def _gov_bonuses_due(self):
        """{hr.employee: [gov.annual.appraisal]} to pay, the oldest first; one a run."""
        results = self.env["gov.annual.appraisal"]
        for year in sorted({day.year for day in self._gov_days_back(YEAR)}):
            results |= results._bonus_due(self.gov_county_id, year)
        return self._gov_unpaid(results.sorted("year"), "gov_annual_id")

    def _gov_days_back(self, months):
        """A day of each period of so many months that ended by the run's month."""
        back = max(self.gov_pay_version_id.arrears_months, months)
        last = Month.of(self.date_start).last
        days = (fields.Date.subtract(last, months=n) for n in range(0, back + 1))
        return [day for day in days if day.month % months == 0]

    @api.model
    def _gov_unpaid(self, results, line_field):
        """The results of each person that no other run has a line of."""
        lines = self.env["hr.payslip.line"].search(
            [
                (line_field, "in", results.ids),
                ("slip_id.payslip_run_id", "!=", self.id),
            ]
        )
        due = {}
        for result in results - lines[line_field]:
            due.setdefault(result.employee_id, []).append(result)
        return due
