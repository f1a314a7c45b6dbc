"""Income tax of wages by cumulative withholding (个人所得税累计预扣法).

税务总局公告2018年第61号 art. 6: tax of the month = (cumulative taxable income x rate -
quick deduction) - cumulative relief - what was withheld before; a negative result is 0
and is not paid back within the year. The table and the monthly deduction are data.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
ZERO = Decimal(0)
MONTHS = 12

# how many months of the basic deduction (减除费用) a person has in a month of the year
EMPLOYED = "employed"  # months with this employer in the year
SINCE_JANUARY = "since_january"  # 公告2020年第13号: first job of the year
WHOLE_YEAR = "whole_year"  # 公告2020年第19号: 60,000 from January on


@dataclass(frozen=True)
class Bracket:
    """One line of the annual table (综合所得预扣率表).

    :param upper: yuan up to which it applies, itself included; None for the last line
    :param rate: per cent
    :param quick: quick deduction (速算扣除数) in yuan
    """

    upper: Decimal | None
    rate: Decimal
    quick: Decimal


@dataclass(frozen=True)
class Cumulated:
    """A person's year with this employer up to and including the month, in yuan.

    :param income: wages and bonus that are taxed together (累计收入)
    :param exempt: income that is free of tax (累计免税收入)
    :param deduction_months: see `deduction_months`
    :param special: social insurance and housing fund of the person (累计专项扣除)
    :param additional: declared deductions (累计专项附加扣除)
    :param other: other lawful deductions (累计其他扣除)
    :param relief: relief of tax (累计减免税额)
    :param withheld: tax withheld in the months before
    """

    income: Decimal
    deduction_months: int
    exempt: Decimal = ZERO
    special: Decimal = ZERO
    additional: Decimal = ZERO
    other: Decimal = ZERO
    relief: Decimal = ZERO
    withheld: Decimal = ZERO


@dataclass(frozen=True)
class Withholding:
    """Tax of a month with what it was worked out from.

    :param tax: yuan to withhold this month
    :param taxable: cumulative taxable income
    :param bracket: the line of the table that applied
    :param due: tax of the year so far before relief and earlier withholding
    """

    tax: Decimal
    taxable: Decimal
    bracket: Bracket
    due: Decimal


def deduction_months(month: int, started: int, rule: str = EMPLOYED) -> int:
    """Months of the basic deduction by `month` (1-12) of the year.

    :param started: month in which the person began with this employer, 1 when it was
        in an earlier year
    :param rule: EMPLOYED, SINCE_JANUARY or WHOLE_YEAR

    >>> [deduction_months(9, 7, rule)
    ...  for rule in (EMPLOYED, SINCE_JANUARY, WHOLE_YEAR)]
    [3, 9, 12]
    """
    if rule == WHOLE_YEAR:
        return MONTHS
    if rule == SINCE_JANUARY:
        return month
    return max(0, month - started + 1)


def may_deduct_whole_year(
    months_last_year: int, income_last_year: Decimal, limit: Decimal
) -> bool:
    """6万元政策: twelve months with this employer last year and at most the limit.

    >>> may_deduct_whole_year(12, Decimal(60000), Decimal(60000))
    True
    >>> may_deduct_whole_year(11, Decimal(40000), Decimal(60000))
    False
    """
    return months_last_year == MONTHS and income_last_year <= limit


def withhold(
    year: Cumulated, brackets: Sequence[Bracket], monthly_deduction: Decimal
) -> Withholding:
    """Tax of the month by the cumulative method.

    >>> table = [Bracket(Decimal(36000), Decimal(3), ZERO),
    ...          Bracket(None, Decimal(10), Decimal(2520))]
    >>> january = Cumulated(Decimal(10000), 1, special=Decimal(2230))
    >>> withhold(january, table, Decimal(5000)).tax
    Decimal('83.10')
    """
    taxable = max(
        ZERO,
        year.income
        - year.exempt
        - monthly_deduction * year.deduction_months
        - year.special
        - year.additional
        - year.other,
    )
    bracket = find_bracket(brackets, taxable)
    due = _tax(taxable, bracket)
    tax = max(ZERO, due - year.relief - year.withheld)
    return Withholding(_to_cent(tax), taxable, bracket, due)


def bonus_alone(bonus: Decimal, brackets: Sequence[Bracket]) -> Decimal:
    """Tax of an annual bonus taxed apart (全年一次性奖金单独计税), once a year.

    A twelfth of the bonus finds the line of the annual table divided by twelve.

    >>> table = [Bracket(Decimal(36000), Decimal(3), ZERO),
    ...          Bracket(None, Decimal(10), Decimal(2520))]
    >>> bonus_alone(Decimal(36000), table), bonus_alone(Decimal("36001"), table)
    (Decimal('1080.00'), Decimal('3390.10'))
    """
    if bonus <= 0:
        return ZERO
    # bonus / 12 <= upper / 12 is bonus <= upper: nothing is divided, nothing rounded
    bracket = find_bracket(brackets, bonus)
    return _to_cent(bonus * bracket.rate / 100 - bracket.quick / MONTHS)


def find_bracket(brackets: Sequence[Bracket], taxable: Decimal) -> Bracket:
    """The line of the table for an amount; upper bounds are included."""
    for bracket in brackets:
        if bracket.upper is None or taxable <= bracket.upper:
            return bracket
    raise ValueError("the last line of a tax table has no upper bound")


def is_continuous(brackets: Sequence[Bracket]) -> bool:
    """Whether each seam gives the same tax by both lines, and bounds and rates rise.

    >>> is_continuous([Bracket(Decimal(36000), Decimal(3), ZERO),
    ...                Bracket(None, Decimal(10), Decimal(2000))])
    False
    """
    if not brackets or brackets[-1].upper is not None:
        return False
    for lower, higher in zip(brackets, brackets[1:], strict=False):
        seam = lower.upper
        if seam is None or (higher.upper is not None and higher.upper <= seam):
            return False
        if higher.rate <= lower.rate or _tax(seam, lower) != _tax(seam, higher):
            return False
    return True


def _tax(taxable: Decimal, bracket: Bracket) -> Decimal:
    return taxable * bracket.rate / 100 - bracket.quick


def _to_cent(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)
