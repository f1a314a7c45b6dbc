"""Service sites: the tree 县中心、分中心、镇街、村社 (O1, O3, O17)."""

import psycopg2

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import WindowStaffCommon


@tagged("post_install", "-at_install")
class TestCounty(WindowStaffCommon):
    def test_county_of_each_site_is_the_centre_above_it(self):
        for site in (self.county, self.branch, self.town, self.village):
            with self.subTest(site=site.gov_code):
                self.assertEqual(site.gov_county_id, self.county)

    def test_town_that_moves_takes_its_villages_to_the_new_county(self):
        other_county = self.new_site("X00", "county")
        hamlet = self.new_site("T22", "village", self.village)

        self.town.parent_id = other_county

        moved = self.town + self.village + hamlet
        self.assertEqual([site.gov_county_id for site in moved], [other_county] * 3)
        self.assertEqual(self.town_b.gov_county_id, self.county)

    def test_site_that_becomes_a_centre_is_its_own_county(self):
        self.town.gov_level = "county"

        self.assertEqual(self.village.gov_county_id, self.town)

    def test_site_is_named_without_those_above_it(self):
        office = self.env["hr.department"].create(
            {"name": "后勤", "parent_id": self.town.id}
        )

        self.assertEqual(self.village.display_name, self.village.name)
        self.assertIn(" / ", office.display_name)

    def test_department_outside_the_tree_has_no_county(self):
        office = self.env["hr.department"].create({"name": "后勤"})

        self.assertFalse(office.gov_county_id)

    def test_sites_do_not_stand_in_a_circle(self):
        with self.assertRaises(UserError):
            self.town.parent_id = self.village


@tagged("post_install", "-at_install")
class TestCode(WindowStaffCommon):
    @mute_logger("odoo.sql_db")
    def test_code_is_unique(self):
        with self.assertRaises(psycopg2.IntegrityError):
            self.new_site("T20")

    def test_departments_without_a_code_are_many(self):
        self.env["hr.department"].create([{"name": "甲"}, {"name": "乙"}])

    def test_copy_of_a_site_has_no_code(self):
        self.assertFalse(self.town.copy().gov_code)

    def test_site_is_found_by_code_and_by_name(self):
        for text in ("T2", "东"):
            with self.subTest(text=text):
                found = self.env["hr.department"].name_search(text)
                self.assertEqual(
                    {site_id for site_id, _name in found},
                    {self.town.id, self.village.id},
                )

    def test_site_is_found_by_its_exact_code(self):
        found = self.env["hr.department"].name_search("T20", operator="=")

        self.assertEqual([site_id for site_id, _name in found], self.town.ids)

    def test_search_for_names_without_a_word_looks_at_names_only(self):
        found = self.env["hr.department"].search([("display_name", "not ilike", "东")])

        self.assertIn(self.town_b, found)
        self.assertNotIn(self.town, found)


@tagged("post_install", "-at_install")
class TestCounts(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.new_person(site=cls.county)
        cls.new_person(site=cls.town)
        cls.new_person(site=cls.village)
        cls.new_window(cls.town)

    def test_staff_is_counted_with_everything_below(self):
        sites = self.county + self.branch + self.town + self.village + self.town_b

        self.assertEqual(sites.mapped("gov_staff_count"), [3, 0, 2, 1, 0])

    def test_windows_are_counted_at_their_own_site(self):
        self.assertEqual((self.county + self.town).mapped("gov_window_count"), [0, 1])

    def test_buttons_open_what_was_counted(self):
        staff = self.town.action_open_gov_staff()
        windows = self.county.action_open_gov_windows()

        people = self.env["hr.employee"].search(staff["domain"])
        self.assertEqual(len(people), self.town.gov_staff_count)
        self.assertEqual(len(self.env["gov.window"].search(windows["domain"])), 1)
