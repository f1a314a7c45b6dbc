"""Ties at the border of a quota (并列), as HR has to decide on them (D4).

The grading leaves a tied group out whole; here it is said which groups there are and
how many of each may still be taken, so that a decision never exceeds the quota.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .grading import GradeRule


@dataclass(frozen=True)
class Graded:
    """A graded person of one pool; equal people have the same `rank`."""

    key: Hashable
    rank: int
    total: Decimal
    code: str
    is_tied: bool = False


@dataclass(frozen=True)
class Tie:
    """A group of equals: at most `places` of `keys` may have the grade `code`."""

    code: str
    places: int
    keys: tuple[Hashable, ...]


def open_ties(
    people: Iterable[Graded], rules: Sequence[GradeRule], headcount: int
) -> list[Tie]:
    """The groups of a pool that the border of a quota would split.

    :param people: everybody graded in the pool
    :param headcount: N of the quota

    >>> rules = [GradeRule("good", Decimal(90), quota_number=2), GradeRule("fair")]
    >>> people = [Graded("a", 1, Decimal(105), "good")] + [
    ...     Graded(k, 2, Decimal(100), "fair", True) for k in "bc"]
    >>> open_ties(people, rules, 10)
    [Tie(code='good', places=1, keys=('b', 'c'))]
    """
    people = list(people)
    groups = defaultdict(list)
    for person in people:
        if person.is_tied:
            groups[person.rank].append(person)
    ties = [_tie_of(group, people, rules, headcount) for group in groups.values()]
    return [tie for tie in ties if tie]


def _tie_of(
    group: list[Graded],
    people: list[Graded],
    rules: Sequence[GradeRule],
    headcount: int,
) -> Tie | None:
    for rule in rules:
        places = rule.places(headcount)
        if places is None or not _reached(group[0], rule):
            continue
        taken = sum(1 for person in people if person.code == rule.code)
        if 0 < places - taken < len(group):
            keys = tuple(person.key for person in group)
            return Tie(rule.code, places - taken, keys)
    return None


def _reached(person: Graded, rule: GradeRule) -> bool:
    return rule.min_score is None or person.total >= rule.min_score
