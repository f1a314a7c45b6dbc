"""The shipped income-tax table binds from here on: an upgrade loads it as a draft."""

from odoo import SUPERUSER_ID, api


def migrate(cr, version):
    if not version:
        return
    env = api.Environment(cr, SUPERUSER_ID, {})
    for name in ("iit_2019", "iit_2023"):
        table = env.ref(f"gov_payroll.{name}", raise_if_not_found=False)
        if table:
            table.action_put_in_force()
