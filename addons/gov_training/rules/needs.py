"""Needs from facts (菜单式培训需求), and facts before and after a session."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple


@dataclass(frozen=True, order=True)
class Fact:
    """Something that shows what a person cannot do yet: an exam not passed, ..."""

    person: int
    topic: int
    source: str
    day: date
    text: str = ""


@dataclass(frozen=True)
class Known:
    """A need on record, or a training on the topic that the person has attended.

    `source` is empty for a training: it answers facts of every source.
    """

    person: int
    topic: int
    source: str
    day: date
    is_live: bool = False


class Comparison(NamedTuple):
    """Facts of one person and topic on both sides of a session, in order of time."""

    before: tuple[Fact, ...]
    after: tuple[Fact, ...]


def proposals(facts: Iterable[Fact], known: Iterable[Known]) -> list[tuple[Fact, ...]]:
    """Facts that ask for a new need, those of one person, topic and source together.

    A fact up to the day of a known need or training is answered by it; while a need is
    live, no second one of the same source is proposed.

    >>> may, june = date(2026, 5, 4), date(2026, 6, 1)
    >>> failed = [Fact(1, 7, "exam", may, "58"), Fact(1, 7, "exam", june, "55")]
    >>> [[fact.text for fact in group] for group in proposals(failed, [])]
    [['58', '55']]
    >>> trained = Known(1, 7, "", may)
    >>> [[fact.text for fact in group] for group in proposals(failed, [trained])]
    [['55']]
    >>> proposals(failed, [Known(1, 7, "exam", may, is_live=True)])
    []
    """
    live, answered = set(), {}
    for entry in known:
        key = (entry.person, entry.topic, entry.source)
        if entry.is_live:
            live.add(key)
        answered[key] = max(entry.day, answered.get(key, entry.day))
    groups = defaultdict(list)
    for fact in sorted(facts):
        key = (fact.person, fact.topic, fact.source)
        ends = [answered.get(key), answered.get((fact.person, fact.topic, ""))]
        if key not in live and all(end is None or fact.day > end for end in ends):
            groups[key].append(fact)
    return [tuple(group) for group in groups.values()]


def compare(
    facts: Iterable[Fact], first: date, last: date, span: int
) -> dict[tuple[int, int], Comparison]:
    """Facts in the `span` days before the first day and after the last day.

    Facts of the days of the session themselves count on neither side.

    :return: {(person, topic): Comparison}, for those with at least one fact

    >>> day = date(2026, 6, 10)
    >>> facts = [Fact(1, 7, "exam", date(2026, 5, 31)), Fact(1, 7, "exam", day)]
    >>> found = compare(facts, day, day, 10)
    >>> len(found[1, 7].before), len(found[1, 7].after)
    (1, 0)
    >>> compare(facts, day, day, 9)
    {}
    """
    start, end = first - timedelta(days=span), last + timedelta(days=span)
    found = defaultdict(lambda: ([], []))
    for fact in sorted(facts):
        key = (fact.person, fact.topic)
        if start <= fact.day < first:
            found[key][0].append(fact)
        elif last < fact.day <= end:
            found[key][1].append(fact)
    return {key: Comparison(tuple(b), tuple(a)) for key, (b, a) in found.items()}
