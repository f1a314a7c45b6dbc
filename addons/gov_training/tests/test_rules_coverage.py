"""Quarters and the quarterly duty."""

from datetime import date, timedelta
from decimal import Decimal

from odoo.tests import BaseCase

from ..rules.coverage import MET, MISSING, PARTLY, Duty, Quarter, rate, standing

ONE = Duty(sessions=1, alert_month=3, target=Decimal(100))


class TestCoverageRules(BaseCase):
    def test_each_day_lies_in_its_quarter(self):
        day = date(2024, 1, 1)
        while day < date(2029, 1, 1):
            quarter = Quarter.of(day)
            self.assertLessEqual(quarter.first, day)
            self.assertLessEqual(day, quarter.last)
            self.assertIn(quarter.month_of(day), (1, 2, 3))
            day += timedelta(1)

    def test_quarters_follow_each_other_without_a_gap(self):
        quarter = Quarter.of(date(2024, 2, 29))
        numbers = []
        for _n in range(8):
            numbers.append(quarter.number)
            following = Quarter.of(quarter.last + timedelta(1))
            self.assertEqual(following.first, quarter.last + timedelta(1))
            quarter = following
        self.assertEqual(numbers, [1, 2, 3, 4] * 2)

    def test_alert_begins_with_the_month_that_the_text_names(self):
        for month, warns in (("04", False), ("05", False), ("06", True)):
            with self.subTest(month=month):
                day = date.fromisoformat(f"2026-{month}-30")
                self.assertIs(ONE.warns_on(day), warns)

    def test_earlier_month_of_the_alert_warns_earlier(self):
        early = Duty(1, 1, Decimal(100))

        self.assertTrue(early.warns_on(date(2026, 10, 1)))

    def test_site_without_session_is_missing_however_few_people_it_has(self):
        self.assertEqual(standing(ONE, 0, 0, 1), MISSING)

    def test_one_person_short_of_everybody_is_not_everybody(self):
        self.assertEqual(standing(ONE, 1, 9999, 10000), PARTLY)
        self.assertEqual(standing(ONE, 1, 10000, 10000), MET)

    def test_target_below_everybody_is_reached_exactly(self):
        duty = Duty(1, 3, Decimal("66.67"))

        self.assertEqual(standing(duty, 1, 2, 3), PARTLY)
        self.assertEqual(standing(Duty(1, 3, Decimal("66.66")), 1, 2, 3), MET)

    def test_second_session_is_asked_for_where_the_text_asks_for_two(self):
        self.assertEqual(standing(Duty(2, 3, Decimal(100)), 1, 3, 3), MISSING)

    def test_share_of_nobody_is_no_number(self):
        self.assertIsNone(rate(0, 0))
        self.assertEqual(rate(1, 8), Decimal("12.5"))
