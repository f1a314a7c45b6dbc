"""In which month a fact counts (D39)."""

from __future__ import annotations

from collections.abc import Container
from datetime import date


def first_not_closed(
    day: date | None, closed: Container[date], months: int = 1
) -> date | None:
    """First day of the month of `day`, or of the first later month not in `closed`.

    :param closed: first days of the months whose results are confirmed
    :param months: how many months the text scores at once: their last one is meant

    >>> first_not_closed(date(2026, 10, 8), {date(2026, 9, 1)})
    datetime.date(2026, 10, 1)
    >>> first_not_closed(date(2026, 11, 8), {date(2026, 11, 1), date(2026, 12, 1)})
    datetime.date(2027, 1, 1)
    >>> first_not_closed(date(2026, 1, 8), {date(2026, 3, 1)}, months=3)
    datetime.date(2026, 6, 1)
    >>> first_not_closed(None, ()) is None
    True
    """
    if not day:
        return None
    month = period_end(day, months)
    while month in closed:
        month = period_end(next_month(month), months)
    return month


def period_start(day: date, months: int) -> date:
    """First day of the quarter, half-year or year that holds a day.

    >>> period_start(date(2026, 8, 15), 3), period_start(date(2026, 8, 15), 1)
    (datetime.date(2026, 7, 1), datetime.date(2026, 8, 1))
    """
    return day.replace(month=(day.month - 1) // months * months + 1, day=1)


def period_end(day: date, months: int) -> date:
    """First day of the last month of the period that holds a day.

    >>> period_end(date(2026, 8, 15), 3), period_end(date(2026, 8, 15), 12)
    (datetime.date(2026, 9, 1), datetime.date(2026, 12, 1))
    """
    start = period_start(day, months)
    return start.replace(month=start.month + months - 1)


def period_label(day: date, months: int) -> str:
    """Name of the period that holds a day, as on all papers.

    >>> [period_label(date(2026, 8, 15), months) for months in (1, 3, 6, 12)]
    ['2026-08', '2026-Q3', '2026-H2', '2026']
    """
    if months == 12:
        return f"{day.year:04d}"
    if months == 1:
        return f"{day:%Y-%m}"
    number = (day.month - 1) // months + 1
    return f"{day.year:04d}-{'Q' if months == 3 else 'H'}{number}"


def next_month(month: date) -> date:
    """First day of the month after.

    >>> next_month(date(2026, 12, 1))
    datetime.date(2027, 1, 1)
    """
    if month.month == 12:
        return date(month.year + 1, 1, 1)
    return date(month.year, month.month + 1, 1)
