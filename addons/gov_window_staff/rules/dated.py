"""Changing a dated fact in the middle of a person's file (档案,按日期).

A file is a row of versions, each with all facts from its day on. A fact changed from a
day on also holds in the later versions that only carried the old value along; the
first later version that says something else changed the fact itself, and from there
on nothing is touched.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date


def carried(before: object, later: Sequence[object]) -> int:
    """How many of the later versions only carry the old value along.

    :param before: the value that held on the day of the change
    :param later: the values of the later versions, the nearest first

    >>> carried("A", ["A", "A", "B", "A"])
    2
    >>> carried("A", ["B"])
    0
    """
    for count, value in enumerate(later):
        if value != before:
            return count
    return len(later)


def spread(
    before: Mapping[str, object],
    later: Sequence[tuple[date, Mapping[str, object]]],
    names: Sequence[str],
) -> dict[date, list[str]]:
    """Which later versions take which of the changed facts.

    :param before: {fact: value} on the day of the change
    :param later: (first day, {fact: value}) of each later version, in order of days
    :param names: the changed facts
    :return: {first day of a later version: facts that it takes}

    >>> march, may = date(2026, 3, 1), date(2026, 5, 1)
    >>> spread(
    ...     {"window": "1", "wage": 3000},
    ...     [(march, {"window": "1", "wage": 3200}), (may, {"window": "2", "wage": 1})],
    ...     ["window", "wage"],
    ... )
    {datetime.date(2026, 3, 1): ['window']}
    """
    taken: dict[date, list[str]] = {}
    for name in names:
        count = carried(before[name], [values[name] for _day, values in later])
        for day, _values in later[:count]:
            taken.setdefault(day, []).append(name)
    return taken
