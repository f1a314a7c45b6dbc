"""考核月份, the population of a month (D2), probation, anniversaries."""

from datetime import date

from odoo.tests import BaseCase

from ..rules.month import Month, anniversary, is_in_probation, is_in_service

OCTOBER = Month(2026, 10)


class TestMonth(BaseCase):
    def test_month_is_read_from_text(self):
        self.assertEqual(Month.parse(" 2026-10 "), OCTOBER)

    def test_any_other_text_is_no_month(self):
        for text in (
            "2026-13",
            "2026-00",
            "2026-1",
            "202610",
            "2026-10-01",
            "",
            "十月",
        ):
            with self.subTest(text=text), self.assertRaises(ValueError):
                Month.parse(text)

    def test_last_day_follows_the_calendar(self):
        cases = {
            Month(2026, 2): date(2026, 2, 28),
            Month(2028, 2): date(2028, 2, 29),
            Month(2026, 4): date(2026, 4, 30),
            Month(2026, 12): date(2026, 12, 31),
        }
        for month, last in cases.items():
            with self.subTest(month=str(month)):
                self.assertEqual(month.last, last)

    def test_months_are_ordered_and_follow_each_other_over_new_year(self):
        self.assertEqual(Month(2026, 12).next(), Month(2027, 1))
        self.assertLess(Month(2026, 12), Month(2027, 1))

    def test_month_of_a_day_is_written_with_two_digits(self):
        self.assertEqual(str(Month.of(date(2026, 2, 28))), "2026-02")


class TestPopulation(BaseCase):
    def test_entry_and_leave_decide_at_the_last_day(self):
        # entry, leave, in service in October
        cases = [
            (date(2026, 10, 31), None, True),
            (date(2026, 11, 1), None, False),
            (date(2020, 1, 1), date(2026, 10, 30), False),
            (date(2020, 1, 1), date(2026, 10, 31), True),
            (date(2020, 1, 1), date(2026, 11, 1), True),
            (date(2026, 10, 31), date(2026, 10, 31), True),
            (date(2026, 10, 5), date(2026, 10, 20), False),
        ]
        for entry, leave, expected in cases:
            with self.subTest(entry=entry, leave=leave):
                self.assertEqual(is_in_service(OCTOBER, entry, leave), expected)


class TestProbation(BaseCase):
    def test_probation_counts_until_its_last_day(self):
        cases = {
            None: False,
            date(2026, 10, 30): False,
            date(2026, 10, 31): True,
            date(2026, 11, 1): True,
        }
        for trial_end, expected in cases.items():
            with self.subTest(trial_end=trial_end):
                self.assertEqual(is_in_probation(OCTOBER, trial_end), expected)


class TestAnniversary(BaseCase):
    def test_anniversary_is_the_same_day_of_a_later_year(self):
        self.assertEqual(anniversary(date(2021, 10, 1), 5), date(2026, 10, 1))

    def test_29_february_counts_as_the_28th_in_other_years(self):
        leap_day = date(2024, 2, 29)

        self.assertEqual(anniversary(leap_day, 1), date(2025, 2, 28))
        self.assertEqual(anniversary(leap_day, 4), date(2028, 2, 29))
