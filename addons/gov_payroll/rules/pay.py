"""Pay elements of a person in a month (工资项目), each with its reason.

Policy: 涟水 implementation opinion, part 4 (四) 3 and (六). The allowances and the
reward are computed before; here they become elements that can explain themselves, also
when they are 0. A new element is a function here and a salary rule with its code.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
ZERO = Decimal(0)

# why an element has its amount; the texts live on hr.payslip.line
WAGE = "wage"
RATE = "rate"
NOT_REACHED = "not_reached"
PROBATION = "probation"
INELIGIBLE = "ineligible"
REWARD = "reward"
POOR = "poor"
SUSPENDED = "suspended"
TOTAL = "total"


@dataclass(frozen=True)
class Element:
    """One pay element of one person.

    :param amount: yuan
    :param reason: one of the constants above
    :param source: record id of what is behind the amount; its model follows from the
        reason (see `hr.payslip.line`)
    :param basis: the fact behind it: certificate number, or a date as YYYY-MM-DD
    """

    amount: Decimal
    reason: str
    source: int | None = None
    basis: str = ""


@dataclass(frozen=True)
class Deferred:
    """An element that needs the totals of the rules before it, such as income tax.

    :param of: from {category code: yuan} to the element
    """

    of: Callable[[Mapping[str, Decimal]], Element]


def basic(wage: Decimal, valid_from: str = "") -> Element:
    """基本工资, in full.

    >>> basic(Decimal("3000.005")).amount
    Decimal('3000.01')
    """
    return Element(to_cent(wage), WAGE, basis=valid_from)


def allowance(paid, outside_probation) -> Element:
    """技能、年限、学历补贴 from two results of `gov_window_staff.rules.allowance`.

    :param paid: the allowance as it is due in the month
    :param outside_probation: what it would be if the person were not in probation;
        tells "not paid in probation" from "no threshold reached"
    """
    if paid.source is not None:
        return Element(to_cent(paid.amount), RATE, paid.source, paid.basis)
    if outside_probation.source is not None:
        return Element(ZERO, PROBATION)
    return Element(ZERO, NOT_REACHED)


def performance(
    amount: Decimal, grade: str, in_probation: bool, appraisal: int | None = None
) -> Element:
    """考核奖励: the amount of the locked appraisal, with the reason when it is 0.

    >>> performance(Decimal("285.00"), "fair", False).reason
    'reward'
    >>> performance(Decimal(0), "poor", False).reason
    'poor'
    """
    amount = to_cent(amount)
    if amount:
        return Element(amount, REWARD, appraisal)
    if grade in (SUSPENDED, POOR):
        return Element(ZERO, grade, appraisal)
    return Element(ZERO, PROBATION if in_probation else REWARD, appraisal)


def not_eligible() -> Element:
    """An element that is not paid to people of this staffing type (人员身份).

    >>> not_eligible().amount
    Decimal('0')
    """
    return Element(ZERO, INELIGIBLE)


def to_cent(amount: Decimal | float | str) -> Decimal:
    """Yuan rounded half-up to 分; a float is read as it is printed.

    >>> to_cent(1.005), to_cent(0.1 + 0.2)
    (Decimal('1.01'), Decimal('0.30'))
    """
    return Decimal(str(amount)).quantize(CENT, ROUND_HALF_UP)
