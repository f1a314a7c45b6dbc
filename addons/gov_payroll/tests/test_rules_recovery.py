"""扣款赔偿: at most a fifth of the month's wage, the minimum wage is left."""

import doctest
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..rules import recovery
from ..rules.recovery import Loss, most_of_month, shares
from .test_rules_income_tax import D

CHECKED = settings(derandomize=True, database=None, deadline=None, max_examples=200)
YUAN = st.integers(0, 2_000_000).map(lambda fen: Decimal(fen) / 100)
TWENTY = Decimal(20)


class TestMostOfMonth(BaseCase):
    def test_examples_of_the_docstrings_hold(self):
        self.assertFalse(doctest.testmod(recovery).failed)

    def test_both_limits_to_the_cent(self):
        for wage, left, most in (
            ("3000.00", "3000.00", "600.00"),
            ("2512.50", "2512.50", "502.50"),  # both limits meet
            ("2512.49", "2512.49", "502.49"),
            ("2513.00", "2512.51", "502.51"),
            ("3000.04", "3000.04", "600.00"),  # 600.008 is not rounded up
            ("2010.01", "2010.01", "0.01"),
            ("2010.00", "2010.00", "0.00"),
            ("2010.00", "1700.00", "0.00"),
            ("0.00", "-50.00", "0.00"),
            ("-10.00", "-10.00", "0.00"),
        ):
            with self.subTest(wage=wage, left=left):
                self.assertEqual(
                    most_of_month(D(wage), D(left), D(2010), TWENTY), D(most)
                )

    @CHECKED
    @given(YUAN, YUAN, YUAN, st.integers(0, 100).map(Decimal))
    def test_never_above_the_share_and_never_below_the_minimum(
        self, wage, left, minimum, percent
    ):
        most = most_of_month(wage, left, minimum, percent)

        self.assertGreaterEqual(most, 0)
        self.assertLessEqual(most, wage * percent / 100)
        self.assertTrue(not most or left - most >= minimum)


class TestShares(BaseCase):
    def test_the_last_instalment_is_the_rest(self):
        self.assertEqual(shares([Loss(1, D(50), D(200))], D(600)), {1: D(50)})

    def test_without_an_agreement_the_limit_is_taken(self):
        self.assertEqual(shares([Loss(1, D(5000))], D(600)), {1: D(600)})

    def test_a_loss_for_which_nothing_is_left_waits(self):
        losses = [Loss(1, D(600)), Loss(2, D(10))]

        self.assertEqual(shares(losses, D(600)), {1: D(600)})
        self.assertEqual(shares(losses, D(0)), {})

    @CHECKED
    @given(st.lists(st.tuples(YUAN, YUAN), max_size=5), YUAN)
    def test_no_loss_takes_more_than_is_left_of_it_or_of_the_month(self, rows, most):
        losses = [Loss(n, balance, part) for n, (balance, part) in enumerate(rows)]

        taken = shares(losses, most)

        self.assertLessEqual(sum(taken.values()), most)
        for loss in losses:
            amount = taken.get(loss.key, 0)
            self.assertLessEqual(amount, loss.balance)
            self.assertTrue(not loss.instalment or amount <= loss.instalment)
