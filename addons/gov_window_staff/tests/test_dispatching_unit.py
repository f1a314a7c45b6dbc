"""派驻单位: chief representative, quota, turnover, credit code (O25, O26, S32, S42)."""

from datetime import timedelta

import psycopg2

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import HR_OFFICER, LONG_AGO, MODULE, SITE_OFFICER, WindowStaffCommon
from .common_org import LIAISON


class UnitCase(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.unit = cls.new_unit("县公安局")
        cls.today = fields.Date.context_today(cls.unit)

    def contract_type(self, name):
        return self.env.ref(f"{MODULE}.contract_type_{name}")

    def new_sent(self, **vals):
        """A person whom the unit has sent."""
        return self.new_person(gov_dispatch_unit_id=self.unit.id, **vals)


@tagged("post_install", "-at_install")
class TestChiefRepresentative(UnitCase):
    def new_chief(self, staffing="civil_servant", **vals):
        vals = {
            "contract_type_id": self.contract_type(staffing).id,
            "gov_enforcement_no": "ZF-1",
            **vals,
        }
        self.unit.gov_chief_id = self.new_sent(**vals)
        return self.unit

    def test_formal_person_with_a_licence_is_in_order(self):
        for staffing in ("civil_servant", "institution"):
            with self.subTest(staffing=staffing):
                unit = self.new_chief(staffing)
                self.assertEqual(unit.gov_chief_state, "ok")
                self.assertFalse(unit.gov_chief_text)

    def test_rehired_and_temporary_people_are_warned_of_not_refused(self):
        for staffing in ("rehired", "dispatched", "public_benefit", "off_quota"):
            with self.subTest(staffing=staffing):
                unit = self.new_chief(staffing)
                self.assertEqual(unit.gov_chief_state, "warning")
                self.assertIn("formal staff", unit.gov_chief_text)

    def test_licence_that_is_missing_or_expired_is_warned_of(self):
        yesterday = self.today - timedelta(days=1)

        self.assertIn(
            "no enforcement licence",
            self.new_chief(gov_enforcement_no=False).gov_chief_text,
        )
        self.assertIn(
            "has expired",
            self.new_chief(gov_enforcement_expiry=yesterday).gov_chief_text,
        )

    def test_chief_who_has_left_is_warned_of(self):
        unit = self.new_chief()

        unit.gov_chief_id.active = False
        unit.invalidate_recordset()

        self.assertIn("no longer in service", unit.gov_chief_text)

    def test_person_of_another_unit_is_warned_of(self):
        unit = self.new_chief()

        unit.gov_chief_id.gov_dispatch_unit_id = self.new_unit("县税务局")
        unit.invalidate_recordset()

        self.assertIn("not been sent by this unit", unit.gov_chief_text)

    def test_units_are_found_by_the_state_of_their_chief(self):
        self.new_chief("rehired")
        other = self.new_unit("县税务局")
        units = self.env["res.partner"]
        mine = ("id", "in", (self.unit + other).ids)

        warned = units.search([mine, ("gov_chief_state", "=", "warning")])
        without = units.search([mine, ("gov_chief_state", "=", "none")])

        self.assertEqual((warned, without), (self.unit, other))


@tagged("post_install", "-at_install")
class TestQuota(UnitCase):
    def test_gap_is_approved_less_sent(self):
        self.new_sent()
        self.unit.gov_quota = 3

        self.assertEqual(self.unit.gov_quota_gap, 2)
        self.unit.gov_quota = 0
        self.assertEqual(self.unit.gov_quota_gap, 0)

    def test_units_below_and_above_the_quota_are_found(self):
        other = self.new_unit("县税务局", gov_quota=1)
        self.unit.gov_quota = 1
        self.new_sent()
        self.new_sent()
        units = self.env["res.partner"]

        self.assertEqual(
            units.search([("gov_quota_gap", ">", 0), ("id", "in", other.ids)]), other
        )
        self.assertEqual(units.search([("gov_quota_gap", "<", 0)]), self.unit)

    @mute_logger("odoo.sql_db")
    def test_quota_is_not_negative(self):
        with self.assertRaises(psycopg2.IntegrityError):
            self.unit.gov_quota = -1

    def test_whole_unit_is_a_flag_of_the_unit(self):
        self.unit.gov_whole_unit = True

        found = self.env["res.partner"].search([("gov_whole_unit", "=", True)])

        self.assertIn(self.unit, found)


@tagged("post_install", "-at_install")
class TestTurnover(UnitCase):
    def turnover(self):
        self.unit.invalidate_recordset()
        return self.unit.gov_turnover

    def test_entries_and_leaves_of_twelve_months_are_divided_by_the_headcount(self):
        for _number in range(3):
            self.new_sent()
        self.assertEqual(self.turnover(), 0)

        self.new_sent(entry=self.today - timedelta(days=30))
        self.new_sent(leave=self.today - timedelta(days=2)).active = False

        # one came, one went, four are here
        self.assertEqual(self.turnover(), 50)

    def test_day_a_year_ago_is_outside(self):
        year_ago = fields.Date.subtract(self.today, years=1)
        self.new_sent(entry=year_ago)
        self.assertEqual(self.turnover(), 0)

        self.new_sent(entry=year_ago + timedelta(days=1))

        self.assertEqual(self.turnover(), 50)

    def test_day_at_the_window_counts_not_the_entry_long_before(self):
        self.new_sent(entry=LONG_AGO, gov_posted_date=self.today)

        self.assertEqual(self.turnover(), 100)

    def test_unit_is_marked_from_the_threshold_on(self):
        standard = self.env.ref(f"{MODULE}.site_standard_general_v1")
        self.new_sent(entry=self.today)
        self.new_sent()
        self.assertTrue(self.unit.gov_turnover_alert)
        self.assertEqual(self.turnover(), 50)

        for threshold, expected in ((50, True), (50.1, False), (0, False)):
            standard.action_back_to_draft()
            standard.turnover_alert = threshold
            standard.action_put_in_force()
            self.unit.invalidate_recordset()
            with self.subTest(threshold=threshold):
                self.assertEqual(self.unit.gov_turnover_alert, expected)

    def test_units_that_change_too_often_are_found(self):
        self.new_sent(entry=self.today)
        quiet = self.new_unit("县税务局")

        found = self.env["res.partner"].search([("gov_turnover_alert", "=", True)])

        self.assertIn(self.unit, found)
        self.assertNotIn(quiet, found)


@tagged("post_install", "-at_install")
class TestUnitData(UnitCase):
    def test_credit_code_is_cleaned_and_checked_without_refusing(self):
        self.unit.gov_credit_code = "91350100m000100y43 "
        self.assertEqual(self.unit.gov_credit_code, "91350100M000100Y43")
        self.assertFalse(self.unit.gov_credit_code_note)

        self.unit.gov_credit_code = "91350100M000100Y44"

        self.assertIn("check character", self.unit.gov_credit_code_note)

    def test_figures_of_a_unit_are_for_hr_officers(self):
        figures = ("gov_staff_count", "gov_quota_gap", "gov_turnover", "gov_chief_text")
        users = [
            self.new_user("site", SITE_OFFICER, sites=self.town),
            self.new_user("liaison", LIAISON),
            self.new_user("plain"),
        ]
        for user in users:
            for name in figures:
                with self.subTest(user=user.login, field=name):
                    unit = self.unit.with_user(user)
                    self.assertRaises(AccessError, unit.read, [name])

    def test_plain_user_reads_an_ordinary_address(self):
        plain = self.unit.with_user(self.new_user("plain"))

        self.assertEqual(plain.name, self.unit.name)
        with self.assertRaises(AccessError):
            plain.read(["gov_chief_id"])

    def test_officer_reads_every_column_of_the_list(self):
        officer = self.new_user("officer", HR_OFFICER)
        names = [name for name in self.unit._fields if name.startswith("gov_")]

        (read,) = self.unit.with_user(officer).read(names)

        self.assertEqual(read["gov_staff_count"], 0)

    def test_figures_of_many_units_cost_no_query_each(self):
        few = self.env["res.partner"].union(
            *[self.new_unit(f"甲{n}") for n in range(5)]
        )
        many = self.env["res.partner"].union(
            *[self.new_unit(f"乙{n}") for n in range(60)]
        )
        names = ["gov_staff_count", "gov_quota_gap", "gov_turnover", "gov_site_count"]

        counts = []
        for units in (few, many):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            units.read(names)
            counts.append(self.env.cr.sql_log_count - before)

        self.assertLessEqual(counts[1] - counts[0], 2)
