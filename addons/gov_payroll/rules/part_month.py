"""Part months (不满整月): who joins or leaves inside a month (D38).

基本工资 by paid days and the monthly divisor 21.75 (人社部发〔2025〕2号), allowances
whole or not at all, the reward only after enough working days. The figures are policy
data.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

FRIDAY = 4


@dataclass(frozen=True)
class PartMonthRule:
    """The figures of the policy.

    :param divisor: paid days of a whole month (月计薪天数)
    :param allowance_days: calendar days in service from which allowances are paid
    :param reward_days: working days in service from which the reward is paid
    """

    divisor: Decimal
    allowance_days: int
    reward_days: int


@dataclass(frozen=True)
class Attended:
    """Days of a month that a person was in service.

    :param calendar_days: all of them
    :param working_days: working days of the calendar
    :param paid_days: working days, and statutory holidays from Monday to Friday
    :param is_whole: in service from the first to the last day
    """

    calendar_days: int
    working_days: int
    paid_days: int
    is_whole: bool


def attended(
    first: date,
    last: date,
    entry: date,
    leave: date | None,
    is_workday: Callable[[date], bool],
    is_statutory: Callable[[date], bool],
) -> Attended:
    """Days in service between `first` and `last` of a month, both ends included.

    :param leave: last day in service, None while it goes on
    :param is_statutory: statutory holidays (法定节假日), which are paid days

    >>> monday_to_friday = lambda day: day.weekday() < 5
    >>> attended(date(2026, 3, 1), date(2026, 3, 31), date(2026, 3, 16), None,
    ...          monday_to_friday, lambda day: False).paid_days
    12
    """
    begin, end = max(first, entry), min(last, leave or last)
    days = [begin + timedelta(n) for n in range((end - begin).days + 1)]
    working = [day for day in days if is_workday(day)]
    holidays = [
        day
        for day in days
        if day.weekday() <= FRIDAY and is_statutory(day) and not is_workday(day)
    ]
    return Attended(
        calendar_days=len(days),
        working_days=len(working),
        paid_days=len(working) + len(holidays),
        is_whole=begin == first and end == last,
    )


def part_wage(wage: Decimal, days: Attended, rule: PartMonthRule) -> Decimal:
    """BASIC in yuan, not rounded: the wage by paid days, never more than the wage.

    >>> days = Attended(16, 12, 12, False)
    >>> rule = PartMonthRule(Decimal("21.75"), 15, 10)
    >>> round(part_wage(Decimal(3000), days, rule), 2)
    Decimal('1655.17')
    """
    if days.is_whole:
        return wage
    return min(wage, wage / rule.divisor * days.paid_days)


def pays_allowances(days: Attended, rule: PartMonthRule) -> bool:
    """Whether the allowances of the month are paid, whole."""
    return days.is_whole or days.calendar_days >= rule.allowance_days


def pays_reward(days: Attended, rule: PartMonthRule) -> bool:
    """Whether a reward of the month is paid."""
    return days.is_whole or days.working_days >= rule.reward_days
