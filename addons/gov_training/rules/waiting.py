"""Order of the waiting list (候补名单) and who moves up when a seat gets free."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Waiting:
    """One line of the waiting list.

    :param line: id of the enrollment
    :param since: when the person came onto the list
    :param is_required: 应参加, somebody who has to attend goes before volunteers
    """

    line: int
    since: datetime
    is_required: bool = False


def queue(lines: Iterable[Waiting]) -> list[Waiting]:
    """The list in order: required people first, then first come, first served.

    >>> early, late = datetime(2026, 3, 2, 1), datetime(2026, 3, 2, 2)
    >>> lines = [Waiting(1, late), Waiting(2, early), Waiting(3, late, True)]
    >>> [waiting.line for waiting in queue(lines)]
    [3, 2, 1]
    """
    return sorted(lines, key=lambda w: (not w.is_required, w.since, w.line))


def places(lines: Iterable[Waiting]) -> dict[int, int]:
    """Place in the queue of each line, from 1.

    >>> places([Waiting(7, datetime(2026, 3, 2)), Waiting(5, datetime(2026, 3, 1))])
    {5: 1, 7: 2}
    """
    return {waiting.line: place for place, waiting in enumerate(queue(lines), 1)}


def moving_up(
    lines: Iterable[Waiting], free: int, unavailable: Collection[int] = ()
) -> list[int]:
    """Lines that get the free seats; who sits elsewhere by now is passed over.

    >>> lines = [Waiting(n, datetime(2026, 3, n)) for n in (1, 2, 3)]
    >>> moving_up(lines, 2, unavailable={1})
    [2, 3]
    >>> moving_up(lines, 0)
    []
    """
    able = [w.line for w in queue(lines) if w.line not in unavailable]
    return able[: max(0, free)]
