"""Days of a recurring series: every Friday, or the last Friday of the month.

大安: 每月最后一个周五下午时间; 五华: 周五下午定期业务培训. The texts are silent about
holidays. Decision D34: a monthly day that is off moves to the previous same weekday of
the month that is worked, else to the previous working day.
"""

from __future__ import annotations

import calendar as months
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

WEEK = timedelta(days=7)
DAY = timedelta(days=1)
LAST = 0  # number of the week that means the last one
MOVE, SKIP = "move", "skip"


class WorkdayCalendar(Protocol):
    """What the rule asks of the working-day calendar."""

    def is_workday(self, day: date) -> bool: ...

    def on_or_before(self, day: date) -> date: ...


@dataclass(frozen=True)
class Recurrence:
    """When a series takes place.

    :param weekday: 0 Monday ... 6 Sunday
    :param week: None each week; 1-4 that week of each month; `LAST` the last one
    :param on_holiday: `MOVE` to an earlier day (D34), or `SKIP`
    """

    weekday: int
    week: int | None = None
    on_holiday: str = MOVE

    def __post_init__(self):
        if self.week is not None and self.week not in range(5):
            raise ValueError("the week of a month is 1 to 4, or the last one")
        if self.on_holiday not in (MOVE, SKIP):
            raise ValueError(f"unknown way with holidays: {self.on_holiday}")


def weekday_of_month(year: int, month: int, weekday: int, week: int) -> date:
    """The first ... fourth or last weekday of a month.

    >>> weekday_of_month(2026, 10, 4, LAST), weekday_of_month(2026, 10, 4, 1)
    (datetime.date(2026, 10, 30), datetime.date(2026, 10, 2))
    """
    if week == LAST:
        last = date(year, month, months.monthrange(year, month)[1])
        return last - (last.weekday() - weekday) % 7 * DAY
    first = date(year, month, 1)
    return first + (weekday - first.weekday()) % 7 * DAY + (week - 1) * WEEK


def moved(day: date, calendar: WorkdayCalendar) -> date:
    """D34: the day itself, the last same weekday of the month before it, or any day.

    In September 2026 the last Friday (25th) is the Mid-Autumn holiday, so the study is
    held on Friday the 18th.
    """
    if calendar.is_workday(day):
        return day
    earlier = day - WEEK
    while earlier.month == day.month:
        if calendar.is_workday(earlier):
            return earlier
        earlier -= WEEK
    return calendar.on_or_before(day)


def nominal_days(rule: Recurrence, first: date, last: date) -> Iterator[date]:
    """Days by the weekday alone, from `first` to `last`, both included.

    >>> rule = Recurrence(weekday=4, week=LAST)
    >>> [day.day for day in nominal_days(rule, date(2026, 1, 1), date(2026, 3, 31))]
    [30, 27, 27]
    """
    if rule.week is None:
        day = first + (rule.weekday - first.weekday()) % 7 * DAY
        while day <= last:
            yield day
            day += WEEK
        return
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        year, month = divmod(number, 12)
        day = weekday_of_month(year, month + 1, rule.weekday, rule.week)
        if first <= day <= last:
            yield day


def occurrences(
    rule: Recurrence, calendar: WorkdayCalendar, first: date, last: date
) -> list[tuple[date, date]]:
    """Pairs of (nominal day, day on which it is held), in order of the nominal day.

    A weekly day that is off moves to the working day before it in the same week, and
    falls away when the whole week before it is off. What would move before `first` is
    left out.
    """
    days = (
        (day, held_on(rule, calendar, day)) for day in nominal_days(rule, first, last)
    )
    return [(day, held) for day, held in days if held and held >= first]


def held_on(rule: Recurrence, calendar: WorkdayCalendar, nominal: date) -> date | None:
    """The day on which a nominal day is held; None when it falls away."""
    if calendar.is_workday(nominal):
        return nominal
    if rule.on_holiday == SKIP:
        return None
    if rule.week is not None:
        return moved(nominal, calendar)
    held = calendar.on_or_before(nominal)
    return held if held > nominal - WEEK else None
