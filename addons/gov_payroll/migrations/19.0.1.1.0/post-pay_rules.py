"""Shipped rules of pay bind as in a new database: an update leaves them drafts."""

from odoo import SUPERUSER_ID, api

from odoo.addons.gov_window_staff.tools.upgrade import put_in_force


def migrate(cr, version):
    if not version:
        return
    env = api.Environment(cr, SUPERUSER_ID, {})
    put_in_force(env, "gov_payroll.lianshui_2025")
