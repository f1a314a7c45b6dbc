"""How much of a session lies outside working hours."""

from datetime import date, datetime

from odoo.tests import BaseCase

from odoo.addons.gov_window_staff.rules.workdays import WorkCalendar

from ..rules.office_hours import OfficeHours, hours_outside, utc

WORKDAY = ((9.0, 12.0), (13.5, 17.0))
OFFICE = OfficeHours({weekday: WORKDAY for weekday in range(5)})
CALENDAR = WorkCalendar(
    off=frozenset({date(2026, 10, 1)}), work=frozenset({date(2026, 10, 10)})
)


class TestOfficeHours(BaseCase):
    def outside(self, *slots):
        moments = [
            (utc(date.fromisoformat(day), start), utc(date.fromisoformat(day), end))
            for day, start, end in slots
        ]
        return float(hours_outside(moments, OFFICE, CALENDAR))

    def test_inside_working_hours_nothing_is_outside(self):
        self.assertEqual(self.outside(("2026-10-09", 14.5, 17)), 0)

    def test_evening_is_outside(self):
        self.assertEqual(self.outside(("2026-10-09", 18, 20)), 2)

    def test_only_the_part_after_closing_counts(self):
        self.assertEqual(self.outside(("2026-10-09", 16, 18.5)), 1.5)

    def test_lunch_break_is_outside(self):
        self.assertEqual(self.outside(("2026-10-09", 11, 14.5)), 1.5)

    def test_weekend_is_outside(self):
        self.assertEqual(self.outside(("2026-10-11", 9, 11)), 2)

    def test_holiday_is_outside(self):
        self.assertEqual(self.outside(("2026-10-01", 9, 11)), 2)

    def test_weekend_day_worked_in_exchange_is_inside(self):
        self.assertEqual(self.outside(("2026-10-10", 9, 11)), 0)

    def test_several_dates_are_added_up(self):
        slots = ("2026-10-09", 18, 19), ("2026-10-11", 9, 10)

        self.assertEqual(self.outside(*slots), 2)

    def test_slot_past_midnight_is_counted_on_both_days(self):
        start, end = utc(date(2026, 10, 8), 16), utc(date(2026, 10, 9), 10)

        self.assertEqual(float(hours_outside([(start, end)], OFFICE, CALENDAR)), 16)

    def test_site_without_hours_is_never_open(self):
        slots = [(datetime(2026, 10, 9, 1), datetime(2026, 10, 9, 3))]

        self.assertEqual(float(hours_outside(slots, OfficeHours(), CALENDAR)), 2)
