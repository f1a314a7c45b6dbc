"""个人所得税: seven brackets, the year cumulated, and an independent calculation."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..rules.income_tax import (
    SINCE_JANUARY,
    WHOLE_YEAR,
    Bracket,
    Cumulated,
    bonus_alone,
    deduction_months,
    find_bracket,
    is_continuous,
    may_deduct_whole_year,
    withhold,
)

D = Decimal
# the same examples in each run, and no example files left in the working folder
CHECKED = settings(derandomize=True, database=None, deadline=None, max_examples=300)
BASIC = D(5000)
TABLE = tuple(
    Bracket(upper and D(upper), D(rate), D(quick))
    for upper, rate, quick in (
        (36000, 3, 0),
        (144000, 10, 2520),
        (300000, 20, 16920),
        (420000, 25, 31920),
        (660000, 30, 52920),
        (960000, 35, 85920),
        (None, 45, 181920),
    )
)
yuan = st.decimals(0, 200000, places=2)
small = st.decimals(0, 6000, places=2)


def progressive(amount):
    """Tax slice by slice, without quick deductions: another way to the same figure."""
    tax, lower = Fraction(0), Fraction(0)
    for upper, rate in zip(
        (36000, 144000, 300000, 420000, 660000, 960000, None),
        (3, 10, 20, 25, 30, 35, 45),
        strict=True,
    ):
        top = amount if upper is None else min(amount, Fraction(upper))
        tax += max(Fraction(0), top - lower) * rate / 100
        lower = Fraction(upper or 0)
    return tax


def to_cent(value):
    exact = D(value.numerator) / D(value.denominator)
    return exact.quantize(D("0.01"), ROUND_HALF_UP)


def tax(income, months=1, **facts):
    return withhold(Cumulated(D(income), months, **facts), TABLE, BASIC).tax


class TestWithholding(BaseCase):
    def test_oracle_of_kunming_january_is_83_10(self):
        self.assertEqual(tax(10000, special=D(2230)), D("83.10"))

    def test_wage_below_the_deduction_is_free(self):
        self.assertEqual(tax(4000, special=D("932.59")), D("0.00"))

    def test_seam_of_36000_gives_1080_by_both_lines(self):
        self.assertEqual(tax(41000), D("1080.00"))
        self.assertEqual(tax("41000.01"), D("1080.00"))
        self.assertEqual(tax("41000.10"), D("1080.01"))

    def test_upper_bound_belongs_to_the_lower_line(self):
        self.assertEqual(find_bracket(TABLE, D(36000)).rate, 3)
        self.assertEqual(find_bracket(TABLE, D("36000.01")).rate, 10)

    def test_too_much_withheld_is_not_paid_back_in_the_year(self):
        self.assertEqual(tax(10000, 2, withheld=D(500)), D("0.00"))

    def test_relief_lowers_the_tax(self):
        self.assertEqual(tax(41000, relief=D(80)), D("1000.00"))

    def test_additional_exempt_and_other_lower_the_taxable_income(self):
        result = withhold(
            Cumulated(D(12000), 1, exempt=D(500), additional=D(3000), other=D(400)),
            TABLE,
            BASIC,
        )

        self.assertEqual((result.taxable, result.tax), (D(3100), D("93.00")))

    def test_table_of_the_law_is_continuous(self):
        self.assertTrue(is_continuous(TABLE))

    def test_wrong_quick_deduction_is_found(self):
        self.assertFalse(is_continuous((*TABLE[:1], Bracket(None, D(10), D(2521)))))


class TestMonths(BaseCase):
    def test_who_began_in_july_has_three_months_in_september(self):
        self.assertEqual(deduction_months(9, 7), 3)

    def test_first_job_of_the_year_counts_from_january(self):
        self.assertEqual(deduction_months(7, 7, SINCE_JANUARY), 7)

    def test_whole_year_is_deducted_from_january_on(self):
        self.assertEqual(deduction_months(1, 1, WHOLE_YEAR), 12)

    def test_60000_is_still_within_the_limit(self):
        self.assertTrue(may_deduct_whole_year(12, D(60000), D(60000)))
        self.assertFalse(may_deduct_whole_year(12, D("60000.01"), D(60000)))

    def test_wage_of_60000_a_year_is_never_taxed_under_the_rule(self):
        for month in range(1, 13):
            months = deduction_months(month, 1, WHOLE_YEAR)
            self.assertEqual(tax(5000 * month, months), 0)


class TestBonusAlone(BaseCase):
    def test_36000_costs_1080_and_one_yuan_more_2310_10_more(self):
        self.assertEqual(bonus_alone(D(36000), TABLE), D("1080.00"))
        self.assertEqual(bonus_alone(D(36001), TABLE), D("3390.10"))

    def test_no_bonus_no_tax(self):
        self.assertEqual(bonus_alone(D(0), TABLE), 0)


class TestAgainstSlices(BaseCase):
    """Each case worked out a second time, slice by slice in fractions."""

    @CHECKED
    @given(income=st.decimals(0, 3000000, places=2), months=st.integers(1, 12))
    def test_year_to_date_equals_the_sum_of_slices(self, income, months):
        taxable = max(Fraction(0), Fraction(income) - 5000 * months)

        self.assertEqual(tax(income, months), to_cent(progressive(taxable)))

    @CHECKED
    @given(wages=st.lists(yuan, min_size=12, max_size=12), special=small)
    def test_twelve_months_add_up_to_the_year_unless_too_much_was_withheld(
        self, wages, special
    ):
        withheld, income = D(0), D(0)
        for month, wage in enumerate(wages, 1):
            income += wage
            due = withhold(
                Cumulated(income, month, special=special * month, withheld=withheld),
                TABLE,
                BASIC,
            )
            withheld += due.tax

        taxable = max(Fraction(0), Fraction(income) - 60000 - 12 * Fraction(special))
        # half a cent a month at most is lost by rounding, and never less is withheld
        self.assertGreaterEqual(withheld, to_cent(progressive(taxable)) - D("0.06"))
        self.assertGreaterEqual(due.tax, 0)

    @CHECKED
    @given(income=yuan, more=yuan)
    def test_more_income_is_never_taxed_less(self, income, more):
        self.assertGreaterEqual(tax(income + more), tax(income))
