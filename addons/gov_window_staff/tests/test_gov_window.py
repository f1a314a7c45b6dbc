"""Windows (窗口) and dispatching units (派驻单位)."""

from ast import literal_eval

import psycopg2

from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import WindowStaffCommon


@tagged("post_install", "-at_install")
class TestWindow(WindowStaffCommon):
    @mute_logger("odoo.sql_db")
    def test_name_is_unique_in_a_site(self):
        self.new_window(self.town, "综合窗口")

        with self.assertRaises(psycopg2.IntegrityError):
            self.new_window(self.town, "综合窗口")

    def test_other_sites_may_use_the_same_name(self):
        names = [self.new_window(site).name for site in (self.town, self.town_b)]

        self.assertEqual(names, ["综合窗口", "综合窗口"])

    def test_window_is_shown_with_its_site(self):
        self.assertEqual(
            self.new_window(self.town).display_name, "东镇便民服务中心 / 综合窗口"
        )

    def test_site_is_left_out_where_the_screen_shows_it_anyway(self):
        window = self.new_window(self.town).with_context(gov_show_site=False)

        self.assertEqual(window.display_name, "综合窗口")

    def test_people_at_the_window_are_counted_and_opened(self):
        window, empty = self.new_window(), self.new_window(name="医保窗口")
        person = self.new_person(gov_window_id=window.id)

        action = window.action_open_staff()

        self.assertEqual((window + empty).mapped("staff_count"), [1, 0])
        self.assertEqual(self.env["hr.employee"].search(action["domain"]), person)

    @mute_logger("odoo.sql_db")
    def test_site_with_windows_is_not_deleted(self):
        self.new_window(self.town_b)

        with self.assertRaises(psycopg2.IntegrityError):
            self.town_b.unlink()


@tagged("post_install", "-at_install")
class TestDispatchingUnit(WindowStaffCommon):
    def test_people_of_a_unit_are_counted_and_opened(self):
        unit, other = self.new_unit(), self.new_unit("县公安局")
        person = self.new_person(gov_dispatch_unit_id=unit.id)

        action = unit.action_open_gov_staff()

        self.assertEqual((unit + other).mapped("gov_staff_count"), [1, 0])
        self.assertEqual(self.env["hr.employee"].search(action["domain"]), person)

    def test_list_of_units_leaves_other_partners_out(self):
        unit = self.new_unit()
        action = self.env.ref("gov_window_staff.gov_unit_action")

        units = self.env["res.partner"].search(literal_eval(action.domain))

        self.assertIn(unit, units)
        self.assertNotIn(self.partner, units)
