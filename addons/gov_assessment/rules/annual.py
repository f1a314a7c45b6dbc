"""Grade of a year (年度考核): from the grades of its months, under a quota.

涟水 四(六)3(2): 优秀 from 4 好 without 差, 合格 from 2 好 without 差, 基本合格 up to
2 差, 不合格 for 2 差 in a row or 3 in the year; 优秀 at most 30 % of all window staff.
The tests run in the order of the records: 不合格 first, or “two in a row” were empty
(D10).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import product

GOOD, FAIR, POOR, SUSPENDED = "good", "fair", "poor", "suspended"
GRADED = (GOOD, FAIR, POOR)
# standings of the year, the best first
STANDINGS = ("excellent", "qualified", "basic", "unqualified")
HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True)
class YearCounts:
    """Months of a year by standing; `run` is the longest chain of poor ones."""

    good: int = 0
    fair: int = 0
    poor: int = 0
    suspended: int = 0
    run: int = 0

    @property
    def graded(self) -> int:
        """Months with a grade."""
        return self.good + self.fair + self.poor


@dataclass(frozen=True)
class AnnualRule:
    """A grade of the year and what leads to it; None asks for nothing.

    :param key: identifies the grade in results
    :param standing: one of `STANDINGS`
    :param min_good: good months at least (4次及以上 counts 4, D8)
    :param max_poor: poor months at most
    :param min_score: score of the year at least
    :param from_poor: so many poor months lead here (3次为“差”)
    :param from_run: so many poor months in a row lead here (连续2个月)
    :param takes_no_poor: also takes a year without any poor month whatever the number
        of good ones (D7)
    :param quota_percent: share of the whole population at most
    :param is_vetoed: closed to people who are barred (取消年度评优资格)
    """

    key: Hashable
    standing: str
    min_good: int | None = None
    max_poor: int | None = None
    min_score: Decimal | None = None
    from_poor: int | None = None
    from_run: int | None = None
    takes_no_poor: bool = False
    quota_percent: Decimal | None = None
    is_vetoed: bool = False


@dataclass(frozen=True)
class Person:
    """One person of the year's pool.

    :param score: average of the graded months, or that with the overall mark
    :param events: deductions of the year; fewer are better (D11)
    :param is_barred: a veto closes the best grade
    :param is_chosen: HR chose this person among equal ones
    :param lowered_to: standing that HR lowered the person to, None for none
    """

    key: Hashable
    counts: YearCounts
    score: Decimal
    events: int = 0
    is_barred: bool = False
    is_chosen: bool = False
    lowered_to: str | None = None

    @property
    def order(self) -> tuple[int, Decimal, int]:
        """By good months, then the score, then fewer deductions (D11)."""
        return (-self.counts.good, -self.score, self.events)


@dataclass(frozen=True)
class YearOutcome:
    """Grade of a person; `is_tied` asks HR to choose, `is_full` says no place left."""

    key: Hashable
    is_tied: bool = False
    is_full: bool = False


def count_months(standings: Sequence[str | None]) -> YearCounts:
    """Count the months of a year, in order; None stands for a month without a sheet.

    Neither a suspended nor a missing month continues a chain of poor ones (D9).

    >>> count_months(["poor", "suspended", "poor", "poor", None, "good"])
    YearCounts(good=1, fair=0, poor=3, suspended=1, run=2)
    """
    run = longest = 0
    for standing in standings:
        run = run + 1 if standing == POOR else 0
        longest = max(longest, run)
    tally = {name: standings.count(name) for name in (*GRADED, SUSPENDED)}
    return YearCounts(**tally, run=longest)


def average(totals: Iterable[Decimal]) -> Decimal:
    """Mean of the totals of the graded months, half-up to 0.01; 0 without any.

    >>> average([Decimal(100), Decimal(95), Decimal(95)])
    Decimal('96.67')
    """
    values = list(totals)
    if not values:
        return Decimal(0)
    return (sum(values) / len(values)).quantize(HUNDREDTH, ROUND_HALF_UP)


def year_score(mean: Decimal, overall: Decimal, month_percent: Decimal) -> Decimal:
    """Months' average and overall mark by weight (月考核80%+年度综合评价20%).

    >>> year_score(Decimal(95), Decimal(80), Decimal(80))
    Decimal('92.00')
    >>> year_score(Decimal("96.67"), Decimal(0), Decimal(100))
    Decimal('96.67')
    """
    return weighted([(mean, month_percent), (overall, 100 - month_percent)])


def weighted(parts: Iterable[tuple[Decimal, Decimal]]) -> Decimal:
    """Sum of points by weights in %, half-up to 0.01.

    >>> weighted([(Decimal(95), Decimal(60)), (Decimal(80), Decimal(40))])
    Decimal('89.00')
    """
    total = sum((points * percent for points, percent in parts), Decimal(0))
    return (total / 100).quantize(HUNDREDTH, ROUND_HALF_UP)


def reaches(counts: YearCounts, score: Decimal, rule: AnnualRule) -> bool:
    """Whether a year meets what a grade asks for."""
    limits = [(counts.poor, rule.from_poor), (counts.run, rule.from_run)]
    triggers = [(have, need) for have, need in limits if need is not None]
    if triggers and not any(have >= need for have, need in triggers):
        return False
    if rule.max_poor is not None and counts.poor > rule.max_poor:
        return False
    if rule.min_score is not None and score < rule.min_score:
        return False
    if rule.min_good is None or counts.good >= rule.min_good:
        return True
    return rule.takes_no_poor and counts.poor == 0


def assign(
    people: Iterable[Person], rules: Sequence[AnnualRule], headcount: int
) -> dict[Hashable, YearOutcome]:
    """Grade of everybody in a pool; people whom no rule takes are left out.

    :param rules: in the order of the tests
    :param headcount: N of the quota (D3: rounded down)
    """
    waiting = sorted(people, key=lambda person: person.order)
    lowered = [p for p in waiting if p.lowered_to is not None]
    outcomes = {p.key: YearOutcome(_lowered(p, rules)) for p in lowered}
    waiting = [p for p in waiting if p.lowered_to is None]
    tied: set[Hashable] = set()
    full: set[Hashable] = set()
    for rule in rules:
        able = [p for p in waiting if _may_have(p, rule)]
        taken, border, outside = _within_places(able, rule, headcount)
        tied |= {p.key for p in border}
        full |= {p.key for p in outside}
        for person in taken:
            outcomes[person.key] = YearOutcome(
                rule.key, person.key in tied, person.key in full
            )
        waiting = [p for p in waiting if p.key not in outcomes]
    return outcomes


def places(percent: Decimal, headcount: int) -> int:
    """People that a percentage allows, rounded down (不超过).

    >>> places(Decimal(30), 33), places(Decimal(30), 3)
    (9, 0)
    """
    return int(percent * headcount // 100)


def gaps(rules: Sequence[AnnualRule], months: int = 12) -> list[YearCounts]:
    """Years that no rule takes, looked for among all of up to `months` months.

    >>> rules = [AnnualRule("good", "excellent", min_good=1)]
    >>> [(gap.good, gap.fair, gap.poor) for gap in gaps(rules, 1)]
    [(0, 0, 0), (0, 0, 1), (0, 1, 0)]
    """
    # neither a full quota nor a veto may leave anybody without a grade
    open_to_all = [r for r in rules if r.quota_percent is None and not r.is_vetoed]
    return [
        counts
        for counts in _possible_counts(months)
        if not any(reaches(counts, Decimal(0), rule) for rule in open_to_all)
    ]


def _possible_counts(months: int) -> Iterable[YearCounts]:
    for good, fair, poor in product(range(months + 1), repeat=3):
        if good + fair + poor <= months:
            # the months between break the chain, so it cannot be any shorter
            shortest = -(-poor // (months - poor + 1)) if poor else 0
            for run in range(shortest, poor + 1) if poor else (0,):
                yield YearCounts(good, fair, poor, 0, run)


def _may_have(person: Person, rule: AnnualRule) -> bool:
    if rule.is_vetoed and person.is_barred:
        return False
    return reaches(person.counts, person.score, rule)


def _lowered(person: Person, rules: Sequence[AnnualRule]) -> Hashable:
    """The grade that HR lowered a person to, or a worse one that the months give."""
    by_standing = {rule.standing: rule for rule in rules}
    own = next((r.standing for r in rules if _may_have(person, r)), STANDINGS[0])
    worse = max(own, str(person.lowered_to), key=STANDINGS.index)
    return by_standing[worse].key


def _within_places(
    able: list[Person], rule: AnnualRule, headcount: int
) -> tuple[list[Person], list[Person], list[Person]]:
    """(inside the quota, group split by its border, those worse than the border)."""
    if rule.quota_percent is None:
        return able, [], []
    room = places(rule.quota_percent, headcount)
    if len(able) <= room:
        return able, [], []
    inside = able[:room]
    cut = able[room].order
    if not inside or inside[-1].order != cut:
        return inside, [], able[room:]
    group = [p for p in able if p.order == cut]
    better = [p for p in able if p.order < cut]
    chosen = [p for p in group if p.is_chosen][: room - len(better)]
    taken = better + chosen
    if len(taken) == room:
        # HR has filled the places: who was not chosen is outside, nobody is tied
        group_left: list[Person] = []
        outside = [p for p in able if p not in taken]
    else:
        group_left = [p for p in group if p not in chosen]
        outside = [p for p in able if p.order > cut]
    return taken, group_left, outside
