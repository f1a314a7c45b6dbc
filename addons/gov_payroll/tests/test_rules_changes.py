"""Reasons of a change against last month: from the element and what it rests on."""

import doctest
from decimal import Decimal

from odoo.tests import BaseCase

from ..rules import changes
from ..rules.changes import Paid, cause, is_notable, moved

D = Decimal


class TestChanges(BaseCase):
    def test_docstrings(self):
        self.assertEqual(doctest.testmod(changes).failed, 0)

    def test_cause_by_element_and_line(self):
        cases = [
            # code, line before, line after, moved, new policy, cause
            ("SKILL", ("rate", "A"), ("rate", "B"), False, False, "certificate"),
            ("SKILL", ("not_reached", ""), ("rate", "B"), False, True, "certificate"),
            ("SKILL", ("rate", "A"), ("rate", "A"), False, True, "policy"),
            ("SENIORITY", ("rate", "2020"), ("rate", "2020"), False, False,
             "anniversary"),
            ("SENIORITY", ("rate", "2020"), ("rate", "2020"), False, True, "policy"),
            ("SENIORITY", ("probation", ""), ("rate", "2020"), False, False,
             "probation"),
            ("EDUCATION", ("not_reached", ""), ("rate", ""), False, False,
             "education"),
            ("PERF", ("reward", ""), ("poor", ""), False, False, "grade"),
            ("PERF", ("reward", ""), ("part_reward", ""), False, False, "part_month"),
            ("BASIC", ("part_wage", ""), ("wage", ""), True, False, "part_month"),
            ("BASIC", ("wage", "2025"), ("wage", "2026"), True, False, "movement"),
            ("BASIC", ("wage", "2025"), ("wage", "2026"), False, False, "wage"),
            ("ARREARS", ("", ""), ("arrears", ""), False, False, "arrears"),
            ("HEAT", ("", ""), ("", ""), False, False, "other"),
        ]  # fmt: skip
        for code, before, after, has_movement, new_policy, expected in cases:
            with self.subTest(code=code, before=before, after=after):
                old, new = Paid(D(1), *before), Paid(D(2), *after)

                found = cause(code, old, new, has_movement, new_policy)

                self.assertEqual(found, expected)

    def test_the_largest_difference_comes_first_and_equal_amounts_are_left_out(self):
        before = {"BASIC": Paid(D(3000)), "PERF": Paid(D(285)), "SKILL": Paid(D(100))}
        after = {"BASIC": Paid(D(3000)), "PERF": Paid(D(0)), "SKILL": Paid(D(200))}

        self.assertEqual([m.code for m in moved(before, after)], ["PERF", "SKILL"])

    def test_an_element_of_one_month_only_counts_from_zero(self):
        (found,) = moved({}, {"ARREARS": Paid(D(50), "arrears", "2026-09")})

        self.assertEqual((found.before, found.difference), (D(0), D(50)))

    def test_the_threshold_itself_is_not_notable(self):
        for after, expected in ((D(2700), False), (D("2699.99"), True)):
            with self.subTest(after=after):
                self.assertEqual(is_notable(D(3000), after, D(10)), expected)
        self.assertTrue(is_notable(D(3000), D("3000.01"), D(0)))
        self.assertFalse(is_notable(D(3000), D(3000), D(0)))
