"""Marks and winners of an honour."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..rules.honours import Nominee, mark, winners

CHECKED = settings(derandomize=True, database=None, deadline=None, max_examples=200)
NOMINEES = st.lists(st.tuples(st.integers(80, 85), st.booleans()), max_size=30)


class TestHonourRules(BaseCase):
    def test_votes_and_average_count_by_their_weight(self):
        half = Decimal(50)
        self.assertEqual(mark(20, 20, Decimal(90), half), Decimal(95))
        self.assertEqual(mark(0, 20, Decimal(90), half), Decimal(45))
        self.assertEqual(mark(20, 20, Decimal(90), Decimal(0)), Decimal(90))
        self.assertEqual(mark(5, 20, Decimal(90), Decimal(100)), Decimal(25))

    @CHECKED
    @given(NOMINEES, st.integers(1, 12))
    def test_places_of_an_honour_are_never_exceeded(self, pairs, places):
        pool = [Nominee(n, Decimal(m), c) for n, (m, c) in enumerate(pairs)]

        taken, tied = winners(pool, places)

        self.assertLessEqual(len(taken), places)
        self.assertFalse(set(taken) & set(tied))
        marks = {one.key: one.mark for one in pool}
        outside = [one.mark for one in pool if one.key not in taken]
        self.assertTrue(all(marks[k] >= max(outside, default=0) for k in taken))
        if len(taken) < min(places, len(pool)):
            self.assertTrue(tied)
