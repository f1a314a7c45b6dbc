"""连续工作: a break of more than 30 days counts the years anew (D19)."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..rules.continuity import continuous_since, joined

ENTRY = date(2024, 1, 1)
CHECKED = settings(derandomize=True, database=None, deadline=None, max_examples=100)


class TestContinuousService(BaseCase):
    def away(self, days):
        """At a window, away for some days, and back."""
        back = date(2025, 3, 1) + timedelta(days)
        return [(ENTRY, True), (date(2025, 3, 1), False), (back, True)], back

    def test_break_of_30_days_is_no_break(self):
        spans, _back = self.away(30)

        self.assertEqual(continuous_since(spans, ENTRY, 30), ENTRY)

    def test_break_of_31_days_counts_from_the_return(self):
        spans, back = self.away(31)

        self.assertEqual(continuous_since(spans, ENTRY, 30), back)

    def test_whoever_is_away_keeps_the_years_until_the_return(self):
        spans, _back = self.away(400)

        self.assertEqual(continuous_since(spans[:2], ENTRY, 30), ENTRY)

    def test_moves_inside_a_break_do_not_shorten_it(self):
        spans, back = self.away(40)
        inside = (date(2025, 3, 20), False)

        found = continuous_since([*spans[:2], inside, spans[2]], ENTRY, 30)

        self.assertEqual(found, back)

    def test_without_a_history_the_entry_counts(self):
        self.assertEqual(continuous_since([], ENTRY, 30), ENTRY)

    def came_back(self, days):
        """Left on 28 February 2025, back in a new file after some days."""
        back = date(2025, 3, 1) + timedelta(days)
        files = [
            ([(ENTRY, True)], ENTRY, date(2025, 2, 28)),
            ([(back, True)], back, None),
        ]
        return joined(files), back

    def test_thirty_days_between_two_files_are_no_break(self):
        spans, _back = self.came_back(30)

        self.assertEqual(continuous_since(spans, ENTRY, 30), ENTRY)

    def test_thirty_one_days_between_two_files_count_from_the_return(self):
        spans, back = self.came_back(31)

        self.assertEqual(continuous_since(spans, ENTRY, 30), back)

    def test_what_a_file_says_after_its_last_day_does_not_count(self):
        stretches = [(ENTRY, True), (date(2025, 3, 10), True)]
        back = date(2025, 4, 15)

        spans = joined(
            [(stretches, ENTRY, date(2025, 2, 28)), ([(back, True)], back, None)]
        )

        self.assertEqual(continuous_since(spans, ENTRY, 30), back)

    @CHECKED
    @given(st.lists(st.tuples(st.integers(0, 2000), st.booleans())))
    def test_service_never_begins_before_the_entry(self, moves):
        spans = [(ENTRY + timedelta(n), at_window) for n, at_window in sorted(moves)]

        since = continuous_since(spans, ENTRY, 30)

        self.assertGreaterEqual(since, ENTRY)
        self.assertIn(since, [ENTRY, *(first for first, _at_window in spans)])
