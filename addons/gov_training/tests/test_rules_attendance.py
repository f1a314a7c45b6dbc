"""应到、实到 and 到课率."""

from decimal import Decimal

from odoo.tests import BaseCase

from ..rules.attendance import attendance_rate, tally


class TestAttendanceRules(BaseCase):
    def test_people_on_leave_are_expected(self):
        heads = tally({"attended": 8, "excused": 2})

        self.assertEqual(heads.expected, 10)
        self.assertEqual(heads.rate, Decimal("0.8"))

    def test_withdrawn_people_are_not_expected(self):
        heads = tally({"attended": 8, "withdrawn": 2})

        self.assertEqual(heads.expected, 8)
        self.assertEqual(heads.rate, Decimal(1))

    def test_unmarked_people_are_the_ones_only_enrolled(self):
        heads = tally({"enrolled": 3, "attended": 1, "excused": 1, "absent": 1})

        self.assertEqual(heads.unmarked, 3)

    def test_empty_session_has_rate_zero(self):
        self.assertEqual(tally({}).rate, Decimal(0))

    def test_rate_is_rounded_half_up_to_hundredths_of_a_percent(self):
        cases = [(1, 3, "0.3333"), (2, 3, "0.6667"), (1, 32, "0.0313"), (32, 32, "1")]

        for attended, expected, rate in cases:
            with self.subTest(attended=attended, expected=expected):
                self.assertEqual(attendance_rate(attended, expected), Decimal(rate))
