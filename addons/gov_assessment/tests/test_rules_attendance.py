"""A day of attendance as the policy reads it: table of cases, what never breaks."""

import doctest
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..rules import attendance
from ..rules.attendance import Day, Hours, judge, read_minute

BOTH = frozenset({"am", "pm"})
TWO = Hours()
FOUR = Hours(punches=4)
STRICT = Hours(absent_from=30)

# (punches in and out, rules) -> {kind of breach: days or times}
CASES = [
    ({"am_in": 540, "pm_out": 1020}, TWO, {}),
    ({"am_in": 545, "pm_out": 1015}, TWO, {}),  # five minutes are free
    ({"am_in": 546, "pm_out": 1020}, TWO, {"late": 1}),
    ({"am_in": 540, "pm_out": 1014}, TWO, {"late": 1}),
    ({"am_in": 600, "pm_out": 900}, TWO, {"late": 2}),
    ({"am_in": 540}, TWO, {"no_punch": 1}),
    ({}, TWO, {"no_punch": 1}),
    ({"am_in": 569, "pm_out": 1020}, STRICT, {"late": 1}),
    ({"am_in": 570, "pm_out": 1020}, STRICT, {"absent": Decimal("0.5")}),
    ({"am_in": 570, "pm_out": 990}, STRICT, {"absent": 1}),
    ({"am_in": 570, "pm_out": 1010}, STRICT, {"absent": Decimal("0.5"), "late": 1}),
    ({"am_in": 540, "pm_out": 1020}, FOUR, {"no_punch": 1}),
    ({"am_in": 540, "am_out": 720, "pm_in": 820, "pm_out": 1020}, FOUR, {"late": 1}),
]

CHECKED = settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow],  # the machine may be busy
)

minutes = st.integers(0, 24 * 60 - 1)
punches = st.dictionaries(
    st.sampled_from(["am_in", "am_out", "pm_in", "pm_out"]), minutes
)
halves = st.frozensets(st.sampled_from(["am", "pm"]))
hours = st.builds(
    Hours,
    punches=st.sampled_from([2, 4]),
    grace=st.integers(0, 30),
    absent_from=st.sampled_from([0, 31, 60]),
)


def quantities(day, rules):
    return {breach.kind: breach.quantity for breach in judge(day, rules)}


class TestAttendanceRules(BaseCase):
    def test_examples_hold(self):
        result = doctest.testmod(attendance)

        self.assertEqual((bool(result.attempted), result.failed), (True, 0))

    def test_each_case_of_the_table(self):
        for punched, rules, expected in CASES:
            with self.subTest(punched=punched):
                self.assertEqual(quantities(Day(punched), rules), expected)

    def test_half_a_day_of_personal_leave_costs_half(self):
        morning = Day({"pm_out": 1020}, personal=frozenset({"am"}))

        self.assertEqual(quantities(morning, TWO), {"personal": Decimal("0.5")})
        self.assertEqual(quantities(Day(personal=BOTH), TWO), {"personal": 1})

    def test_word_of_the_system_goes_before_the_punches(self):
        for status, expected in (
            ("normal", {}),
            ("absent", {"absent": 1}),
            ("unfiled", {"unfiled": 1}),
        ):
            with self.subTest(status=status):
                self.assertEqual(quantities(Day(status=status), TWO), expected)

    def test_cell_that_is_no_time(self):
        for text in ("25:00", "8:61", "1.5", "早上", "-0.2"):
            with self.subTest(text=text), self.assertRaises(ValueError):
                read_minute(text)

    @CHECKED
    @given(punches, hours, st.sampled_from(["", "late", "absent", "normal"]))
    def test_excused_day_never_costs(self, punched, rules, status):
        self.assertEqual(judge(Day(punched, BOTH, status=status), rules), ())

    @CHECKED
    @given(punches, halves, halves, hours)
    def test_more_excuses_never_make_it_worse(self, punched, excused, more, rules):
        few = quantities(Day(punched, excused), rules)
        many = quantities(Day(punched, excused | more), rules)

        self.assertLessEqual(bool(many), bool(few))

    @CHECKED
    @given(punches, halves, halves, hours)
    def test_each_kind_comes_once_and_is_above_zero(self, punched, out, own, rules):
        breaches = judge(Day(punched, out, own - out), rules)

        kinds = [breach.kind for breach in breaches]
        self.assertEqual(len(kinds), len(set(kinds)))
        self.assertTrue(all(breach.quantity > 0 for breach in breaches))
