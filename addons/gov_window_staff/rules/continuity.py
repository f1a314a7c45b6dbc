"""Continuous service in window posts (连续工作), for years of an allowance (D19)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta


def joined(
    files: Iterable[tuple[Iterable[tuple[date, bool]], date, date | None]],
) -> list[tuple[date, bool]]:
    """Stretches of several files of one person: between them nobody is at a window.

    :param files: (stretches, entry, last day or None) of each file, in order
    :return: (first day, whether at a window), as `continuous_since` reads them

    >>> first = ([(date(2026, 1, 1), True)], date(2026, 1, 1), date(2026, 3, 31))
    >>> again = ([(date(2026, 5, 1), True)], date(2026, 5, 1), None)
    >>> continuous_since(joined([first, again]), date(2026, 1, 1), 30)
    datetime.date(2026, 1, 1)
    >>> continuous_since(joined([first, again]), date(2026, 1, 1), 29)
    datetime.date(2026, 5, 1)
    """
    spans = []
    for stretches, entry, left in files:
        own = [(max(first, entry), at_window) for first, at_window in stretches]
        spans += [span for span in own if not left or span[0] <= left]
        if left:
            spans.append((left + timedelta(days=1), False))
    return spans


def continuous_since(
    spans: Iterable[tuple[date, bool]], entry: date, break_days: int
) -> date:
    """First day of the service that no long break has interrupted.

    :param spans: (first day, whether at a window) of each stretch, in order of days
    :param entry: entry date; service never begins before it
    :param break_days: a break of more days counts the years anew

    >>> january, march, april = (date(2026, month, 1) for month in (1, 3, 4))
    >>> away_in_march = [(january, True), (march, False), (april, True)]
    >>> continuous_since(away_in_march, january, 30)
    datetime.date(2026, 4, 1)
    >>> continuous_since(away_in_march, january, 31)
    datetime.date(2026, 1, 1)
    """
    since, left = entry, None
    for first, is_at_window in spans:
        if not is_at_window:
            left = left or max(first, entry)
        elif left:
            if (first - left).days > break_days:
                since = first
            left = None
    return max(since, entry)
