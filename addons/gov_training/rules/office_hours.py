"""Training outside working hours (利用工作以外的时间, 错时培训): how long, exactly.

五华 2017: both trainings of the pair are held outside working hours, so that windows
stay open. Whether a session is, follows from the working-day calendar and the opening
hours; whether anything is owed for it is a decision (D35), not arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from .schedule import CHINA

FRIDAY = 4
TENTH = Decimal("0.1")
SECONDS = 3600  # in an hour


class WorkdayCalendar(Protocol):
    """What the rule asks of the working-day calendar."""

    def is_workday(self, day: date) -> bool: ...


@dataclass(frozen=True)
class OfficeHours:
    """Working time: `{0: ((9.0, 12.0), (13.5, 17.0)), ...}`, hours by weekday.

    A weekend day that is worked in exchange (调休) has the hours of a Friday.
    """

    by_weekday: Mapping[int, Sequence[tuple[float, float]]] = field(
        default_factory=dict
    )

    def of(self, day: date, calendar: WorkdayCalendar) -> list[tuple[float, float]]:
        """Working time of a day; none on a day off."""
        if not calendar.is_workday(day):
            return []
        weekday = min(day.weekday(), FRIDAY)
        return list(self.by_weekday.get(weekday, ()))


def local(moment: datetime) -> datetime:
    """Chinese time, without zone, of a moment in UTC without zone."""
    return moment.replace(tzinfo=UTC).astimezone(CHINA).replace(tzinfo=None)


def utc(day: date, hour: float) -> datetime:
    """Moment in UTC, without zone, of an hour of a day in China.

    >>> utc(date(2026, 10, 30), 14.5)
    datetime.datetime(2026, 10, 30, 6, 30)
    """
    start = datetime.combine(day, time(), CHINA) + timedelta(minutes=round(hour * 60))
    return start.astimezone(UTC).replace(tzinfo=None)


def hours_outside(
    slots: Iterable[tuple[datetime, datetime]],
    office: OfficeHours,
    calendar: WorkdayCalendar,
) -> Decimal:
    """Hours of the slots outside working time, to a tenth of an hour.

    :param slots: pairs of moments in UTC without zone
    """
    seconds = sum(_outside(start, end, office, calendar) for start, end in slots)
    return (Decimal(seconds) / SECONDS).quantize(TENTH, ROUND_HALF_UP)


def _outside(start, end, office, calendar):
    """Seconds of one slot that lie outside; a slot may run past midnight."""
    begin, finish = local(start), local(end)
    inside, day = 0.0, begin.date()
    while day <= finish.date():
        for opens, closes in office.of(day, calendar):
            midnight = datetime.combine(day, time())
            first = max(begin, midnight + timedelta(hours=opens))
            last = min(finish, midnight + timedelta(hours=closes))
            inside += max(0.0, (last - first).total_seconds())
        day += timedelta(days=1)
    return round((finish - begin).total_seconds() - inside)
