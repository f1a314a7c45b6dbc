"""Countdowns and annual leave, at the edges."""

from datetime import date

from odoo.tests import BaseCase

from ..rules.service import annual_leave_days, days_left, full_years

TIERS = [(20, 15), (1, 5), (10, 10)]
LONG_AGO = date(2000, 1, 1)


class TestCountdowns(BaseCase):
    def test_last_day_counts(self):
        self.assertEqual(days_left(date(2026, 10, 31), date(2026, 10, 31)), 1)
        self.assertEqual(days_left(date(2026, 10, 31), date(2026, 10, 1)), 31)

    def test_after_the_last_day_nothing_is_left(self):
        self.assertIsNone(days_left(date(2026, 10, 31), date(2026, 11, 1)))
        self.assertIsNone(days_left(None, date(2026, 11, 1)))

    def test_year_is_full_on_the_anniversary(self):
        start = date(2016, 10, 1)

        self.assertEqual(full_years(start, date(2026, 9, 30)), 9)
        self.assertEqual(full_years(start, date(2026, 10, 1)), 10)


class TestAnnualLeave(BaseCase):
    def days(self, work_start, entry=LONG_AGO, year=2026):
        return annual_leave_days(work_start, entry, year, TIERS)

    def test_tiers_by_full_years_of_work(self):
        cases = {
            date(2026, 1, 1): 0,
            date(2025, 12, 31): 5,
            date(2017, 1, 1): 5,
            date(2016, 12, 31): 10,
            date(2007, 1, 1): 10,
            date(2006, 12, 31): 15,
        }
        for start, days in cases.items():
            with self.subTest(start=start):
                self.assertEqual(self.days(start), days)

    def test_year_of_entry_gives_its_part_without_fractions(self):
        cases = {
            date(2026, 1, 1): 10,
            date(2026, 1, 2): 9,
            date(2026, 7, 1): 5,
            date(2026, 12, 31): 0,
        }
        for entry, days in cases.items():
            with self.subTest(entry=entry):
                self.assertEqual(self.days(date(2016, 1, 1), entry), days)

    def test_entry_after_the_year_gives_nothing(self):
        self.assertEqual(self.days(date(2010, 1, 1), date(2027, 1, 1)), 0)
