"""Repeated absence without leave is a ground of a proposal of dismissal (S9, D29)."""

from datetime import date

from odoo.tests import tagged

from .common import AssessmentCommon

DAY = date(2026, 11, 22)


@tagged("post_install", "-at_install")
class TestAbsence(AssessmentCommon):
    def absent(self, person, *days, code="1.3", **vals):
        for day in days:
            self.new_event(person, code, day=day, **vals)

    def grounds(self, person, day=DAY):
        found = person._gov_dismissal_grounds(day).get(person.id, [])
        return [ground for ground in found if ground["code"] == "absence"]

    def test_three_absences_within_a_year_are_a_ground(self):
        person = self.new_person()
        self.absent(person, date(2026, 9, 1), date(2026, 10, 8))
        self.assertEqual(self.grounds(person), [])

        self.absent(person, date(2026, 11, 2), code="1.2")

        (ground,) = self.grounds(person)
        self.assertEqual(ground["date"], date(2026, 11, 2))
        self.assertIn("3", ground["text"])

    def test_record_of_three_times_counts_three(self):
        person = self.new_person()
        self.absent(person, date(2026, 10, 8), quantity=3)

        self.assertEqual(len(self.grounds(person)), 1)

    def test_absence_of_a_year_ago_no_longer_counts(self):
        person = self.new_person()
        self.absent(person, date(2025, 11, 22), date(2026, 10, 8), date(2026, 10, 9))

        self.assertEqual(self.grounds(person), [])
        self.assertEqual(len(self.grounds(person, date(2026, 11, 21))), 1)

    def test_drafts_and_lateness_do_not_count(self):
        person = self.new_person()
        days = (date(2026, 10, 8), date(2026, 10, 9), date(2026, 10, 10))
        self.absent(person, *days, state="draft")
        self.absent(person, *days, code="1.1")

        self.assertEqual(self.grounds(person), [])
