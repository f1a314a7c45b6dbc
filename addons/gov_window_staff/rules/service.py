"""Countdowns of a person's service: probation, annual leave."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from .month import anniversary


def days_left(last: date | None, today: date) -> int | None:
    """Days until and including a last day; None without one or after it.

    >>> days_left(date(2026, 10, 31), date(2026, 10, 31))
    1
    >>> days_left(date(2026, 10, 31), date(2026, 11, 1))
    """
    if last is None or last < today:
        return None
    return (last - today).days + 1


def full_years(start: date, day: date) -> int:
    """Full years of work from `start` on a day.

    >>> full_years(date(2016, 10, 1), date(2026, 9, 30))
    9
    >>> full_years(date(2016, 10, 1), date(2026, 10, 1))
    10
    """
    years = day.year - start.year
    return years if anniversary(start, years) <= day else years - 1


def annual_leave_days(
    work_start: date, entry: date, year: int, tiers: Sequence[tuple[int, int]]
) -> int:
    """Days of annual leave (年休假) of a calendar year.

    职工带薪年休假条例 art. 3: by cumulative years of work, of which one must be full;
    实施办法 art. 5: in the year of entry days of the rest of the year ÷ 365 × days,
    parts of a day dropped. Years of work count on the last day of the year, so that
    somebody who reaches a tier in the year has its days: to the person's good.

    :param work_start: first day of work anywhere (参加工作时间)
    :param entry: first day here
    :param tiers: (full years, days), in any order
    :return: whole days

    >>> tiers = [(1, 5), (10, 10), (20, 15)]
    >>> [annual_leave_days(date(y, 7, 1), date(2020, 1, 1), 2026, tiers)
    ...  for y in (2026, 2025, 2016, 2006)]
    [0, 5, 10, 15]
    >>> annual_leave_days(date(2010, 7, 1), date(2026, 7, 1), 2026, tiers)
    5
    """
    first, last = date(year, 1, 1), date(year, 12, 31)
    if entry > last:
        return 0
    served = full_years(work_start, last)
    days = max((days for years, days in tiers if served >= years), default=0)
    if entry <= first:
        return days
    return days * ((last - entry).days + 1) // 365
