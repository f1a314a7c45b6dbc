"""Pay elements and the register as plain values."""

import doctest
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from odoo.tests import BaseCase

from ..rules import contributions, income_tax, part_month, pay, register
from ..rules.register import Register, RegisterRow


@dataclass(frozen=True)
class Paid:
    """Shape of a result of the allowance rules."""

    amount: Decimal = Decimal(0)
    source: int | None = None
    basis: str = ""


NOTHING = Paid()
HUNDRED = Paid(Decimal(100), 7, "CERT-1")


class TestAllowance(BaseCase):
    def test_a_reached_line_is_paid_with_its_fact(self):
        element = pay.allowance(HUNDRED, HUNDRED)

        self.assertEqual(element, pay.Element(Decimal("100.00"), pay.RATE, 7, "CERT-1"))

    def test_zero_in_probation_is_told_from_zero_without_a_claim(self):
        self.assertEqual(pay.allowance(NOTHING, HUNDRED).reason, pay.PROBATION)
        self.assertEqual(pay.allowance(NOTHING, NOTHING).reason, pay.NOT_REACHED)

    def test_a_table_line_of_zero_yuan_is_still_that_line(self):
        free = Paid(Decimal(0), 9)

        self.assertEqual(pay.allowance(free, free).source, 9)


class TestPerformance(BaseCase):
    def test_each_zero_has_its_reason(self):
        cases = {
            ("poor", False): pay.POOR,
            ("poor", True): pay.POOR,
            ("suspended", False): pay.SUSPENDED,
            ("fair", True): pay.PROBATION,
            ("fair", False): pay.REWARD,
        }
        for (grade, in_probation), reason in cases.items():
            with self.subTest(grade=grade, in_probation=in_probation):
                element = pay.performance(Decimal(0), grade, in_probation, 3)

                self.assertEqual((element.amount, element.reason), (0, reason))


class TestRegister(BaseCase):
    rows = register.in_order(
        RegisterRow(number, "", "", "", (Decimal(wage), Decimal("0.10")))
        for number, wage in (("B2", 20), ("B10", 10))
    )

    def test_rows_stand_in_plain_string_order(self):
        self.assertEqual([row.staff_no for row in self.rows], ["B10", "B2"])

    def test_totals_add_up_both_ways(self):
        sheet = Register("", date(2026, 10, 31), ("a", "b"), self.rows)

        self.assertEqual(sheet.totals, (Decimal(30), Decimal("0.20")))
        self.assertEqual(sheet.gross, sum(row.gross for row in self.rows))
        self.assertEqual(sheet.capital, "人民币叁拾元贰角")

    def test_a_register_without_rows_totals_zero(self):
        sheet = Register("", date(2026, 10, 31), ("a", "b"))

        self.assertEqual(sheet.totals, (0, 0))


class TestDoctests(BaseCase):
    def test_examples_in_the_docstrings_hold(self):
        for module in (pay, register, income_tax, contributions, part_month):
            with self.subTest(module=module.__name__):
                result = doctest.testmod(module)

                self.assertTrue(result.attempted)
                self.assertFalse(result.failed)
