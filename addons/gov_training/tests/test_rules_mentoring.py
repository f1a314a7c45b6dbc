"""Terms of mentoring agreements: how many at once, how long."""

from datetime import date

from odoo.tests import BaseCase

from ..rules.mentoring import Term, months_of, most_at_once, overlapping


class TestMentoringRules(BaseCase):
    def test_most_at_once(self):
        a = Term(date(2026, 1, 1), date(2026, 3, 31))
        b = Term(date(2026, 4, 1), date(2026, 6, 30))
        c = Term(date(2026, 3, 31), date(2026, 4, 1))
        cases = {
            "nobody": ([], 0),
            "one": ([a], 1),
            "one after the other": ([a, b], 1),
            "two, never three": ([a, b, c], 2),
            "the same day thrice": ([a, a, a], 3),
        }
        for name, (terms, expected) in cases.items():
            with self.subTest(name):
                self.assertEqual(most_at_once(terms), expected)

    def test_terms_that_share_one_day_overlap(self):
        term = Term(date(2026, 3, 1), date(2026, 3, 31))
        cases = {
            (date(2026, 1, 1), date(2026, 2, 28)): False,
            (date(2026, 1, 1), date(2026, 3, 1)): True,
            (date(2026, 3, 31), date(2026, 4, 30)): True,
            (date(2026, 4, 1), date(2026, 4, 30)): False,
            (date(2026, 1, 1), date(2026, 12, 31)): True,
        }
        for (first, last), expected in cases.items():
            with self.subTest(first=first, last=last):
                self.assertEqual(bool(overlapping([Term(first, last)], term)), expected)

    def test_months_of_a_term(self):
        cases = {
            (date(2026, 3, 1), date(2026, 5, 31)): 3,
            (date(2026, 3, 1), date(2026, 5, 30)): 2,
            (date(2026, 3, 15), date(2026, 6, 14)): 3,
            (date(2025, 11, 10), date(2026, 11, 9)): 12,
            (date(2026, 3, 1), date(2026, 3, 1)): 0,
        }
        for (first, last), expected in cases.items():
            with self.subTest(first=first, last=last):
                self.assertEqual(months_of(first, last), expected)
