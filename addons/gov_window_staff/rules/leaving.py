"""Arithmetic of probation and of repeated absence (试用期, 多次旷工)."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal


def add_months(day: date, months: int) -> date:
    """The same day `months` later, or the last day of a shorter month.

    >>> add_months(date(2026, 11, 30), 3)
    datetime.date(2027, 2, 28)
    """
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def probation_end(start: date, months: int) -> date:
    """Last day of a probation of whole months that begins on `start`.

    >>> probation_end(date(2026, 3, 1), 3)
    datetime.date(2026, 5, 31)
    """
    return add_months(start, months) - timedelta(days=1)


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
