"""Rank and grade of a month (名次、等次) under a quota.

涟水 四(六)3(1): 考核“好”等次人数比例不超过全县政务服务窗口工作人员总数的30%.
Rounding is down (D3); a tie across the border stays out whole until HR decides (D4).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class GradeRule:
    """A grade of the rubric, best first.

    :param code: name of the grade in results
    :param min_score: lowest total that reaches it, None for the last grade
    :param quota_percent: share of the whole population at most, None without a quota
    """

    code: str
    min_score: Decimal | None = None
    quota_percent: Decimal | None = None


@dataclass(frozen=True)
class Candidate:
    """A person to be graded: total score and points lost in the scored categories."""

    key: Hashable
    total: Decimal
    lost: Decimal

    @property
    def order(self) -> tuple[Decimal, Decimal]:
        """Sort key: higher total first, then fewer points lost."""
        return (-self.total, self.lost)


@dataclass(frozen=True)
class Outcome:
    """Grade of a person; `is_tied` flags a tie at the border for HR's decision."""

    code: str
    is_tied: bool = False


def quota(percent: Decimal, headcount: int) -> int:
    """Number of people that a percentage allows, rounded down (不超过).

    >>> quota(Decimal(30), 33), quota(Decimal(30), 3)
    (9, 0)
    """
    return int(percent * headcount // 100)


def competition_ranks(candidates: Iterable[Candidate]) -> dict[Hashable, int]:
    """Rank with equal people sharing one (并列名次): 1, 2, 2, 4.

    >>> people = [Candidate(k, Decimal(t), Decimal(0)) for k, t in
    ...           [("a", 100), ("b", 95), ("c", 95), ("d", 90)]]
    >>> competition_ranks(people)
    {'a': 1, 'b': 2, 'c': 2, 'd': 4}
    """
    ranks: dict[Hashable, int] = {}
    previous, rank = None, 0
    for position, candidate in enumerate(sorted(candidates, key=_order), 1):
        if candidate.order != previous:
            previous, rank = candidate.order, position
        ranks[candidate.key] = rank
    return ranks


def grade(
    candidates: Iterable[Candidate], rules: Sequence[GradeRule], headcount: int
) -> dict[Hashable, Outcome]:
    """Grade all candidates of a pool.

    :param candidates: people who are graded at all (suspended ones are not)
    :param rules: grades, best first; the last one has no `min_score`
    :param headcount: N of the quota, suspended people included (D2)
    """
    waiting = sorted(candidates, key=_order)
    outcomes: dict[Hashable, Outcome] = {}
    tied: set[Hashable] = set()
    for rule in rules:
        reaching = [c for c in waiting if _reaches(c, rule)]
        chosen, border = _within_quota(reaching, rule, headcount)
        tied |= {c.key for c in border}
        for candidate in chosen:
            is_tied = candidate.key in tied
            outcomes[candidate.key] = Outcome(rule.code, is_tied)
        waiting = [c for c in waiting if c.key not in outcomes]
    return outcomes


def _order(candidate: Candidate) -> tuple[Decimal, Decimal]:
    return candidate.order


def _reaches(candidate: Candidate, rule: GradeRule) -> bool:
    return rule.min_score is None or candidate.total >= rule.min_score


def _within_quota(
    ordered: list[Candidate], rule: GradeRule, headcount: int
) -> tuple[list[Candidate], list[Candidate]]:
    """Those inside the quota, and the tied group that the border would split."""
    if rule.quota_percent is None:
        return ordered, []
    places = quota(rule.quota_percent, headcount)
    if len(ordered) <= places:
        return ordered, []
    if places == 0 or ordered[places - 1].order != ordered[places].order:
        return ordered[:places], []
    cut = ordered[places].order
    border = [c for c in ordered if c.order == cut]
    return [c for c in ordered[:places] if c.order != cut], border
