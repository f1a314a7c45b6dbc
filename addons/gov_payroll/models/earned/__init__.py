"""What is earned in a month: rules of pay, part months, leave, rewards."""

from . import (
    gov_allowance_eligibility,
    gov_allowance_table_version,
    gov_certificate,
    gov_funding_source,
    gov_pay_policy,
    gov_pay_policy_version,
    gov_pay_wage,
    gov_pay_leave,
    gov_pay_channel,
    gov_payslip_gap_part,
    hr_payslip_run_part,
    hr_payslip_run_rewards,
    hr_payslip_part,
    hr_payslip_away,
    hr_payslip_reward,
    hr_payslip_line_part,
    hr_payslip_line_away,
)
