"""What days away cost: never below zero, never more than the wage."""

import doctest
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..rules import absence, part_month
from ..rules.absence import DayCost

DIVISOR = Decimal("21.75")
CHECKED = settings(derandomize=True, database=None, deadline=None, max_examples=100)
WAGES = st.integers(0, 3_000_000).map(lambda fen: Decimal(fen) / 100)
PERCENTS = st.integers(0, 100).map(Decimal)
HALVES = st.integers(0, 46).map(lambda n: Decimal(n) / 2)


class TestAbsence(BaseCase):
    def test_examples_of_the_docstrings_hold(self):
        self.assertFalse(doctest.testmod(absence).failed)

    def test_sick_pay_does_not_go_below_its_floor(self):
        """Minimum wage 2,270, floor 80 % = 1,816; wage, yuan of one day."""
        cost = DayCost(Decimal(40), DIVISOR, floor=Decimal(1816))
        cases = {4000: "73.56", 3000: "54.44", 2000: "8.46", 1816: "0.00", 900: "0.00"}

        for wage, yuan in cases.items():
            with self.subTest(wage=wage):
                one = absence.deduction(Decimal(wage), Decimal(1), cost)
                self.assertEqual(one, Decimal(yuan))

    def test_half_a_day_costs_half(self):
        cost = DayCost(Decimal(100), DIVISOR)

        half = absence.deduction(Decimal(2175), Decimal("0.5"), cost)

        self.assertEqual(half, Decimal(50))

    @CHECKED
    @given(WAGES, HALVES, PERCENTS, WAGES)
    def test_a_deduction_is_never_negative_and_more_days_cost_more(
        self, wage, days, percent, floor
    ):
        cost = DayCost(percent, DIVISOR, floor)

        less = absence.deduction(wage, days, cost)
        more = absence.deduction(wage, days + 1, cost)

        self.assertTrue(0 <= less <= more)

    @CHECKED
    @given(WAGES, st.lists(WAGES, max_size=4))
    def test_deductions_together_leave_a_wage_of_zero_at_least(self, wage, costs):
        kept = absence.capped(wage, *costs)

        self.assertLessEqual(sum(kept), wage)
        self.assertTrue(all(0 <= k <= c for k, c in zip(kept, costs, strict=True)))

    @CHECKED
    @given(
        WAGES,
        st.integers(1, 31),
        st.sets(st.integers(1, 31), max_size=8),
        st.sets(st.integers(1, 31), max_size=4),
    )
    def test_a_month_split_in_two_pays_the_days_of_the_whole(
        self, wage, split, off, statutory
    ):
        """Leaver until a day and successor from the next one: no day twice or lost."""
        first, last = date(2026, 10, 1), date(2026, 10, 31)
        rule = part_month.PartMonthRule(DIVISOR, 15, 10)

        def days(entry, leave):
            return part_month.attended(
                first,
                last,
                entry,
                leave,
                lambda day: day.weekday() < 5 and day.day not in off,
                lambda day: day.day in statutory & off,
            )

        whole = days(first, last)
        before = days(first, date(2026, 10, split))
        after = days(date(2026, 10, min(split + 1, 31)), last)

        if split < 31:
            self.assertEqual(before.paid_days + after.paid_days, whole.paid_days)
        for part in (before, after, whole):
            self.assertTrue(0 <= part_month.part_wage(wage, part, rule) <= wage)
