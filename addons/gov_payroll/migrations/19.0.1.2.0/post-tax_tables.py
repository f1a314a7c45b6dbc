"""The shipped income-tax table binds from here on: an upgrade loads it as a draft."""

from odoo import SUPERUSER_ID, api

from odoo.addons.gov_window_staff.tools.upgrade import put_in_force


def migrate(cr, version):
    if not version:
        return
    env = api.Environment(cr, SUPERUSER_ID, {})
    put_in_force(env, "gov_payroll.iit_2019", "gov_payroll.iit_2023")
