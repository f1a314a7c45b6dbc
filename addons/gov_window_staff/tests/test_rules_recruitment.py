"""The order of the seven steps, and the arithmetic of leaving."""

from datetime import date
from decimal import Decimal

from odoo.tests import BaseCase

from ..rules.leaving import absent_too_often
from ..rules.recruitment import STEPS, can_reopen, current_step, decision_problem

DAY = date(2026, 3, 9)


def passed_until(step):
    return dict.fromkeys(STEPS[: STEPS.index(step)], "pass")


class TestRulesRecruitment(BaseCase):
    def problem(self, step, until="written", day=DAY, dates=None):
        return decision_problem(passed_until(until), dates or {}, step, day, DAY)

    def test_there_are_the_seven_steps_of_the_policy(self):
        self.assertEqual(len(STEPS), 7)

    def test_only_the_step_that_is_due_is_decided(self):
        for step in STEPS:
            with self.subTest(step=step):
                allowed = self.problem(step) is None
                self.assertEqual(allowed, step == "written")

    def test_step_decided_before_keeps_its_result(self):
        self.assertEqual(self.problem("notice"), "decided")

    def test_step_is_not_decided_in_the_future(self):
        self.assertEqual(self.problem("written", day=date(2026, 3, 10)), "future")

    def test_step_is_not_decided_before_the_one_ahead_of_it(self):
        dates = {"qualification": date(2026, 3, 6)}

        self.assertEqual(
            self.problem("written", day=date(2026, 3, 5), dates=dates), "earlier"
        )
        self.assertIsNone(self.problem("written", day=date(2026, 3, 6), dates=dates))

    def test_failed_step_stays_the_current_one(self):
        results = passed_until("medical") | {"medical": "fail"}

        self.assertEqual(current_step(results), "medical")
        self.assertEqual(decision_problem(results, {}, "publicity", DAY, DAY), "order")

    def test_only_the_last_result_is_taken_back(self):
        results = passed_until("medical")

        self.assertTrue(can_reopen(results, "interview"))
        self.assertFalse(can_reopen(results, "written"))
        self.assertFalse(can_reopen(results, "medical"))


class TestRulesLeaving(BaseCase):
    def too_often(self, *absences, day=date(2026, 12, 31)):
        return absent_too_often(
            [(d, Decimal(n)) for d, n in absences], day, 3, Decimal(3), 12
        )

    def test_three_times_or_three_days_are_too_often(self):
        days = [date(2026, 2, 2), date(2026, 5, 6), date(2026, 9, 9)]

        self.assertTrue(self.too_often(*[(d, "0.5") for d in days]))
        self.assertTrue(self.too_often((days[0], "3")))
        self.assertFalse(self.too_often((days[0], "1"), (days[1], "1.5")))

    def test_absence_of_exactly_twelve_months_ago_no_longer_counts(self):
        days = [date(2025, 12, 31), date(2026, 5, 6), date(2026, 9, 9)]

        self.assertFalse(self.too_often(*[(d, "0.5") for d in days]))

    def test_absence_after_the_day_does_not_count(self):
        self.assertFalse(self.too_often((date(2026, 9, 9), "3"), day=date(2026, 9, 8)))
