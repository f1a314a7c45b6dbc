"""Figures of the staff structure table (队伍结构表): turnover and its period."""

from __future__ import annotations

from datetime import date, timedelta

from .bands import share
from .month import Month


def turnover(left: int, heads: int, months: int) -> float | None:
    """Leavers of a period for a hundred people of its average headcount (流动率).

    :param heads: sum of the headcounts of all month ends of the period
    :param months: number of those month ends

    >>> turnover(3, 40, 4)
    30.0
    >>> turnover(1, 0, 12) is None
    True
    """
    return share(left * months, heads)


def month_ends(day: date, today: date, count: int = 12) -> list[date]:
    """The last `count` month ends up to a day; today ends the current month.

    >>> month_ends(date(2026, 3, 31), date(2026, 11, 22), 2)
    [datetime.date(2026, 3, 31), datetime.date(2026, 2, 28)]
    >>> month_ends(date(2026, 11, 22), date(2026, 11, 22), 2)
    [datetime.date(2026, 11, 22), datetime.date(2026, 10, 31)]
    >>> month_ends(date(2026, 5, 15), date(2026, 11, 22), 1)
    [datetime.date(2026, 4, 30)]
    """
    ends = []
    month = Month.of(day)
    while len(ends) < count:
        end = min(month.last, today)
        if end <= day:
            ends.append(end)
        month = Month.of(month.first - timedelta(days=1))
    return ends
