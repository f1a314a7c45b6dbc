"""A month of tax: years of changing pay, and the annual bonus alone or merged."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..rules.income_tax import bonus_alone
from ..rules.tax_month import (
    ALONE,
    CHEAPER,
    MERGED,
    MonthPay,
    TaxTable,
    TaxYear,
    bonus_costs,
    month_tax,
)
from .test_rules_income_tax import CHECKED, TABLE, D, progressive, to_cent

LAW = TaxTable(TABLE, D(5000))
yuan = st.decimals(0, 80000, places=2)


def worked(year, **pay):
    return month_tax(year, MonthPay(**{k: D(str(v)) for k, v in pay.items()}), LAW)


class TestMonth(BaseCase):
    def test_oracle_of_kunming_january_is_83_10(self):
        self.assertEqual(
            worked(TaxYear(1, 1), income=10000, special=2230).tax, D("83.10")
        )

    def test_months_before_are_added(self):
        year = TaxYear(3, 3, income=D(50000), special=D(1000), withheld=D(1450))

        result = worked(year, income=25000)

        self.assertEqual((result.withholding.taxable, result.tax), (D(59000), D(1930)))

    def test_declared_deductions_by_the_month_are_taken_off_once(self):
        result = worked(TaxYear(2, 2, additional=D(6000)), income=25000)

        self.assertEqual(result.withholding.taxable, D(9000))

    def test_negative_month_is_0_and_keeps_the_year(self):
        result = worked(TaxYear(2, 2, income=D(30000), withheld=D(750)), income=0)

        self.assertEqual(result.tax, 0)


class TestBonus(BaseCase):
    """Wages of 6,000 a month and a bonus in December."""

    december = TaxYear(12, 12, income=D(66000), withheld=D(330))

    def test_alone_leaves_the_wages_as_they_are(self):
        year = replace(self.december, bonus_way=ALONE)

        result = worked(year, income=6000, bonus=36000)

        self.assertEqual((result.withholding.tax, result.bonus_tax), (D(30), D(1080)))
        self.assertEqual(result.year.income, 72000)

    def test_merged_counts_as_wages_of_the_month(self):
        year = replace(self.december, bonus_way=MERGED)

        result = worked(year, income=6000, bonus=36000)

        # 12,000 + 36,000 = 48,000: 2,280 of the year
        self.assertEqual((result.tax, result.bonus_tax), (D(1950), D(0)))
        self.assertEqual(result.year.income, 108000)

    def test_cheaper_is_alone_here_and_says_what_both_cost(self):
        result = worked(self.december, income=6000, bonus=36000)

        self.assertTrue(result.is_alone)
        self.assertEqual((result.cost_alone, result.cost_merged), (D(1440), D(2280)))

    def test_cheaper_is_merged_for_a_low_wage(self):
        year = TaxYear(12, 12, income=D(33000))

        result = worked(year, income=3000, bonus=20000)

        self.assertFalse(result.is_alone)
        self.assertEqual((result.tax, result.cost_alone), (D(0), D(600)))

    def test_months_that_are_left_are_taken_to_be_like_this_one(self):
        alone, merged = bonus_costs(
            TaxYear(1, 1), MonthPay(D(10000), D(12000), D(2000)), LAW
        )

        # 3,000 a month for twelve months
        self.assertEqual((alone, merged), (D(1440), D(2280)))

    def test_alone_is_not_possible_twice_or_after_its_end(self):
        year = replace(self.december, bonus_way=ALONE, may_tax_alone=False)

        self.assertFalse(worked(year, income=6000, bonus=36000).is_alone)

    @CHECKED
    @given(wage=yuan, bonus=yuan, month=st.integers(1, 12))
    def test_cheaper_never_costs_the_year_more(self, wage, bonus, month):
        year = TaxYear(month, month, income=wage * (month - 1), bonus_way=CHEAPER)
        result = month_tax(year, MonthPay(wage, bonus), LAW)

        chosen = result.cost_alone if result.is_alone else result.cost_merged
        self.assertEqual(chosen, min(result.cost_alone, result.cost_merged))

    @CHECKED
    @given(wage=yuan, bonus=yuan)
    def test_costs_of_december_are_the_tax_of_the_year(self, wage, bonus):
        year = TaxYear(12, 12, income=wage * 11)
        alone, merged = bonus_costs(year, MonthPay(wage, bonus), LAW)

        taxable = max(Fraction(0), 12 * Fraction(wage) - 60000)
        exact = progressive(taxable)
        self.assertEqual(
            to_cent(Fraction(alone)),
            to_cent(exact + Fraction(bonus_alone(bonus, TABLE))),
        )
        whole = max(Fraction(0), 12 * Fraction(wage) + Fraction(bonus) - 60000)
        self.assertEqual(to_cent(Fraction(merged)), to_cent(progressive(whole)))


class TestYears(BaseCase):
    """Twelve months with changing pay, each checked by slices of the year."""

    @CHECKED
    @given(
        wages=st.lists(yuan, min_size=12, max_size=12),
        special=st.lists(st.decimals(0, 5000, places=2), min_size=12, max_size=12),
        declared=st.decimals(0, 6000, places=0),
    )
    def test_each_month_is_the_year_so_far_less_what_was_withheld(
        self, wages, special, declared
    ):
        year = TaxYear(1, 1)
        for month, (wage, paid) in enumerate(zip(wages, special, strict=True), 1):
            year = replace(
                year,
                month=month,
                deduction_months=month,
                additional=declared * month,
                monthly_additional=declared,
            )
            tax = month_tax(year, MonthPay(wage, special=paid), LAW).tax

            taxable = sum(map(Fraction, wages[:month])) - sum(
                map(Fraction, special[:month])
            )
            taxable = max(Fraction(0), taxable - month * (5000 + Fraction(declared)))
            due = progressive(taxable) - Fraction(year.withheld)
            self.assertEqual(tax, max(Decimal(0), to_cent(due)))
            year = replace(
                year,
                income=year.income + wage,
                special=year.special + paid,
                withheld=year.withheld + tax,
            )
