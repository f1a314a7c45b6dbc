"""执法资格证 of those who decide matters: state, list of missing ones (S38)."""

from datetime import date

from freezegun import freeze_time

from odoo.tests import tagged

from .common import WindowStaffCommon


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 04:00:00")
class TestEnforcementLicence(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.decides = cls.env["hr.job"].create(
            {"name": "审批(测试)", "gov_needs_enforcement": True}
        )

    def new_decider(self, number="320800-1", expiry=False):
        return self.new_person(
            job_id=self.decides.id,
            gov_enforcement_no=number,
            gov_enforcement_expiry=expiry,
        )

    def test_state_follows_number_and_last_day(self):
        cases = {
            "missing": {"number": False},
            "expired": {"expiry": date(2026, 11, 21)},
            "expiring": {"expiry": date(2026, 11, 22)},
            "valid": {"expiry": date(2027, 2, 21)},
        }
        for state, facts in cases.items():
            with self.subTest(state=state):
                self.assertEqual(self.new_decider(**facts).gov_enforcement_state, state)

    def test_licence_without_a_last_day_is_valid(self):
        self.assertEqual(self.new_decider().gov_enforcement_state, "valid")

    def test_others_need_none(self):
        self.assertEqual(self.new_person().gov_enforcement_state, "not_needed")

    def test_chief_representative_needs_one_at_any_post(self):
        unit = self.new_unit()
        chief = self.new_person(gov_dispatch_unit_id=unit.id)

        unit.gov_chief_id = chief
        chief.invalidate_recordset()

        self.assertEqual(chief.gov_enforcement_state, "missing")

    def test_those_without_are_found(self):
        lacking = self.new_decider(number=False) + self.new_decider(
            expiry=date(2026, 1, 1)
        )
        others = self.new_decider() + self.new_person()

        found = self.env["hr.employee"].search(
            [("gov_enforcement_state", "in", ("missing", "expired"))]
        )

        self.assertLessEqual(lacking, found)
        self.assertFalse(others & found)
