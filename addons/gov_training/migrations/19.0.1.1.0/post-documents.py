"""Documents that came after the first version bind as in a new database."""

from odoo import SUPERUSER_ID, api

from odoo.addons.gov_window_staff.tools.upgrade import put_in_force


def migrate(cr, version):
    if not version:
        return
    env = api.Environment(cr, SUPERUSER_ID, {})
    put_in_force(
        env,
        "gov_training.duty_lianshui_2024",
        "gov_training.induction_policy_2024",
        "gov_training.mentoring_policy_2024",
    )
