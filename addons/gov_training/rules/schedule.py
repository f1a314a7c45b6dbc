"""Time of a session: its local day, its hours, and people in two places at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

CHINA = timezone(timedelta(hours=8))  # 北京时间, one zone for the whole country
HALF_HOURS = Decimal(2)  # halves in an hour


@dataclass(frozen=True, order=True)
class Slot:
    """A person's place in a session, from `start` up to but without `end`."""

    person: int
    start: datetime
    end: datetime
    session: int


def local_day(moment: datetime) -> date:
    """The day in China of a moment in UTC without zone.

    >>> local_day(datetime(2026, 10, 8, 16, 0))
    datetime.date(2026, 10, 9)
    """
    return moment.replace(tzinfo=UTC).astimezone(CHINA).date()


def hours_between(start: datetime, end: datetime) -> Decimal:
    """Length in hours, to the nearest half hour.

    >>> hours_between(datetime(2026, 10, 9, 14, 30), datetime(2026, 10, 9, 17, 15))
    Decimal('3')
    >>> hours_between(datetime(2026, 10, 9, 14, 30), datetime(2026, 10, 9, 14, 30))
    Decimal('0')
    """
    halves = Decimal((end - start).total_seconds()) / 1800
    return max(Decimal(0), halves.quantize(Decimal(1), ROUND_HALF_UP) / HALF_HOURS)


def overlap(first: Slot, second: Slot) -> bool:
    """Whether two slots share time; one that begins when the other ends does not.

    >>> noon, one, two = (datetime(2026, 10, 9, hour) for hour in (12, 13, 14))
    >>> overlap(Slot(1, noon, two, 10), Slot(1, one, two, 11))
    True
    >>> overlap(Slot(1, noon, one, 10), Slot(1, one, two, 11))
    False
    """
    return first.start < second.end and second.start < first.end


def conflicts(slots: Iterable[Slot]) -> list[tuple[Slot, Slot]]:
    """Neighbouring slots of the same person that overlap, in order of time.

    A person without any overlap gives no pair; one with overlaps gives at least one,
    which is enough to refuse and to name.
    """
    found = []
    for earlier, later in pairwise(sorted(slots)):
        same_person = earlier.person == later.person
        if same_person and earlier.session != later.session and overlap(earlier, later):
            found.append((earlier, later))
    return found
