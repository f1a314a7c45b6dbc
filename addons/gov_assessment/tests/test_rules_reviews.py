"""Where a bad review stands and what its rates are."""

import doctest
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..rules import citizens, reviews
from ..rules.reviews import NEXT_STEP, Loop, is_step_open, rate, was_due

DAY = date(2026, 10, 12)
LOOPS = st.builds(
    Loop,
    is_bad=st.booleans(),
    is_default=st.booleans(),
    verdict=st.sampled_from(["", "true", "mistaken", "malicious", "unreachable"]),
    is_rectified=st.booleans(),
    is_fed_back=st.booleans(),
    is_visited=st.booleans(),
    is_closed=st.booleans(),
)


class TestReviewRules(BaseCase):
    def test_examples_hold(self):
        for module in (reviews, citizens):
            with self.subTest(module=module.__name__):
                result = doctest.testmod(module)
                self.assertEqual((bool(result.attempted), result.failed), (True, 0))

    def test_loop_step_by_step(self):
        table = [
            # what was done, where it stands
            ({}, "to_verify"),
            ({"verdict": "true"}, "rectifying"),
            ({"verdict": "true", "is_rectified": True}, "rectified"),
            (
                {"verdict": "true", "is_rectified": True, "is_fed_back": True},
                "fed_back",
            ),
            (
                {
                    "verdict": "true",
                    "is_rectified": True,
                    "is_fed_back": True,
                    "is_visited": True,
                },
                "visited",
            ),
            ({"verdict": "mistaken"}, "checked"),
            ({"verdict": "malicious"}, "checked"),
            ({"verdict": "unreachable"}, "checked"),
            ({"verdict": "mistaken", "is_closed": True}, "closed"),
        ]
        for done, state in table:
            with self.subTest(done=done):
                self.assertEqual(Loop(is_bad=True, **done).state, state)

    @given(LOOPS)
    def test_every_loop_stands_somewhere_and_has_at_most_one_next_step(self, loop):
        state = loop.state
        open_steps = [step for step in reviews.STEPS if is_step_open(state, step)]
        self.assertEqual(len(open_steps), 1 if state in NEXT_STEP else 0)

    @given(LOOPS)
    def test_good_and_default_reviews_are_never_handled(self, loop):
        if not loop.is_bad or loop.is_default:
            self.assertEqual(loop.state, "none")

    @given(LOOPS)
    def test_nothing_is_put_right_without_a_verdict(self, loop):
        if not loop.verdict:
            self.assertIn(loop.state, ("none", "to_verify"))

    @given(st.integers(0, 10**6), st.integers(0, 10**6))
    def test_whole_hundred_only_when_all_was_done(self, part, missing):
        percent = rate(part, part + missing)
        if not part + missing:
            self.assertIsNone(percent)
        else:
            self.assertEqual(percent == 100, not missing)
            self.assertTrue(Decimal(0) <= percent <= Decimal(100))

    @given(st.integers(-30, 30), st.integers(-30, 30))
    def test_step_in_time_is_not_due_and_overdue_is(self, due, done):
        due_on, done_on = DAY + timedelta(due), DAY + timedelta(done)
        self.assertEqual(was_due(None, due_on, DAY), due < 0)
        self.assertTrue(was_due(done_on, due_on, DAY))
