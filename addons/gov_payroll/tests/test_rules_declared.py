"""专项附加扣除: counted by months, whatever the day."""

import doctest
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..rules import declared, tax_month
from ..rules.declared import (
    Declared,
    counted_months,
    cumulated,
    legal_maximum,
    overlap,
    within_months,
)
from .test_rules_income_tax import D


def counted(date_from, date_to=None, first=1, last=12, **vals):
    one = Declared(D(1000), date_from, date_to, **vals)
    return counted_months(one, 2026, first, last)


class TestMonths(BaseCase):
    def test_months_of_the_year_with_both_ends(self):
        for begin, end, months in (
            (date(2020, 1, 1), None, 12),
            (date(2026, 1, 31), None, 12),
            (date(2026, 3, 31), None, 10),
            (date(2026, 12, 31), None, 1),
            (date(2027, 1, 1), None, 0),
            (date(2020, 1, 1), date(2025, 12, 31), 0),
            (date(2020, 1, 1), date(2026, 1, 1), 1),
            (date(2026, 3, 31), date(2026, 3, 31), 1),
            (date(2026, 3, 31), date(2026, 4, 1), 2),
        ):
            with self.subTest(begin=begin, end=end):
                self.assertEqual(counted(begin, end), months)

    def test_months_before_the_person_came_do_not_count(self):
        self.assertEqual(counted(date(2020, 1, 1), first=7, last=9), 3)

    def test_one_off_counts_in_its_month_and_stays(self):
        paper = {"date_from": date(2026, 5, 20), "is_one_off": True}

        self.assertEqual([counted(**paper, last=m) for m in (4, 5, 12)], [0, 1, 1])

    def test_one_off_of_another_year_does_not_count(self):
        self.assertEqual(counted(date(2025, 12, 31), is_one_off=True), 0)


class TestMonthsOfADegree(BaseCase):
    """同一学历不能超过48个月: with the month of the start, here or elsewhere."""

    def study(self, begin, end=None):
        return Declared(D(400), begin, end)

    def test_the_48th_month_counts_and_the_49th_does_not(self):
        [kept] = within_months([self.study(date(2022, 9, 15))], 48)

        self.assertEqual(kept.date_to, date(2026, 8, 1))
        self.assertEqual(
            [counted_months(kept, 2026, m, m) for m in (7, 8, 9)], [1, 1, 0]
        )

    def test_exactly_48_months_stay_as_declared(self):
        study = self.study(date(2022, 9, 15), date(2026, 8, 31))

        self.assertEqual(within_months([study], 48), [study])

    def test_a_pause_does_not_use_up_months(self):
        first = self.study(date(2020, 1, 1), date(2022, 12, 31))
        second = self.study(date(2025, 6, 1))

        kept = within_months([second, first], 48)

        self.assertEqual((kept[0], kept[1].date_to), (first, date(2026, 5, 1)))

    def test_what_begins_after_the_last_month_is_left_out(self):
        first = self.study(date(2018, 1, 1), date(2021, 12, 31))

        self.assertEqual(
            within_months([first, self.study(date(2022, 1, 1))], 48), [first]
        )

    def test_without_a_limit_all_counts(self):
        study = [self.study(date(2010, 1, 1))]

        self.assertEqual(within_months(study, 0), study)

    @settings(derandomize=True, database=None, deadline=None, max_examples=200)
    @given(
        st.lists(st.tuples(st.integers(0, 150), st.integers(0, 80)), max_size=5),
        st.integers(1, 60),
    )
    def test_never_more_months_than_the_law_gives_and_none_are_lost(self, spans, most):
        studies = [
            self.study(
                date(2010 + a // 12, a % 12 + 1, 28),
                date(2010 + (a + n) // 12, (a + n) % 12 + 1, 1)
                if n
                else date(2010 + a // 12, a % 12 + 1, 28),
            )
            for a, n in spans
        ]

        def months(declared):
            return sum(
                counted_months(one, year, 1, 12)
                for one in declared
                for year in range(2010, 2031)
            )

        kept = within_months(studies, most)

        self.assertEqual(months(kept), min(most, months(studies)))

    def test_months_are_shared_with_both_ends(self):
        march = self.study(date(2026, 1, 1), date(2026, 3, 1))
        for begin, shared in ((date(2026, 3, 31), True), (date(2026, 4, 1), False)):
            with self.subTest(begin=begin):
                self.assertEqual(overlap(march, self.study(begin)), shared)
                self.assertEqual(overlap(self.study(begin), march), shared)


class TestAmounts(BaseCase):
    def test_declarations_add_up(self):
        both = [
            Declared(D(2000), date(2026, 1, 1)),
            Declared(D(1500), date(2026, 3, 1)),
        ]

        self.assertEqual(cumulated(both, 2026, 1, 4), D(11000))

    def test_nothing_declared_is_0(self):
        self.assertEqual(cumulated([], 2026, 1, 12), 0)

    def test_maximum_is_rounded_to_the_cent(self):
        self.assertEqual(legal_maximum(D(1000), 1, D("33.33")), D("333.30"))

    def test_examples_of_the_rules_hold(self):
        for module in (declared, tax_month):
            with self.subTest(module=module.__name__):
                result = doctest.testmod(module)
                self.assertGreater(result.attempted, 0)
                self.assertEqual(result.failed, 0)
