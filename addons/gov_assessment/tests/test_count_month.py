"""A late fact counts in the first month that is not closed (D39)."""

import doctest
from datetime import date

from odoo.tests import BaseCase, tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.rules.month import Month

from ..rules import months
from .common import AssessmentCommon

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)


class TestMonthRules(BaseCase):
    def test_examples_hold(self):
        result = doctest.testmod(months)

        self.assertEqual((bool(result.attempted), result.failed), (True, 0))


@tagged("post_install", "-at_install")
class TestCountMonth(AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.new_person()
        cls.event = cls.new_event(cls.person)

    def assert_counts_in(self, fact, month, late):
        self.assertEqual((fact.count_month, fact.is_late), (month, late))

    def test_fact_counts_in_the_month_of_its_day(self):
        self.assert_counts_in(self.event, OCTOBER, False)
        self.event.date = date(2026, 9, 30)
        self.assert_counts_in(self.event, date(2026, 9, 1), False)

    def test_review_counts_in_the_month_of_its_day(self):
        self.assert_counts_in(self.new_review(self.person), OCTOBER, False)

    def test_fact_that_comes_after_the_closing_counts_later_and_says_so(self):
        batch = self.new_round()
        for state in ("confirmed", "locked"):
            self.advance(batch, state)
            with self.subTest(state=state):
                self.assert_counts_in(
                    self.new_event(self.person, "3.1"), NOVEMBER, True
                )
                self.assert_counts_in(self.new_review(self.person), NOVEMBER, True)

    def test_two_closed_months_are_passed_over(self):
        self.new_round("locked")
        self.new_round("locked", month=Month(2026, 11))

        late = self.new_event(self.person, "3.1")

        self.assert_counts_in(late, date(2026, 12, 1), True)

    def test_draft_of_before_the_closing_is_late_when_it_is_confirmed(self):
        draft = self.new_event(self.person, "3.1", state="draft")
        self.new_round("locked")
        self.assert_counts_in(draft, OCTOBER, False)

        draft.action_confirm()

        self.assert_counts_in(draft, NOVEMBER, True)

    def test_late_fact_sends_the_later_month_back_to_open(self):
        self.new_round("locked")
        november = self.new_round("graded", month=Month(2026, 11))

        self.new_event(self.person, "3.1")

        self.assertEqual(november.state, "open")

    def test_late_fact_costs_in_the_later_month_and_not_in_its_own(self):
        october = self.new_round("locked")
        self.new_event(self.person, "3.4")

        november = self.new_round("graded", month=Month(2026, 11))

        self.assert_totals(october, {self.person: 95})
        self.assert_totals(november, {self.person: 85})

    def test_nobody_sends_the_month_in_which_a_fact_counts(self):
        event = self.new_event(self.person, "3.1", count_month="2027-01-01")
        event.write({"count_month": "2027-01-01", "is_late": True})

        self.assert_counts_in(event, OCTOBER, False)

    def test_site_officer_drafts_a_late_fact(self):
        self.new_round("locked")
        events = self.env["gov.assessment.event"].with_user(self.site_officer)

        event = events.create(
            {
                "employee_id": self.person.id,
                "item_id": self.item("3.1").id,
                "date": "2026-10-31",
            }
        )

        self.assert_counts_in(event, NOVEMBER, True)

    def test_reopened_month_takes_its_late_facts_back(self):
        batch = self.new_round("confirmed")
        late = self.new_event(self.person, "3.1")
        november = self.new_round("graded", month=Month(2026, 11))

        batch.with_user(self.leader).action_reopen()

        self.assert_counts_in(late, OCTOBER, False)
        self.assertEqual(november.state, "open")

    def test_late_fact_that_a_closed_month_has_counted_stays_there(self):
        batch = self.new_round("confirmed")
        late = self.new_event(self.person, "3.1")
        self.new_round("locked", month=Month(2026, 11))

        batch.with_user(self.leader).action_reopen()

        self.assert_counts_in(late, NOVEMBER, True)

    def test_correction_withdraws_a_record_of_a_closed_month(self):
        batch = self.new_round("locked")
        self.event.withdraw_reason = "Mixed up"
        with self.assertRaises(DocumentLocked):
            self.event.action_withdraw()

        self.event.with_user(self.officer)._withdraw_settled("Appeal upheld")

        self.assertRecordValues(
            self.event,
            [
                {
                    "state": "withdrawn",
                    "withdraw_reason": "Appeal upheld",
                    "count_month": OCTOBER,
                }
            ],
        )
        self.assertEqual(batch.state, "locked")

    def test_no_context_of_a_client_opens_a_closed_month(self):
        self.new_round("locked")
        for key in (True, 1, "UNLOCK"):
            with self.subTest(key=key), self.assertRaises(DocumentLocked):
                self.event.with_context(gov_settling=key).quantity = 3
