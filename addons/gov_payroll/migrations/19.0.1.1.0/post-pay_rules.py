"""Shipped rules of pay bind as in a new database: an update leaves them drafts."""

from odoo import SUPERUSER_ID, api


def migrate(cr, version):
    if not version:
        return
    env = api.Environment(cr, SUPERUSER_ID, {})
    env.ref("gov_payroll.lianshui_2025").action_put_in_force()
