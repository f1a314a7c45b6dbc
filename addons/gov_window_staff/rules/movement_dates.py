"""Dates of a movement: notice, probation, minimum stay. Standard library only."""

from __future__ import annotations

import calendar
from datetime import date, timedelta


def add_months(day: date, months: int) -> date:
    """The same day `months` later; the last day of a month that is too short.

    >>> add_months(date(2026, 1, 15), 3), add_months(date(2025, 11, 30), 3)
    (datetime.date(2026, 4, 15), datetime.date(2026, 2, 28))
    """
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def probation_end(start: date, months: int) -> date:
    """Last day of a probation of whole months (试用期, 劳动合同法 art. 19).

    It is the day before the same day of the last month; where that month is too
    short, its last day.

    >>> probation_end(date(2026, 1, 15), 3), probation_end(date(2026, 1, 1), 3)
    (datetime.date(2026, 4, 14), datetime.date(2026, 3, 31))
    >>> probation_end(date(2025, 11, 30), 3)
    datetime.date(2026, 2, 28)
    """
    same_day = add_months(start, months)
    if same_day.day != start.day:
        return same_day
    return same_day - timedelta(days=1)


def earliest_leave(notice: date, days: int) -> date:
    """First day on which a person may leave after a notice of `days` calendar days.

    劳动合同法 art. 37: 30 days in writing, 3 days in probation. The day of the notice
    itself does not count (民法典 art. 201).

    >>> earliest_leave(date(2026, 11, 1), 30), earliest_leave(date(2026, 11, 1), 3)
    (datetime.date(2026, 12, 1), datetime.date(2026, 11, 4))
    """
    return notice + timedelta(days=days)


def stay_until(posted: date, months: int) -> date:
    """Day from which leaving needs no consent: the anniversary (五华 2017: 2 years).

    >>> stay_until(date(2024, 11, 22), 24), stay_until(date(2024, 2, 29), 24)
    (datetime.date(2026, 11, 22), datetime.date(2026, 2, 28))
    """
    return add_months(posted, months)


def age_on(birthday: date, day: date) -> int:
    """Full years of age; one born on 29 February ages on 1 March in short years.

    >>> age_on(date(1966, 11, 22), date(2026, 11, 21))
    59
    >>> age_on(date(1966, 11, 22), date(2026, 11, 22))
    60
    """
    had_it = (day.month, day.day) >= (birthday.month, birthday.day)
    return day.year - birthday.year - (0 if had_it else 1)
