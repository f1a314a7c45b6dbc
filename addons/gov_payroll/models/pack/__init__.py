"""The finance pack: exports, bank files, the bank's answer."""

from . import (
    gov_bank_template,
    gov_bank_template_column,
    gov_pay_export,
    gov_pay_export_file,
    gov_pay_export_slips,
    gov_pay_download,
    gov_audit_entry,
    gov_access_policy,
    gov_bank_payment,
    gov_bank_payment_refused,
    gov_bank_return,
    gov_bank_return_line,
    hr_payslip_run_export,
)
