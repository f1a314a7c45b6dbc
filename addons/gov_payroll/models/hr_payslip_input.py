"""Inputs of pay slips inside a window-staff run."""

from odoo import models


class HrPayslipInput(models.Model):
    """OCA gives officers every right here and no record rule; see security/rules.xml."""

    _name = "hr.payslip.input"
    _inherit = ["hr.payslip.input", "gov.pay.lock.mixin"]

    def _gov_runs(self):
        return self.payslip_id.payslip_run_id
