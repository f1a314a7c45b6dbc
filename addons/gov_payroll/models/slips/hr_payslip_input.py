"""Inputs of pay slips inside a window-staff run."""

from odoo import models


class HrPayslipInput(models.Model):
    """OCA gives officers every right here; the record rules are ours."""

    _name = "hr.payslip.input"
    _inherit = ["hr.payslip.input", "gov.pay.lock.mixin"]

    def _gov_runs(self):
        return self.payslip_id.payslip_run_id
