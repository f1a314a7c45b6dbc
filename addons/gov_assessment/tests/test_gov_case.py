"""立案: 被立案调查尚未结案的,暂停月度考核."""

from datetime import date

from freezegun import freeze_time
from psycopg2 import IntegrityError

from odoo.exceptions import ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import AssessmentCommon


@tagged("post_install", "-at_install")
class TestCase(AssessmentCommon):
    def assert_suspended(self, expected, opened, closed=False):
        person = self.new_person()
        self.new_case(person, opened, closed)
        batch = self.new_round("open")
        self.assertEqual(self.appraisal(batch, person).is_suspended, expected)

    def test_open_on_the_last_day_suspends(self):
        self.assert_suspended(True, date(2026, 9, 1))

    def test_opened_on_the_last_day_suspends(self):
        self.assert_suspended(True, date(2026, 10, 31))

    def test_opened_the_day_after_does_not(self):
        self.assert_suspended(False, date(2026, 11, 1))

    def test_closed_on_the_last_day_does_not(self):
        self.assert_suspended(False, date(2026, 9, 1), date(2026, 10, 31))

    def test_closed_the_day_after_suspends(self):
        self.assert_suspended(True, date(2026, 9, 1), date(2026, 11, 1))

    def test_closed_before_the_month_does_not(self):
        self.assert_suspended(False, date(2026, 8, 1), date(2026, 9, 30))

    def test_one_open_case_among_closed_ones_suspends(self):
        person = self.new_person()
        self.new_case(person, date(2026, 9, 1), date(2026, 9, 2))
        still_open = self.new_case(person, date(2026, 10, 1))
        self.new_case(person, date(2026, 10, 5), date(2026, 10, 6))

        batch = self.new_round("open")

        self.assertEqual(self.appraisal(batch, person).case_id, still_open)

    def test_case_that_comes_after_opening_suspends_when_scored(self):
        person = self.new_person()
        batch = self.new_round("open")

        self.new_case(person)
        self.advance(batch, "graded")

        self.assert_grades(batch, {person: "suspended"})

    def test_case_closed_after_opening_no_longer_suspends_when_scored(self):
        person = self.new_person()
        case = self.new_case(person)
        batch = self.new_round("open")

        case.date_close = date(2026, 10, 31)
        self.advance(batch, "graded")

        self.assertNotEqual(self.appraisal(batch, person).grade, "suspended")

    def test_changed_case_sends_a_computed_month_back_to_open(self):
        person = self.new_person()
        batch = self.new_round("graded")

        self.new_case(person)

        self.assertEqual(batch.state, "open")

    def test_case_of_a_closed_month_may_still_be_closed(self):
        case = self.new_case(self.new_person())
        batch = self.new_round("locked")

        case.date_close = date(2026, 12, 1)

        self.assertEqual(batch.state, "locked")

    def test_is_not_closed_before_it_was_opened(self):
        with self.assertRaisesRegex(ValidationError, "before it was opened"):
            self.new_case(self.new_person(), date(2026, 10, 8), date(2026, 10, 7))

    def test_same_day_twice_is_one_case(self):
        person = self.new_person()
        self.new_case(person)

        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self.new_case(person)

    @freeze_time("2026-10-20")
    def test_filter_of_open_cases_agrees_with_the_flag(self):
        person = self.new_person()
        self.new_case(person, date(2026, 10, 1), date(2026, 10, 19))
        self.new_case(person, date(2026, 10, 2), date(2026, 10, 20))
        running = self.new_case(person, date(2026, 10, 3), date(2026, 10, 21))
        running |= self.new_case(person, date(2026, 10, 20))
        future = self.new_case(person, date(2026, 10, 21))

        own = self.env["gov.case"].search([("employee_id", "=", person.id)])

        self.assertEqual(own.filtered("is_open"), own & running)
        found = own.search([("id", "in", own.ids), ("is_open", "=", True)])
        self.assertEqual(found, own & running)
        others = own.search([("id", "in", own.ids), ("is_open", "=", False)])
        self.assertEqual(others, own - running)
        self.assertIn(future, others)
