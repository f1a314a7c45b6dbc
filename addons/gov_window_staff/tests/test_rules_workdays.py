"""Working days: what the notices of 2025 and 2026 say, and years without a notice."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import TransactionCase

from ..rules.workdays import WorkCalendar

QUICK = settings(database=None, deadline=None, derandomize=True, max_examples=60)
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


class TestWorkdays(TransactionCase):
    """`rules/workdays.py` with the shipped calendar."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.calendar = cls.env["gov.calendar.year"]._calendar()

    def test_working_days_of_each_month_of_2026(self):
        months = [
            self.calendar.count(
                date(2026, m, 1), date(2026 + m // 12, m % 12 + 1, 1) - timedelta(1)
            )
            for m in range(1, 13)
        ]
        self.assertEqual(months, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23])

    def test_a_sunday_worked_in_exchange_is_a_working_day(self):
        self.assertTrue(self.calendar.is_workday(date(2026, 1, 4)))

    def test_a_friday_of_a_holiday_is_off(self):
        self.assertFalse(self.calendar.is_workday(date(2026, 10, 2)))

    def test_thirteen_statutory_days_a_year(self):
        for year in (2025, 2026):
            days = [day for day in self.calendar.statutory if day.year == year]
            self.assertEqual(len(days), 13, year)

    def test_seven_working_days_over_the_spring_festival(self):
        self.assertEqual(self.calendar.add(date(2026, 2, 13), 7), date(2026, 3, 2))

    def test_the_day_itself_does_not_count(self):
        self.assertEqual(self.calendar.add(date(2026, 11, 20), 1), date(2026, 11, 23))

    def test_no_days_after_a_day_off_is_the_next_working_day(self):
        self.assertEqual(self.calendar.add(date(2026, 10, 1), 0), date(2026, 10, 8))

    def test_last_friday_that_is_off_moves_before_the_holiday(self):
        self.assertEqual(
            self.calendar.on_or_before(date(2026, 9, 25)), date(2026, 9, 24)
        )

    def test_year_without_a_notice_counts_monday_to_friday_and_says_so(self):
        self.assertTrue(self.calendar.is_workday(date(2031, 10, 1)))
        self.assertEqual(
            self.calendar.unknown_years(date(2026, 12, 1), date(2027, 2, 1)), [2027]
        )
        self.assertFalse(self.calendar.knows(date(2026, 12, 1), date(2027, 2, 1)))

    def test_negative_number_of_days_is_refused(self):
        with self.assertRaises(ValueError):
            self.calendar.add(date(2026, 1, 5), -1)

    def test_later_start_never_gives_an_earlier_deadline(self):
        @QUICK
        @given(DAYS, st.integers(0, 30))
        def check(day, count):
            one = self.calendar.add(day, count)
            self.assertLessEqual(one, self.calendar.add(day + timedelta(1), count))
            self.assertTrue(self.calendar.is_workday(one))

        check()

    def test_adding_days_and_counting_them_agree(self):
        @QUICK
        @given(DAYS, st.integers(1, 40))
        def check(day, count):
            last = self.calendar.add(day, count)
            self.assertEqual(self.calendar.count(day + timedelta(1), last), count)

        check()

    def test_an_empty_calendar_is_monday_to_friday(self):
        week = [WorkCalendar().is_workday(date(2026, 11, d)) for d in range(16, 23)]
        self.assertEqual(week, [True] * 5 + [False] * 2)
