"""A Chinese HR officer looks at a person and issues next year's allowance table."""

from datetime import date

from odoo.tests import HttpCase, tagged

from .common import HR_OFFICER, WindowStaffCommon


@tagged("post_install", "-at_install")
class TestTour(HttpCase, WindowStaffCommon):
    def test_officer_opens_a_person_and_issues_a_new_allowance_table(self):
        officer = self.new_user("officer", HR_OFFICER, lang="zh_CN", tz="Asia/Shanghai")
        window = self.new_window(name="医保窗口")
        self.new_person(
            "T9001",
            name="测试张三",
            gov_window_id=window.id,
            certificates=[{"rank": 3, "number": "T-TOUR-1"}],
        )

        self.start_tour("/odoo/gov-staff", "gov_window_staff_tour", login=officer.login)

        versions = self.env.ref("gov_window_staff.lianshui").version_ids
        new = versions.filtered(lambda version: version.date_from == date(2026, 1, 1))
        self.assertEqual(new.state, "in_force")
        self.assertIn(120, new.rate_ids.mapped("amount"))
