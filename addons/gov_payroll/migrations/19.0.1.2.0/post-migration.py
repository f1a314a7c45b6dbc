"""Finance does not see a run while it is computed in parts: rules are noupdate."""

from odoo import SUPERUSER_ID, api

PATHS = {
    "hr_payslip_run_rule_finance": "",
    "hr_payslip_rule_finance": "payslip_run_id.",
    "hr_payslip_line_rule_finance": "slip_id.payslip_run_id.",
}


def migrate(cr, version):
    if not version:
        return
    env = api.Environment(cr, SUPERUSER_ID, {})
    for name, path in PATHS.items():
        rule = env.ref(f"gov_payroll.{name}", raise_if_not_found=False)
        if rule:
            rule.domain_force = (
                f"[('{path}gov_county_id', '!=', False),"
                f" ('{path}state', 'not in', ('draft', 'computing'))]"
            )
