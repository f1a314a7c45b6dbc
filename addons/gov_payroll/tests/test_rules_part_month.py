"""不满整月: paid days, allowances from 15 days, reward from 10 working days (D38)."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from odoo.addons.gov_window_staff.rules.workdays import WorkCalendar

from ..rules.part_month import (
    PartMonthRule,
    attended,
    part_wage,
    pays_allowances,
    pays_reward,
)

D = Decimal
# the same examples in each run, and no example files left in the working folder
CHECKED = settings(derandomize=True, database=None, deadline=None, max_examples=100)
RULE = PartMonthRule(D("21.75"), 15, 10)
# October 2026: 1-7 off (1-3 and 中秋's are statutory), 10 worked
CALENDAR = WorkCalendar(
    off=frozenset(date(2026, 10, day) for day in range(1, 8)),
    work=frozenset({date(2026, 10, 10)}),
    years=frozenset({2026}),
    statutory=frozenset(date(2026, 10, day) for day in (1, 2, 3)),
)
FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)


def days(entry=date(2020, 1, 1), leave=None):
    return attended(
        FIRST,
        LAST,
        entry,
        leave,
        CALENDAR.is_workday,
        CALENDAR.statutory.__contains__,
    )


class TestDays(BaseCase):
    def test_holidays_on_weekdays_are_paid_and_one_on_a_saturday_is_not(self):
        found = days(leave=date(2026, 10, 7))

        # 1 (Thursday) and 2 (Friday); the 3rd is a Saturday
        self.assertEqual((found.working_days, found.paid_days), (0, 2))

    def test_saturday_worked_in_exchange_is_paid(self):
        self.assertEqual(days(date(2026, 10, 10), date(2026, 10, 11)).paid_days, 1)

    def test_whole_month_is_whole(self):
        self.assertTrue(days().is_whole)
        self.assertTrue(days(FIRST, LAST).is_whole)
        self.assertFalse(days(date(2026, 10, 2)).is_whole)
        self.assertFalse(days(leave=date(2026, 10, 30)).is_whole)

    def test_nobody_in_service_has_no_days(self):
        self.assertEqual(days(date(2026, 11, 1)).calendar_days, 0)


class TestPay(BaseCase):
    def test_whole_month_pays_the_wage(self):
        self.assertEqual(part_wage(D(3000), days(), RULE), 3000)

    def test_half_a_month_pays_by_21_75(self):
        # 19-31 October 2026: ten working days
        wage = part_wage(D(3000), days(date(2026, 10, 19)), RULE)

        self.assertEqual(round(wage, 2), D("1379.31"))

    @CHECKED
    @given(entry=st.dates(FIRST, LAST), leave=st.dates(FIRST, LAST))
    def test_never_more_than_the_wage_and_never_less_than_nothing(self, entry, leave):
        self.assertTrue(0 <= part_wage(D(3000), days(entry, leave), RULE) <= 3000)

    def test_allowances_begin_with_15_calendar_days(self):
        self.assertTrue(pays_allowances(days(date(2026, 10, 17)), RULE))
        self.assertFalse(pays_allowances(days(date(2026, 10, 18)), RULE))

    def test_reward_begins_with_10_working_days(self):
        self.assertTrue(pays_reward(days(date(2026, 10, 19)), RULE))
        self.assertFalse(pays_reward(days(date(2026, 10, 20)), RULE))
