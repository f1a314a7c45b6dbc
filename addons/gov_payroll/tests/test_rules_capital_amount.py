"""人民币大写 as bank forms want it (银发〔1997〕393号 附件一)."""

import doctest
import random
from decimal import Decimal
from unittest import skipUnless

from odoo.tests import BaseCase

from ..rules import capital_amount as module
from ..rules.capital_amount import capital_amount, capital_number

try:
    from cn2an import an2cn
except ImportError:  # a tool of the developers, not of the product
    an2cn = None

# the examples of the regulation, and what their rules say of the edges
EXAMPLES = {
    "1409.50": "壹仟肆佰零玖元伍角",
    "6007.14": "陆仟零柒元壹角肆分",
    "1680.32": "壹仟陆佰捌拾元叁角贰分",
    "107000.53": "壹拾万柒仟元伍角叁分",
    "16409.02": "壹万陆仟肆佰零玖元零贰分",
    "325.04": "叁佰贰拾伍元零肆分",
    "0.05": "伍分",
    "0.50": "伍角",
    "0": "零元整",
    "10": "壹拾元整",
    "1234": "壹仟贰佰叁拾肆元整",
    "1000.05": "壹仟元零伍分",
    "20000.20": "贰万元贰角",
    "1050000": "壹佰零伍万元整",
    "100000001.01": "壹亿零壹元零壹分",
    "900005307.80": "玖亿零伍仟叁佰零柒元捌角",
    "100010001": "壹亿零壹万零壹元整",
    "999999999999.99": "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
}


class TestCapitalAmount(BaseCase):
    def test_examples_of_the_regulation(self):
        for amount, words in EXAMPLES.items():
            with self.subTest(amount=amount):
                self.assertEqual(capital_amount(amount), f"人民币{words}")

    def test_half_a_cent_is_rounded_up(self):
        self.assertEqual(capital_amount("1234.565", ""), capital_amount("1234.57", ""))
        self.assertEqual(capital_amount("0.004", ""), "零元整")
        self.assertEqual(capital_amount("0.995", ""), "壹元整")

    def test_a_float_is_read_as_it_is_printed(self):
        self.assertEqual(capital_amount(0.1 + 0.2, ""), "叁角")
        self.assertEqual(capital_amount(1.005, ""), "壹元零壹分")

    def test_a_negative_amount_begins_with_fu(self):
        self.assertEqual(capital_amount("-10.50"), "人民币负壹拾元伍角")

    def test_an_amount_of_a_billion_thousands_is_refused(self):
        with self.assertRaises(OverflowError):
            capital_amount(10**12)

    def test_examples_in_the_docstrings_hold(self):
        result = doctest.testmod(module)

        self.assertTrue(result.attempted)
        self.assertFalse(result.failed)

    @skipUnless(an2cn, "cn2an is not installed")
    def test_ten_thousand_random_amounts_agree_with_another_library(self):
        chance = random.Random(393)
        for _ in range(10_000):
            amount = self.random_amount(chance)
            with self.subTest(amount=amount):
                self.assertEqual(capital_amount(amount, ""), an2cn(str(amount), "rmb"))

    def random_amount(self, chance):
        """An amount with many zeros, outside the one gap of the other library.

        It writes 玖亿伍仟元 for 900005000 although three zeros stand in between.
        """
        while True:
            digits = f"{chance.randrange(10 ** chance.randint(1, 14)):014d}"
            sparse = "".join(d if chance.random() < 0.6 else "0" for d in digits)
            if not (sparse[4:8] == "0000" and sparse[8] != "0" and int(sparse[:4])):
                return Decimal(int(sparse)).scaleb(-2)


class TestCapitalNumber(BaseCase):
    def test_each_place_has_its_word(self):
        self.assertEqual(
            capital_number(123456789012),
            ("壹仟贰佰叁拾肆亿伍仟陆佰柒拾捌万玖仟零壹拾贰"),
        )

    def test_zeros_between_two_digits_are_one_zero(self):
        self.assertEqual(capital_number(100000000001), "壹仟亿零壹")
        self.assertEqual(capital_number(1001), "壹仟零壹")
