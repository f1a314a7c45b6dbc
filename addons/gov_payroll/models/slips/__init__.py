"""Pay slips and their lines, computed in sets on OCA payroll."""

from . import (
    hr_salary_rule_category,
    hr_salary_rule,
    hr_payslip,
    hr_payslip_elements,
    hr_payslip_line,
    hr_payslip_input,
    hr_payslip_worked_days,
    hr_payslip_print,
)
