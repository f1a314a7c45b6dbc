"""Documents that came after the first version bind as in a new database."""

from odoo import SUPERUSER_ID, api

from odoo.addons.gov_window_staff.tools.upgrade import put_in_force


def migrate(cr, version):
    if not version:
        return
    env = api.Environment(cr, SUPERUSER_ID, {})
    put_in_force(
        env,
        "gov_window_staff.duty_lianshui_2024",
        "gov_window_staff.entry_policy_2017",
        "gov_window_staff.ladder_window_2020",
        "gov_window_staff.site_standard_general_v1",
        "gov_window_staff.site_standard_lianshui_v1",
        "gov_window_staff.site_standard_wuhua_v1",
    )
