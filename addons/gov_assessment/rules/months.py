"""In which month a fact counts (D39)."""

from __future__ import annotations

from collections.abc import Container
from datetime import date


def first_not_closed(day: date | None, closed: Container[date]) -> date | None:
    """First day of the month of `day`, or of the first later month not in `closed`.

    :param closed: first days of the months whose results are confirmed

    >>> first_not_closed(date(2026, 10, 8), {date(2026, 9, 1)})
    datetime.date(2026, 10, 1)
    >>> first_not_closed(date(2026, 11, 8), {date(2026, 11, 1), date(2026, 12, 1)})
    datetime.date(2027, 1, 1)
    >>> first_not_closed(None, ()) is None
    True
    """
    if not day:
        return None
    month = day.replace(day=1)
    while month in closed:
        month = next_month(month)
    return month


def next_month(month: date) -> date:
    """First day of the month after.

    >>> next_month(date(2026, 12, 1))
    datetime.date(2027, 1, 1)
    """
    if month.month == 12:
        return date(month.year + 1, 1, 1)
    return date(month.year, month.month + 1, 1)
