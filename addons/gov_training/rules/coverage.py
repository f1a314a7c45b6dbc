"""Quarters, and what the quarterly duty asks of a site (每季度至少一次集中培训)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

MET, PARTLY, MISSING = "met", "partly", "missing"
TENTH = Decimal("0.1")
MONTHS = 3  # of a quarter


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter of the calendar year, by its first day."""

    first: date

    @classmethod
    def of(cls, day: date) -> Quarter:
        """The quarter in which a day lies.

        >>> Quarter.of(date(2026, 11, 22)).first
        datetime.date(2026, 10, 1)
        """
        return cls(date(day.year, (day.month - 1) // MONTHS * MONTHS + 1, 1))

    @property
    def number(self) -> int:
        """1 to 4."""
        return (self.first.month - 1) // MONTHS + 1

    @property
    def last(self) -> date:
        """The last day.

        >>> Quarter(date(2026, 10, 1)).last
        datetime.date(2026, 12, 31)
        """
        return Quarter.of(self.first + timedelta(days=31 * MONTHS)).first - timedelta(1)

    def month_of(self, day: date) -> int:
        """Which month of the quarter a day lies in, from 1.

        >>> Quarter(date(2026, 10, 1)).month_of(date(2026, 12, 1))
        3
        """
        return (day.year - self.first.year) * 12 + day.month - self.first.month + 1


@dataclass(frozen=True)
class Duty:
    """The numbers of a policy text.

    :param sessions: finished concentrated sessions that a site needs in a quarter
    :param alert_month: from which month of the quarter officers are warned, 1 to 3
    :param target: share of the people to be trained, in per cent
    """

    sessions: int
    alert_month: int
    target: Decimal

    def warns_on(self, day: date) -> bool:
        """Whether a gap is told on this day.

        >>> Duty(1, 3, Decimal(100)).warns_on(date(2026, 11, 30))
        False
        >>> Duty(1, 3, Decimal(100)).warns_on(date(2026, 12, 1))
        True
        """
        return Quarter.of(day).month_of(day) >= self.alert_month


def rate(trained: int, expected: int) -> Decimal | None:
    """Share in per cent to one place, nothing where nobody is expected.

    >>> rate(2, 3)
    Decimal('66.7')
    >>> rate(0, 0) is None
    True
    """
    if not expected:
        return None
    share = Decimal(100 * trained) / expected
    return share.quantize(TENTH, ROUND_HALF_UP)


def standing(duty: Duty, sessions: int, trained: int, expected: int) -> str:
    """Where a site stands in a quarter; no session weighs more than missing people.

    The target is compared before rounding: 999 of 1,000 people are not everybody.

    >>> duty = Duty(1, 3, Decimal(100))
    >>> standing(duty, 0, 0, 3), standing(duty, 1, 2, 3), standing(duty, 1, 3, 3)
    ('missing', 'partly', 'met')
    """
    if sessions < duty.sessions:
        return MISSING
    return PARTLY if 100 * trained < duty.target * expected else MET
