"""The pay run: readiness, computing, changes, approval, lock."""

from . import (
    hr_payslip_run,
    hr_payslip_run_members,
    gov_payslip_gap,
    gov_payslip_gap_run,
    gov_payslip_change,
    gov_pay_chunk,
    hr_payslip_run_approval,
    hr_payslip_run_changes,
    hr_payslip_run_jobs,
    hr_payslip_run_output,
    hr_payslip_run_tier,
    tier_definition,
    gov_appraisal_round,
)
