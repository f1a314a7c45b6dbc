"""假别和年休假: lawful days, 事假 apart, days by years of work."""

from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import MODULE, WindowStaffCommon
from .common_people import PeopleMixin


@tagged("post_install", "-at_install")
class TestLeave(PeopleMixin, WindowStaffCommon):
    def leave_type(self, name):
        return self.env.ref(f"{MODULE}.leave_type_{name}")

    def allocate(self, year=2026, role="officer", site=None):
        wizard = (
            self.env["gov.annual.leave"]
            .with_user(self.users[role])
            .create({"year": year, "department_id": (site or self.town).id})
        )
        return self.env["hr.leave.allocation"].search(
            wizard.action_allocate()["domain"]
        )

    def test_kinds_of_leave_carry_their_lawful_days(self):
        days = {
            name: self.leave_type(name).gov_lawful_days
            for name in ("marriage", "maternity", "funeral", "sick")
        }

        self.assertEqual(
            days, {"marriage": 3, "maternity": 98, "funeral": 3, "sick": 0}
        )

    def test_only_personal_leave_counts_as_such(self):
        personal = self.env["hr.leave.type"].search([("gov_is_personal", "=", True)])

        self.assertEqual(personal, self.leave_type("personal"))

    def test_days_go_by_all_years_of_work_not_by_those_here(self):
        self.person.write(
            {"gov_entry_date": date(2024, 1, 1), "gov_work_date": date(2010, 7, 1)}
        )

        allocation = self.allocate()

        self.assertRecordValues(
            allocation,
            [
                {
                    "employee_id": self.person.id,
                    "number_of_days": 10,
                    "state": "validate",
                    "date_from": date(2026, 1, 1),
                    "date_to": date(2026, 12, 31),
                }
            ],
        )

    def test_second_run_gives_nobody_twice(self):
        self.allocate()
        newcomer = self.new_person("P002", entry=date(2020, 1, 1))

        again = self.allocate()

        self.assertEqual(again.employee_id, newcomer)
        with self.assertRaises(UserError):
            self.allocate()

    def test_people_of_other_sites_and_leavers_get_none(self):
        self.new_person("P003", site=self.town_b)
        self.new_person("P004", leave=date(2025, 12, 31))

        self.assertEqual(self.allocate().employee_id, self.person)

    def test_next_year_is_allocated_again(self):
        self.allocate()

        self.assertEqual(self.allocate(2027).employee_id, self.person)

    def test_kind_without_days_by_years_is_refused(self):
        wizard = self.env["gov.annual.leave"].create(
            {"leave_type_id": self.leave_type("sick").id}
        )

        with self.assertRaises(UserError):
            wizard.action_allocate()

    def test_others_allocate_nothing(self):
        for role in ("plain", "site_officer", "liaison", "leader"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                self.allocate(role=role)

    def test_tiers_are_kept_by_administrators(self):
        tier = self.leave_type("annual").gov_tier_ids[0]

        self.as_user("administrator", tier).days = 6
        with self.assertRaises(AccessError):
            self.as_user("officer", tier).days = 7
