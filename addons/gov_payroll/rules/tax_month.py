"""A month of income tax from what is known of the person's year (当月应扣个税).

`income_tax` knows the method; here the year before the month, the month's pay and the
way of the annual bonus (全年一次性奖金单独或并入计税) come together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from .income_tax import (
    MONTHS,
    Bracket,
    Cumulated,
    Withholding,
    bonus_alone,
    find_bracket,
    withhold,
)

ZERO = Decimal(0)
ALONE, MERGED, CHEAPER = "alone", "merged", "cheaper"


@dataclass(frozen=True)
class TaxTable:
    """The annual table and the deduction of a month.

    :param brackets: lines, lowest first
    :param monthly_deduction: 减除费用 of a month, in yuan
    """

    brackets: Sequence[Bracket]
    monthly_deduction: Decimal


@dataclass(frozen=True)
class TaxYear:
    """A person's year: sums of the months before, and what counts by this month.

    :param month: 1-12, the month that is taxed
    :param deduction_months: see `income_tax.deduction_months`
    :param additional: declared deductions by this month (累计专项附加扣除)
    :param monthly_additional: declared deductions of this month alone
    :param income: of the months before, without a bonus that was taxed alone
    :param special: 专项扣除 of the months before
    :param withheld: tax of the months before, without that of a bonus taxed alone
    :param bonus_way: ALONE, MERGED or CHEAPER
    :param may_tax_alone: whether a bonus may be taxed alone at all: once a year, and
        while the law provides it
    """

    month: int
    deduction_months: int
    additional: Decimal = ZERO
    monthly_additional: Decimal = ZERO
    income: Decimal = ZERO
    exempt: Decimal = ZERO
    special: Decimal = ZERO
    other: Decimal = ZERO
    relief: Decimal = ZERO
    withheld: Decimal = ZERO
    bonus_way: str = CHEAPER
    may_tax_alone: bool = True


@dataclass(frozen=True)
class MonthPay:
    """The month's pay in yuan.

    :param income: taxed wages without the annual bonus
    :param bonus: annual bonus, 0 in most months
    :param special: contributions of the person, as a positive amount
    """

    income: Decimal
    bonus: Decimal = ZERO
    special: Decimal = ZERO


@dataclass(frozen=True)
class MonthTax:
    """What is withheld this month and why.

    :param year: the year up to and including the month
    :param withholding: tax of wages by the cumulative method
    :param bonus_tax: tax of a bonus taxed alone, 0 when it is merged
    :param is_alone: whether the bonus was taxed alone
    :param cost_alone: estimated tax of the whole year if the bonus is taxed alone
    :param cost_merged: the same, if it is merged
    """

    year: Cumulated
    withholding: Withholding
    bonus_tax: Decimal = ZERO
    is_alone: bool = False
    cost_alone: Decimal = ZERO
    cost_merged: Decimal = ZERO

    @property
    def tax(self) -> Decimal:
        """All tax of the month."""
        return self.withholding.tax + self.bonus_tax


def month_tax(year: TaxYear, pay: MonthPay, table: TaxTable) -> MonthTax:
    """Tax of the month.

    >>> table = TaxTable([Bracket(Decimal(36000), Decimal(3), ZERO),
    ...                   Bracket(None, Decimal(10), Decimal(2520))], Decimal(5000))
    >>> pay = MonthPay(Decimal(10000), special=Decimal(2230))
    >>> month_tax(TaxYear(1, 1), pay, table).tax
    Decimal('83.10')
    """
    wages = _cumulated(year, pay)
    if not pay.bonus:
        return MonthTax(wages, _withhold(wages, table))
    alone, merged = bonus_costs(year, pay, table)
    is_alone = year.may_tax_alone and (
        year.bonus_way == ALONE or (year.bonus_way == CHEAPER and alone < merged)
    )
    total = wages if is_alone else replace(wages, income=wages.income + pay.bonus)
    return MonthTax(
        year=total,
        withholding=_withhold(total, table),
        bonus_tax=bonus_alone(pay.bonus, table.brackets) if is_alone else ZERO,
        is_alone=is_alone,
        cost_alone=alone,
        cost_merged=merged,
    )


def bonus_costs(
    year: TaxYear, pay: MonthPay, table: TaxTable
) -> tuple[Decimal, Decimal]:
    """Estimated tax of the whole year with the bonus alone, and merged.

    The months that are left are taken to be like this one; only the person's annual
    settlement knows better, so this chooses, it does not withhold.
    """
    wages = _cumulated(year, pay)
    left = MONTHS - year.month
    months = min(MONTHS, year.deduction_months + left)
    taxable = (
        wages.income
        - wages.exempt
        - wages.special
        - wages.additional
        - wages.other
        - table.monthly_deduction * months
        + left * (pay.income - pay.special - year.monthly_additional)
    )
    alone = bonus_alone(pay.bonus, table.brackets) + _year_tax(taxable, table)
    return alone, _year_tax(taxable + pay.bonus, table)


def _cumulated(year: TaxYear, pay: MonthPay) -> Cumulated:
    return Cumulated(
        income=year.income + pay.income,
        deduction_months=year.deduction_months,
        exempt=year.exempt,
        special=year.special + pay.special,
        additional=year.additional,
        other=year.other,
        relief=year.relief,
        withheld=year.withheld,
    )


def _withhold(year: Cumulated, table: TaxTable) -> Withholding:
    return withhold(year, table.brackets, table.monthly_deduction)


def _year_tax(taxable: Decimal, table: TaxTable) -> Decimal:
    taxable = max(ZERO, taxable)
    bracket = find_bracket(table.brackets, taxable)
    return taxable * bracket.rate / 100 - bracket.quick
