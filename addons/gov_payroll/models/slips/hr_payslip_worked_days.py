"""Worked days of pay slips inside a window-staff run."""

from odoo import models


class HrPayslipWorkedDays(models.Model):
    """OCA gives officers every right here; the record rules are ours."""

    _name = "hr.payslip.worked_days"
    _inherit = ["hr.payslip.worked_days", "gov.pay.lock.mixin"]

    def _gov_runs(self):
        return self.payslip_id.payslip_run_id
