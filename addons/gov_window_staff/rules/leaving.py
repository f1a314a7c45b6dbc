"""Repeated absence without leave (多次旷工, S9, D29)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from .movement_dates import add_months


def absent_too_often(
    absences: Iterable[tuple[date, Decimal]],
    day: date,
    times: int,
    days: Decimal,
    months: int,
) -> bool:
    """Whether absences without leave reach either limit in the months up to `day`.

    :param absences: (day, length in days) of each absence
    :param times: number of absences that is too often
    :param days: sum of their days that is too much
    :param months: length of the rolling span that ends on `day`

    >>> half = Decimal("0.5")
    >>> three = [(date(2026, m, 5), half) for m in (2, 5, 9)]
    >>> absent_too_often(three, date(2026, 10, 1), 3, Decimal(3), 12)
    True
    >>> absent_too_often(three, date(2027, 2, 6), 3, Decimal(3), 12)
    False
    """
    first = add_months(day, -months)
    counted = [length for when, length in absences if first < when <= day]
    return len(counted) >= times or sum(counted, Decimal(0)) >= days
