from . import (
    gov_pay_arrears,
    hr_payslip_arrears,
    hr_payslip_run_arrears,
    hr_payslip_run_owed,
    hr_payslip_run_late_entry,
)
