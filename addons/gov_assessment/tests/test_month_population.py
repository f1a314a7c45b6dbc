"""Who belongs to a month: in service on its last day, in this county."""

from datetime import date

from odoo.exceptions import UserError
from odoo.tests import tagged

from odoo.addons.gov_window_staff.exceptions import NotInForce
from odoo.addons.gov_window_staff.rules.month import Month

from .common import OCTOBER, AssessmentCommon


@tagged("post_install", "-at_install")
class TestPopulation(AssessmentCommon):
    def is_in(self, **vals):
        person = self.new_person(**vals)
        self.new_person()
        return bool(self.appraisal(self.new_round("open"), person))

    def test_entry_on_the_last_day_is_in(self):
        self.assertTrue(self.is_in(gov_entry_date=date(2026, 10, 31)))

    def test_entry_on_the_day_after_is_not(self):
        self.assertFalse(self.is_in(gov_entry_date=date(2026, 11, 1)))

    def test_leaving_on_the_last_day_is_in(self):
        self.assertTrue(self.is_in(gov_leave_date=date(2026, 10, 31)))

    def test_leaving_on_the_day_before_is_not(self):
        self.assertFalse(self.is_in(gov_leave_date=date(2026, 10, 30)))

    def test_leaver_who_was_archived_since_is_in(self):
        self.assertTrue(self.is_in(gov_leave_date=date(2026, 11, 5), active=False))

    def test_employee_without_staff_number_is_not(self):
        self.assertFalse(self.is_in(gov_staff_no=False))

    def test_person_of_another_county_is_not(self):
        other = self.new_site("C2", "county")

        self.assertFalse(self.is_in(department_id=other.id))

    def test_move_counts_by_the_site_on_the_last_day(self):
        other = self.new_site("C2", "county")
        gone, stays = self.new_people(2)
        for person, day in ((gone, "2026-10-31"), (stays, "2026-11-01")):
            person.create_version({"date_version": day, "department_id": other.id})

        batch = self.new_round("open")

        self.assertEqual(batch.appraisal_ids.employee_id, stays)

    def test_site_of_the_result_is_that_of_the_last_day(self):
        person = self.new_person()
        person.create_version(
            {"date_version": "2026-10-20", "department_id": self.town_b.id}
        )
        person.create_version(
            {"date_version": "2026-11-01", "department_id": self.village.id}
        )

        batch = self.new_round("open")

        self.assert_results(batch, "department_id", {person: self.town_b})

    def test_headcount_counts_suspended_people_and_probation(self):
        people = self.new_people(3)
        self.new_case(people[0])
        people[1].trial_date_end = date(2026, 12, 31)

        batch = self.new_round("open")

        self.assertEqual(batch.headcount, 3)

    def test_headcount_and_places_are_frozen(self):
        self.new_people(33)
        batch = self.new_round("open")

        self.new_people(1)
        self.advance(batch, "scored")

        self.assertEqual((batch.headcount, batch.good_quota), (33, 9))

    def test_population_is_taken_anew_while_open(self):
        self.new_people(33)
        batch = self.new_round("open")
        self.new_people(1)

        batch.with_user(self.officer).action_open()

        self.assertEqual((batch.headcount, batch.good_quota), (34, 10))
        self.assertEqual(len(batch.appraisal_ids), 34)

    def test_probation_to_the_last_day_is_probation(self):
        on, before = self.new_people(2)
        on.trial_date_end = date(2026, 10, 31)
        before.trial_date_end = date(2026, 10, 30)

        batch = self.new_round("open")

        self.assert_results(batch, "is_in_probation", {on: True, before: False})

    def test_month_with_nobody_is_not_opened(self):
        with self.assertRaisesRegex(
            UserError, "Nobody was in service in 测试县政务服务中心 2026-10"
        ):
            self.new_round("open")

    def test_month_before_the_rubric_is_refused_by_name(self):
        self.new_person()
        batch = self.new_round("draft", Month(2024, 12))

        with self.assertRaisesRegex(NotInForce, "涟水县.*考核细则.*2024-12-01"):
            self.advance(batch, "open")

    def test_first_month_of_the_rubric_is_opened(self):
        self.new_person()

        batch = self.new_round("open", Month(2025, 1))

        self.assertEqual(batch.version_id, self.version)

    def test_county_without_any_rubric_is_refused(self):
        self.new_person()
        self.rubric.active = False

        with self.assertRaisesRegex(
            NotInForce, "No rubric applies in 测试县政务服务中心"
        ):
            self.new_round("open")

    def test_any_day_of_the_month_names_the_month(self):
        rounds = self.env["gov.appraisal.round"].with_user(self.officer)

        batch = rounds.create(
            {"county_id": self.county.id, "date_from": date(2026, 10, 17)}
        )

        self.assertEqual(batch._month(), OCTOBER)
        self.assertEqual(
            (batch.date_from, batch.date_to), (date(2026, 10, 1), date(2026, 10, 31))
        )
