"""Losses recovered from wages (扣款赔偿)."""

from . import (
    gov_pay_loss,
    gov_pay_loss_part,
    gov_payslip_gap_loss,
    hr_payslip_loss,
    hr_payslip_line_loss,
    hr_payslip_run_loss,
)
