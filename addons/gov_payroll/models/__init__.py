from . import (
    gov_allowance_table_version,
    gov_appraisal_round,
    gov_certificate,
    gov_pay_lock_mixin,
    gov_payslip_gap,
    hr_employee,
    hr_payslip,
    hr_payslip_input,
    hr_payslip_line,
    hr_payslip_run,
    hr_payslip_run_members,
    hr_payslip_run_output,
    hr_payslip_worked_days,
    hr_salary_rule,
    hr_salary_rule_category,
    res_currency,
)
from . import arrears
