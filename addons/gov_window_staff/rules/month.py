"""The accounting month (考核月份) and anniversaries inside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_PERIOD = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


@dataclass(frozen=True, order=True)
class Month:
    """A calendar month.

    >>> Month.parse("2026-02").last
    datetime.date(2026, 2, 28)
    >>> str(Month.of(date(2026, 10, 31)))
    '2026-10'
    """

    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read `YYYY-MM`; anything else raises ValueError."""
        match = _PERIOD.fullmatch(text.strip())
        if not match:
            raise ValueError(f"not a month (YYYY-MM): {text!r}")
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of(cls, day: date) -> Month:
        """The month that holds a day."""
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        """First calendar day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Last calendar day."""
        return self.next().first - timedelta(days=1)

    def next(self) -> Month:
        """The month after this one."""
        if self.month == 12:
            return Month(self.year + 1, 1)
        return Month(self.year, self.month + 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


def anniversary(start: date, years: int) -> date:
    """The day on which `years` full years since `start` are complete (满N年).

    29 February counts as the 28th in a year without one.

    >>> anniversary(date(2024, 2, 29), 1)
    datetime.date(2025, 2, 28)
    >>> anniversary(date(2024, 2, 29), 4)
    datetime.date(2028, 2, 29)
    """
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return date(start.year + years, 2, 28)


def is_in_service(month: Month, entry: date, leave: date | None) -> bool:
    """Whether a person belongs to the month's population (在册).

    Entry on or before the last day, and not gone before it (decision D2).

    >>> october = Month(2026, 10)
    >>> is_in_service(october, date(2026, 10, 31), None)
    True
    >>> is_in_service(october, date(2020, 1, 1), date(2026, 10, 30))
    False
    """
    return entry <= month.last and (leave is None or leave >= month.last)


def is_in_probation(month: Month, trial_end: date | None) -> bool:
    """Whether the person is still in probation (试用期) on the last day.

    >>> is_in_probation(Month(2026, 10), date(2026, 10, 31))
    True
    >>> is_in_probation(Month(2026, 10), date(2026, 10, 30))
    False
    """
    return trial_end is not None and trial_end >= month.last
