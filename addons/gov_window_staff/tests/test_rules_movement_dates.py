"""Notice, probation, minimum stay: the days at the border."""

from datetime import date

from odoo.tests import BaseCase

from ..rules.movement_dates import (
    add_months,
    age_on,
    earliest_leave,
    probation_end,
    stay_until,
)


class TestMovementDates(BaseCase):
    def test_notice_of_30_days_ends_on_the_30th_day_after_it(self):
        cases = [
            (date(2026, 11, 1), 30, date(2026, 12, 1)),
            (date(2026, 12, 31), 30, date(2027, 1, 30)),
            (date(2024, 2, 1), 30, date(2024, 3, 2)),
            (date(2026, 2, 26), 3, date(2026, 3, 1)),
        ]
        for notice, days, expected in cases:
            with self.subTest(notice=notice):
                self.assertEqual(earliest_leave(notice, days), expected)

    def test_probation_of_three_months_ends_the_day_before(self):
        cases = [
            (date(2026, 1, 1), date(2026, 3, 31)),
            (date(2026, 1, 15), date(2026, 4, 14)),
            (date(2025, 12, 1), date(2026, 2, 28)),
            # February has no 29th to 31st: its last day belongs to the probation
            (date(2025, 11, 29), date(2026, 2, 28)),
            (date(2025, 11, 30), date(2026, 2, 28)),
            (date(2023, 11, 30), date(2024, 2, 29)),
        ]
        for start, expected in cases:
            with self.subTest(start=start):
                self.assertEqual(probation_end(start, 3), expected)

    def test_minimum_stay_ends_on_the_anniversary(self):
        self.assertEqual(stay_until(date(2024, 11, 22), 24), date(2026, 11, 22))
        self.assertEqual(stay_until(date(2024, 2, 29), 24), date(2026, 2, 28))

    def test_months_go_over_the_year_and_back(self):
        self.assertEqual(add_months(date(2026, 12, 31), 2), date(2027, 2, 28))
        self.assertEqual(add_months(date(2026, 1, 31), -1), date(2025, 12, 31))

    def test_age_grows_on_the_birthday(self):
        born = date(1966, 11, 22)

        self.assertEqual(age_on(born, date(2026, 11, 21)), 59)
        self.assertEqual(age_on(born, date(2026, 11, 22)), 60)
        self.assertEqual(age_on(date(1968, 2, 29), date(2026, 2, 28)), 57)
        self.assertEqual(age_on(date(1968, 2, 29), date(2026, 3, 1)), 58)
