"""What leave and absence cost (请假扣款、旷工扣款, P27), and meals by attended day.

The day rate is the monthly wage by the divisor (月计薪天数, 人社部发〔2025〕2号).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .pay import to_cent

ZERO, ONE = Decimal(0), Decimal(1)


@dataclass(frozen=True)
class DayCost:
    """What a day away costs.

    :param percent: share of the day rate that is deducted
    :param divisor: the monthly wage by it is the day rate
    :param floor: yuan a month that the pay of such days does not go below (病假工资
        不低于最低工资的80%)
    """

    percent: Decimal
    divisor: Decimal
    floor: Decimal = ZERO


def deduction(wage: Decimal, days: Decimal, cost: DayCost) -> Decimal:
    """Yuan, half-up to the cent, not negative.

    >>> whole = DayCost(Decimal(100), Decimal("21.75"))
    >>> deduction(Decimal(2175), Decimal("1.5"), whole)
    Decimal('150.00')
    >>> sick = DayCost(Decimal(100), Decimal("21.75"), floor=Decimal(1740))
    >>> deduction(Decimal(2175), Decimal(1), sick)
    Decimal('20.00')
    """
    share = wage * cost.percent / 100
    if cost.floor:
        share = min(share, max(ZERO, wage - cost.floor))
    return to_cent(share / cost.divisor * days)


def capped(wage: Decimal, *costs: Decimal) -> tuple[Decimal, ...]:
    """The deductions in turn, together never more than the wage of the month.

    >>> capped(Decimal(100), Decimal(80), Decimal(50))
    (Decimal('80'), Decimal('20'))
    """
    left, kept = wage, []
    for cost in costs:
        kept.append(min(cost, left))
        left -= kept[-1]
    return tuple(kept)


def absent_days(times: Iterable[tuple[date, Decimal]]) -> Mapping[date, Decimal]:
    """{day: share of it} of confirmed absences; no day counts more than once.

    >>> day = date(2026, 10, 8)
    >>> absent_days([(day, Decimal("0.5")), (day, Decimal(1))])
    {datetime.date(2026, 10, 8): Decimal('1')}
    """
    days: dict[date, Decimal] = {}
    for day, share in times:
        days[day] = min(ONE, days.get(day, ZERO) + share)
    return days


def attended_days(working: int, away: Decimal) -> Decimal:
    """Working days in service less the days away.

    >>> attended_days(18, Decimal("2.5"))
    Decimal('15.5')
    """
    return max(ZERO, working - away)
