"""Rank and grade of a month (名次、等次) under quotas.

涟水 四(六)3(1): 考核“好”等次人数比例不超过全县政务服务窗口工作人员总数的30%.
Rounding is down there (D3); a tie across the border stays out whole until HR decides
(D4). A quota may be a percentage, a number of places or the best N, in one pool or in
several (by level, by group of sites).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

ROUNDINGS = {"down": ROUND_FLOOR, "half_up": ROUND_HALF_UP, "up": ROUND_CEILING}


@dataclass(frozen=True)
class GradeRule:
    """A grade of the rubric, best first.

    :param code: name of the grade in results
    :param min_score: lowest total that reaches it, None for whatever total
    :param quota_percent: share of the whole pool at most, None without a percentage
    :param standing: what the grade stands for: `good`, `fair` or `poor`
    :param quota_number: places in each pool at most, None without a number
    :param rounding: of the percentage: `down`, `half_up` or `up`
    """

    code: str
    min_score: Decimal | None = None
    quota_percent: Decimal | None = None
    standing: str = "fair"
    quota_number: int | None = None
    rounding: str = "down"

    def places(self, headcount: int) -> int | None:
        """People of a pool that the quota allows, None for any number.

        >>> GradeRule("good", quota_percent=Decimal(30), rounding="up").places(33)
        10
        """
        if self.quota_number is not None:
            return self.quota_number
        if self.quota_percent is not None:
            return quota(self.quota_percent, headcount, self.rounding)
        return None


@dataclass(frozen=True)
class Candidate:
    """A person to be graded: total score and points lost in the scored categories.

    :param more: further keys of the order, the higher the better (D4)
    :param at_most: code of the best grade that the person can have (一票否决)
    :param is_chosen: HR took this one out of a tied group by a recorded decision
    """

    key: Hashable
    total: Decimal
    lost: Decimal
    more: tuple[Decimal, ...] = ()
    at_most: str | None = None
    pool: Hashable = None
    is_chosen: bool = False

    @property
    def order(self) -> tuple[Decimal, ...]:
        """Sort key: higher total first, then fewer points lost, then the further."""
        return (-self.total, self.lost, *(-value for value in self.more))


@dataclass(frozen=True)
class Outcome:
    """Grade of a person; `is_tied` flags a tie at the border for HR's decision."""

    code: str
    is_tied: bool = False


def quota(percent: Decimal, headcount: int, rounding: str = "down") -> int:
    """Number of people that a percentage allows; rounded down says 不超过.

    >>> quota(Decimal(30), 33), quota(Decimal(30), 3)
    (9, 0)
    >>> quota(Decimal(30), 5, "half_up"), quota(Decimal(30), 1, "up")
    (2, 1)
    """
    share = Decimal(percent) * headcount / 100
    return int(share.to_integral_value(ROUNDINGS[rounding]))


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
        order = candidate.order
        if order != previous:
            previous, rank = order, position
        ranks[candidate.key] = rank
    return ranks


def grade_pools(
    candidates: Iterable[Candidate],
    rules: Sequence[GradeRule],
    headcounts: Mapping[Hashable, int],
) -> dict[Hashable, Outcome]:
    """Grade the candidates of several pools, each under its own quota.

    :param headcounts: N of each pool, suspended people included (D2)
    """
    pools = defaultdict(list)
    for candidate in candidates:
        pools[candidate.pool].append(candidate)
    outcomes: dict[Hashable, Outcome] = {}
    for pool, members in pools.items():
        outcomes |= grade(members, rules, headcounts[pool])
    return outcomes


def grade(
    candidates: Iterable[Candidate], rules: Sequence[GradeRule], headcount: int
) -> dict[Hashable, Outcome]:
    """Grade all candidates of a pool.

    :param candidates: people who are graded at all (suspended ones are not)
    :param rules: grades, best first; the last one takes whoever is left
    :param headcount: N of the quota, suspended people included (D2)
    """
    waiting = sorted(candidates, key=_order)
    places = {rule.code: place for place, rule in enumerate(rules)}
    outcomes: dict[Hashable, Outcome] = {}
    tied: set[Hashable] = set()
    for place, rule in enumerate(rules):
        reaching = [
            c
            for c in waiting
            if _reaches(c, rule) and places.get(c.at_most, 0) <= place
        ]
        chosen, border = _within_quota(reaching, rule.places(headcount))
        tied |= {c.key for c in border}
        for candidate in chosen:
            is_tied = candidate.key in tied
            outcomes[candidate.key] = Outcome(rule.code, is_tied)
        waiting = [c for c in waiting if c.key not in outcomes]
    return outcomes


def _order(candidate: Candidate) -> tuple[Decimal, ...]:
    return candidate.order


def _reaches(candidate: Candidate, rule: GradeRule) -> bool:
    return rule.min_score is None or candidate.total >= rule.min_score


def _within_quota(
    ordered: list[Candidate], places: int | None
) -> tuple[list[Candidate], list[Candidate]]:
    """Those inside the quota, and the tied group that the border would split."""
    if places is None or len(ordered) <= places:
        return ordered, []
    if places == 0 or ordered[places - 1].order != ordered[places].order:
        return ordered[:places], []
    cut = ordered[places].order
    inside = [c for c in ordered[:places] if c.order != cut]
    border = [c for c in ordered if c.order == cut]
    return _with_decision(inside, border, places - len(inside))


def _with_decision(
    inside: list[Candidate], border: list[Candidate], left: int
) -> tuple[list[Candidate], list[Candidate]]:
    """Add the tied people whom HR chose, as long as they fit into the places left."""
    chosen = [c for c in border if c.is_chosen]
    if not chosen or len(chosen) > left:
        return inside, border
    open_border = [] if len(chosen) == left else [c for c in border if not c.is_chosen]
    return inside + chosen, open_border
