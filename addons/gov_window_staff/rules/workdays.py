"""Working days (工作日): weekends, public holidays and the days worked in exchange.

The State Council publishes each year which days are off and which weekend days are
worked for them (调休). A year that nobody has entered counts as Monday to Friday; who
shows a deadline asks `knows` and says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
SATURDAY = 5
FRIDAY = 4


@dataclass(frozen=True)
class WorkCalendar:
    """Exceptions to Monday-to-Friday, for the years that are known.

    >>> calendar = WorkCalendar(
    ...     off=frozenset({date(2026, 10, d) for d in range(1, 8)}),
    ...     work=frozenset({date(2026, 10, 10)}),
    ...     years=frozenset({2026}),
    ... )
    >>> calendar.is_workday(date(2026, 10, 1)), calendar.is_workday(date(2026, 10, 10))
    (False, True)
    >>> calendar.add(date(2026, 9, 30), 3)
    datetime.date(2026, 10, 10)
    >>> calendar.knows(date(2026, 12, 30), date(2027, 1, 4))
    False
    """

    off: frozenset[date] = frozenset()
    work: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()
    statutory: frozenset[date] = field(default=frozenset())

    def is_workday(self, day: date) -> bool:
        """Whether offices work on a day."""
        if day in self.off:
            return False
        return day in self.work or day.weekday() < SATURDAY

    def add(self, day: date, count: int) -> date:
        """The `count`-th working day after a day; the day itself does not count.

        :param count: 0 gives the day itself, or the next working day when it is off
        :raises ValueError: a negative count
        """
        if count < 0:
            raise ValueError("the number of working days must not be negative")
        if count == 0:
            return self.on_or_after(day)
        while count:
            day += ONE_DAY
            count -= self.is_workday(day)
        return day

    def between(self, first: date, last: date) -> Iterator[date]:
        """The working days from `first` to `last`, both included."""
        while first <= last:
            if self.is_workday(first):
                yield first
            first += ONE_DAY

    def count(self, first: date, last: date) -> int:
        """Number of working days from `first` to `last`, both included."""
        return sum(1 for _day in self.between(first, last))

    def on_or_after(self, day: date) -> date:
        """The day itself when it is worked, else the next one that is."""
        while not self.is_workday(day):
            day += ONE_DAY
        return day

    def on_or_before(self, day: date) -> date:
        """The day itself when it is worked, else the last one before that is."""
        while not self.is_workday(day):
            day -= ONE_DAY
        return day

    def knows(self, first: date, last: date) -> bool:
        """Whether the notice of every year from `first` to `last` has been entered."""
        return all(year in self.years for year in range(first.year, last.year + 1))

    def unknown_years(self, first: date, last: date) -> list[int]:
        """Years of a span that count as Monday to Friday for want of a notice."""
        span = range(first.year, last.year + 1)
        return [year for year in span if year not in self.years]
