"""Contributions and income tax (社会保险、公积金、个人所得税)."""

from . import (
    gov_contribution_table,
    gov_contribution_table_version,
    gov_contribution_rate,
    gov_contribution_base,
    gov_tax_table,
    gov_tax_table_version,
    gov_tax_bracket,
    gov_import_log_mixin,
    gov_tax_deduction_limit,
    gov_tax_deduction,
    gov_tax_opening,
    gov_payslip_tax,
    gov_payslip_gap_policy,
    hr_payslip_contribution,
    hr_payslip_line_reason,
    hr_payslip_run_policy,
    hr_payslip_tax,
)
