"""Local day, hours and people in two places at once."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from odoo.tests import BaseCase

from ..rules.schedule import Slot, conflicts, hours_between, local_day

NINE = datetime(2026, 3, 6, 9, 0)


def slot(person, hour, hours, session):
    start = NINE.replace(hour=hour)
    return Slot(person, start, start + timedelta(hours=hours), session)


class TestScheduleRules(BaseCase):
    def test_day_is_that_of_beijing(self):
        self.assertEqual(local_day(datetime(2026, 3, 5, 15, 59)), date(2026, 3, 5))
        self.assertEqual(local_day(datetime(2026, 3, 5, 16, 0)), date(2026, 3, 6))

    def test_hours_are_rounded_to_the_nearest_half(self):
        cases = [(14, "0"), (15, "0.5"), (44, "0.5"), (45, "1"), (180, "3")]

        for minutes, hours in cases:
            with self.subTest(minutes=minutes):
                length = hours_between(NINE, NINE + timedelta(minutes=minutes))
                self.assertEqual(length, Decimal(hours))

    def test_hours_are_never_negative(self):
        self.assertEqual(hours_between(NINE, NINE - timedelta(hours=1)), 0)

    def test_sessions_one_after_the_other_do_not_conflict(self):
        self.assertFalse(conflicts([slot(1, 9, 2, 10), slot(1, 11, 2, 11)]))

    def test_sessions_sharing_a_minute_conflict(self):
        late = Slot(1, NINE + timedelta(minutes=119), NINE + timedelta(hours=4), 11)

        self.assertEqual(
            conflicts([late, slot(1, 9, 2, 10)]), [(slot(1, 9, 2, 10), late)]
        )

    def test_two_people_at_the_same_time_do_not_conflict(self):
        self.assertFalse(conflicts([slot(1, 9, 2, 10), slot(2, 9, 2, 11)]))

    def test_one_session_inside_another_conflicts(self):
        self.assertEqual(len(conflicts([slot(1, 9, 6, 10), slot(1, 10, 1, 11)])), 1)

    def test_a_long_session_conflicts_with_a_later_neighbour(self):
        day, first, second = slot(1, 8, 9, 10), slot(1, 9, 1, 11), slot(1, 11, 1, 12)

        self.assertTrue(conflicts([day, second]))
        self.assertTrue(conflicts([day, first, second]))
