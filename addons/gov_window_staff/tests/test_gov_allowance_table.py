"""补贴标准: the shipped 涟水 document, thresholds, the table of a county."""

from datetime import date

import psycopg2

from odoo.exceptions import ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..exceptions import NotInForce
from .common import WindowStaffCommon


@tagged("post_install", "-at_install")
class TestShippedTable(WindowStaffCommon):
    """涟水 implementation opinion, part 4 (四) 3 (2)-(4)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.shipped = cls.env.ref("gov_window_staff.lianshui")
        cls.version = cls.env.ref("gov_window_staff.lianshui_2025")

    def amounts(self, kind):
        """{threshold: (yuan, paid in probation)}"""
        rates = [rate for rate in self.version._to_rules() if rate.kind == kind]
        return {rate.threshold: (rate.amount, rate.in_probation) for rate in rates}

    def test_skill_levels_are_worth_100_150_200_400_600_also_in_probation(self):
        expected = {1: 100, 2: 150, 3: 200, 4: 400, 5: 600}

        self.assertEqual(
            self.amounts("skill"),
            {rank: (yuan, True) for rank, yuan in expected.items()},
        )

    def test_1_5_and_10_years_are_worth_20_50_100_after_probation(self):
        expected = {1: (20, False), 5: (50, False), 10: (100, False)}

        self.assertEqual(self.amounts("seniority"), expected)

    def test_bachelor_is_worth_100_and_master_200_after_probation(self):
        bachelor = self.env.ref("gov_window_staff.education_bachelor").rank
        master = self.env.ref("gov_window_staff.education_master").rank

        self.assertEqual(
            self.amounts("education"), {bachelor: (100, False), master: (200, False)}
        )

    def test_it_is_in_force_from_2025_and_not_a_day_before(self):
        versions = self.env["gov.allowance.table.version"]

        self.assertEqual(
            versions._in_force(self.shipped, date(2025, 1, 1)), self.version
        )
        with self.assertRaises(NotInForce):
            versions._in_force(self.shipped, date(2024, 12, 31))

    def test_each_line_names_its_article(self):
        self.assertTrue(all(self.version.rate_ids.mapped("article")))
        self.assertIn("四(四)3", self.version.reference)


@tagged("post_install", "-at_install")
class TestAllowanceTable(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.table = cls.new_table("T-1")
        cls.version = cls.new_version(cls.table, "2026-01-01")

    def add_rate(self, **vals):
        return self.env["gov.allowance.rate"].create(
            {"version_id": self.version.id, "amount": 10, **vals}
        )

    def test_two_lines_do_not_share_a_threshold(self):
        with self.assertRaisesRegex(ValidationError, "“Skill Level” line"):
            self.add_rate(kind="skill", skill_level_id=self.level(1).id)

    def test_line_without_a_threshold_is_refused(self):
        for kind in ("skill", "seniority", "education"):
            with self.subTest(kind=kind), self.assertRaises(ValidationError):
                self.add_rate(kind=kind)

    @mute_logger("odoo.sql_db")
    def test_amount_is_not_negative(self):
        with self.assertRaises(psycopg2.IntegrityError):
            self.add_rate(kind="seniority", years=1, amount=-1)

    @mute_logger("odoo.sql_db")
    def test_code_is_unique(self):
        with self.assertRaises(psycopg2.IntegrityError):
            self.new_table("T-1")

    def test_own_table_of_a_county_goes_before_the_one_for_all(self):
        own = self.new_table("T-0", county=self.county)
        other_county = self.new_site("X00", "county")
        tables = self.env["gov.allowance.table"]

        self.assertEqual(tables._for_county(self.county), own)
        self.assertFalse(tables._for_county(other_county).department_id)

    def test_archived_table_applies_nowhere(self):
        own = self.new_table("T-0", county=self.county)

        own.active = False

        self.assertNotEqual(
            self.env["gov.allowance.table"]._for_county(self.county), own
        )

    def test_rules_get_amounts_as_exact_decimals(self):
        self.version.rate_ids.amount = 0.1

        self.assertEqual(str(self.version._to_rules()[0].amount), "0.1")
