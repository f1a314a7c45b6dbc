"""专项附加扣除: counted by months, whatever the day."""

import doctest
from datetime import date

from odoo.tests import BaseCase

from ..rules import declared, tax_month
from ..rules.declared import Declared, counted_months, cumulated, legal_maximum
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
