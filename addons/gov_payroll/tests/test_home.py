"""The first screen after the login."""

from odoo.tests import tagged

from .common import FINANCE, PayrollCommon

ROLES = (
    "gov_window_staff.group_hr_officer",
    "gov_window_staff.group_site_officer",
    "gov_window_staff.group_leader",
    "gov_window_staff.group_liaison",
    FINANCE,
)


@tagged("post_install", "-at_install")
class TestHome(PayrollCommon):
    def test_each_role_begins_with_a_screen_of_its_own_work(self):
        """A link to a page would open beside an empty window."""
        root = self.env.ref("gov_window_staff.menu_root")
        for number, group in enumerate(ROLES):
            with self.subTest(group):
                user = self.new_user(f"home{number}", group)
                menus = self.env["ir.ui.menu"].with_user(user).load_web_menus(False)

                self.assertEqual(menus[root.id]["actionModel"], "ir.actions.act_window")
