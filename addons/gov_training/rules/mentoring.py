"""Terms of mentoring agreements (师徒结对): how many at once, and how long."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

MONTHS = 12  # of a year


class Term(NamedTuple):
    """From the first to the last day, both included."""

    first: date
    last: date


def most_at_once(terms: Iterable[Term]) -> int:
    """How many terms run on the busiest day.

    >>> spring = Term(date(2026, 3, 1), date(2026, 5, 31))
    >>> june = Term(date(2026, 6, 1), date(2026, 6, 30))
    >>> most_at_once([spring, june])
    1
    >>> most_at_once([spring, june, Term(date(2026, 5, 31), date(2026, 6, 1))])
    2
    >>> most_at_once([])
    0
    """
    changes = []
    for term in terms:
        changes.append((term.first, 1))
        changes.append((term.last + timedelta(days=1), -1))
    running = most = 0
    # on one day those that have ended go before those that begin
    for _day, change in sorted(changes):
        running += change
        most = max(most, running)
    return most


def overlapping(terms: Iterable[Term], term: Term) -> list[Term]:
    """Those of `terms` that share at least one day with a term."""
    return [t for t in terms if t.first <= term.last and term.first <= t.last]


def months_of(first: date, last: date) -> int:
    """Whole months from the first to the last day, both included.

    >>> months_of(date(2026, 3, 1), date(2026, 5, 31))
    3
    >>> months_of(date(2026, 3, 1), date(2026, 5, 30))
    2
    >>> months_of(date(2026, 1, 31), date(2026, 2, 27))
    0
    """
    end = last + timedelta(days=1)
    months = (end.year - first.year) * MONTHS + end.month - first.month
    return months - (end.day < first.day)
