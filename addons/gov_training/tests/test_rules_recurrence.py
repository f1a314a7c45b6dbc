"""Days of a series: by the weekday, and moved by the working-day calendar (D34)."""

from datetime import date

from odoo.tests import BaseCase

from odoo.addons.gov_window_staff.rules.workdays import WorkCalendar

from ..rules.recurrence import (
    LAST,
    MOVE,
    SKIP,
    Recurrence,
    moved,
    occurrences,
    weekday_of_month,
)

FRIDAY = 4


def days(text):
    return frozenset(date.fromisoformat(day) for day in text.split())


# the notice of 2026 around the autumn holidays, and an invented month all off
CALENDAR = WorkCalendar(
    off=days("2026-09-25 2026-09-26 2026-09-27 2026-10-01 2026-10-02 2026-10-05"),
    work=days("2026-09-20 2026-10-10"),
    years=frozenset({2026}),
)


class TestRecurrence(BaseCase):
    def held(self, rule, first, last, calendar=CALENDAR):
        pairs = occurrences(
            rule, calendar, date.fromisoformat(first), date.fromisoformat(last)
        )
        return [day.isoformat() for _nominal, day in pairs]

    def test_last_friday_of_each_month(self):
        rule = Recurrence(FRIDAY, LAST)

        self.assertEqual(
            self.held(rule, "2026-10-01", "2026-12-31"),
            ["2026-10-30", "2026-11-27", "2026-12-25"],
        )

    def test_last_friday_that_is_off_moves_to_the_friday_before(self):
        rule = Recurrence(FRIDAY, LAST)

        self.assertEqual(self.held(rule, "2026-09-01", "2026-09-30"), ["2026-09-18"])

    def test_without_a_worked_friday_the_working_day_before_is_taken(self):
        fridays = days("2026-05-01 2026-05-08 2026-05-15 2026-05-22 2026-05-29")
        calendar = WorkCalendar(off=fridays)

        self.assertEqual(moved(date(2026, 5, 29), calendar), date(2026, 5, 28))

    def test_every_friday(self):
        rule = Recurrence(FRIDAY)

        self.assertEqual(
            self.held(rule, "2026-10-07", "2026-10-23"),
            ["2026-10-09", "2026-10-16", "2026-10-23"],
        )

    def test_weekly_day_off_moves_to_the_working_day_before_it(self):
        rule = Recurrence(FRIDAY, on_holiday=MOVE)

        self.assertEqual(self.held(rule, "2026-09-21", "2026-09-25"), ["2026-09-24"])

    def test_weekly_day_falls_away_when_its_week_is_off(self):
        off = days("2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-02-13")
        off |= days("2026-02-14 2026-02-15")

        found = self.held(
            Recurrence(FRIDAY), "2026-02-16", "2026-02-20", WorkCalendar(off=off)
        )

        self.assertEqual(found, [])

    def test_holidays_may_be_left_out(self):
        rule = Recurrence(FRIDAY, LAST, SKIP)

        self.assertEqual(self.held(rule, "2026-09-01", "2026-10-31"), ["2026-10-30"])

    def test_saturday_worked_in_exchange_is_held(self):
        rule = Recurrence(5, 2)

        self.assertEqual(self.held(rule, "2026-10-01", "2026-10-31"), ["2026-10-10"])

    def test_nothing_moves_before_the_first_day(self):
        rule = Recurrence(FRIDAY, LAST)

        self.assertEqual(self.held(rule, "2026-09-21", "2026-09-30"), [])

    def test_first_to_fourth_and_last_weekday(self):
        cases = {1: 6, 2: 13, 3: 20, 4: 27, LAST: 27}
        for week, day in cases.items():
            with self.subTest(week=week):
                found = weekday_of_month(2026, 2, FRIDAY, week)
                self.assertEqual(found, date(2026, 2, day))

    def test_last_friday_may_be_the_fifth(self):
        self.assertEqual(weekday_of_month(2026, 1, FRIDAY, LAST), date(2026, 1, 30))

    def test_unknown_year_counts_monday_to_friday(self):
        rule = Recurrence(FRIDAY, LAST)

        self.assertEqual(self.held(rule, "2031-01-01", "2031-01-31"), ["2031-01-31"])

    def test_unknown_words_are_refused(self):
        for week, on_holiday in ((5, MOVE), (1, "later")):
            with self.subTest(week=week), self.assertRaises(ValueError):
                Recurrence(FRIDAY, week, on_holiday)
