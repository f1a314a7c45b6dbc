"""The two years in which a newcomer has to pass 五级 (入职后2年内, decision D28)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .allowance import Certificate
from .month import anniversary

# from the quietest to the loudest
STATES = ("none", "met", "ok", "notice", "soon", "urgent", "overdue")


@dataclass(frozen=True)
class Duty:
    """The rule of a place.

    :param rank: level that must be reached (五级 is 1), or a higher one
    :param years: full years after the entry
    :param rule_date: people who were there before count from this day, if given
    :param warn_days: days before the deadline on which a warning is due
    """

    rank: int
    years: int
    rule_date: date | None = None
    warn_days: tuple[int, ...] = (180, 90, 30)


@dataclass(frozen=True)
class Standing:
    """Where a person stands.

    :param deadline: last day, extensions included
    :param met_on: issue date of the certificate that met the duty
    :param days_left: negative once the deadline is past, None when nothing is due
    :param threshold: the warning that is due, 0 once it is past, None for none
    """

    state: str = "none"
    deadline: date | None = None
    met_on: date | None = None
    days_left: int | None = None
    threshold: int | None = None

    @property
    def is_late(self) -> bool:
        """Met, but after the deadline."""
        return bool(self.met_on and self.deadline and self.met_on > self.deadline)


def base_deadline(duty: Duty, entry: date) -> date:
    """The anniversary of the entry, or of the rule for those who were there before.

    >>> duty = Duty(1, 2, date(2024, 7, 22))
    >>> base_deadline(duty, date(2025, 3, 1)), base_deadline(duty, date(2015, 3, 2))
    (datetime.date(2027, 3, 1), datetime.date(2026, 7, 22))
    """
    return anniversary(max(entry, duty.rule_date or entry), duty.years)


def standing(
    duty: Duty,
    entry: date | None,
    certificates: Iterable[Certificate],
    extensions: Iterable[date],
    day: date,
) -> Standing:
    """State of a person on a day.

    A verified certificate of the level meets the duty by its date of issue; an
    extension only ever moves the deadline forward.

    >>> duty = Duty(1, 2)
    >>> standing(duty, date(2025, 3, 1), (), (), date(2027, 2, 1))
    ... # doctest: +NORMALIZE_WHITESPACE
    Standing(state='urgent', deadline=datetime.date(2027, 3, 1), met_on=None,
             days_left=28, threshold=30)
    >>> standing(duty, date(2025, 3, 1), (), (), date(2027, 3, 2)).state
    'overdue'
    """
    if entry is None:
        return Standing()
    deadline = max([base_deadline(duty, entry), *extensions])
    passed = [c.issued for c in certificates if c.verified and c.rank >= duty.rank]
    if passed:
        return Standing("met", deadline, min(passed))
    left = (deadline - day).days
    threshold = due_threshold(duty.warn_days, left)
    return Standing(_state(duty.warn_days, threshold), deadline, None, left, threshold)


def due_threshold(warn_days: Iterable[int], days_left: int) -> int | None:
    """The tightest warning that has been reached; 0 once the deadline is past.

    >>> [due_threshold((180, 90, 30), left) for left in (181, 180, 90, 30, 0, -1)]
    [None, 180, 90, 30, 30, 0]
    """
    if days_left < 0:
        return 0
    return min((days for days in warn_days if days_left <= days), default=None)


def read_days(text: str) -> tuple[int, ...]:
    """Days of warning as people write them, the longest first.

    >>> read_days("30、180, 90")
    (180, 90, 30)
    >>> read_days("soon")
    Traceback (most recent call last):
        ...
    ValueError: not a number of days: 'soon'
    """
    days = set()
    for word in (text or "").replace("、", ",").replace("，", ",").split(","):
        if word.strip():
            if not (word.strip().isdecimal() and int(word)):
                raise ValueError(f"not a number of days: {word.strip()!r}")
            days.add(int(word))
    return tuple(sorted(days, reverse=True))


def _state(warn_days: tuple[int, ...], threshold: int | None) -> str:
    """The first warning is a notice, the last one urgent, those between are soon."""
    if threshold is None:
        return "ok"
    if threshold == 0:
        return "overdue"
    if threshold == min(warn_days):
        return "urgent"
    return "notice" if threshold == max(warn_days) else "soon"
