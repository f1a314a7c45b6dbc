"""Score of a month (计分): deductions by category, floors and caps, bonus on top.

涟水 annex: 倒扣分的形式,单项得分扣完为止,加分列入合计总分,加分不设置上限 (D5, D6).
Other texts know no floor (苍南), a highest total (110) or a highest bonus (5).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

ZERO = Decimal(0)
ONE = Decimal(1)


@dataclass(frozen=True)
class Category:
    """A category of the rubric (指标类); a bonus category has no full mark.

    :param is_floored: 扣完为止: the score of the category does not go below 0
    :param cap: most points of a bonus category, None for any number
    """

    code: str
    full_mark: Decimal = ZERO
    is_bonus: bool = False
    is_floored: bool = True
    cap: Decimal | None = None


@dataclass(frozen=True)
class Limits:
    """Highest bonus of all categories and highest total; None for no limit."""

    bonus: Decimal | None = None
    total: Decimal | None = None


@dataclass(frozen=True)
class Fact:
    """Points of one confirmed fact in a category, positive for loss and bonus alike.

    :param at_most: code of the best grade that a person with this fact can have
    :param stops_reward: no reward in a month with this fact
    :param matter: awards of one item type for one matter: only the highest counts
    :param source: what the caller needs to know of the fact; the rules don't read it
    """

    category: str
    points: Decimal
    at_most: str | None = None
    stops_reward: bool = False
    matter: Hashable = None
    source: Mapping | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Score:
    """A person's score.

    :param by_category: score of each category; of a bonus category the points won
    :param deducted: points deducted in each category before the floor
    :param lost: points lost in all scored categories
    :param bonus: points won
    :param total: sum of the categories and the bonus
    """

    by_category: Mapping[str, Decimal]
    deducted: Mapping[str, Decimal]
    lost: Decimal
    bonus: Decimal
    total: Decimal


NO_LIMITS = Limits()


def score(
    categories: Iterable[Category],
    facts: Iterable[Fact],
    limits: Limits = NO_LIMITS,
    coefficient: Decimal = ONE,
) -> Score:
    """Score the facts of one person.

    :param coefficient: of the post (系数), on the total before the highest total

    >>> rubric = [Category("1", Decimal(30)), Category("6", is_bonus=True)]
    >>> score(rubric, [Fact("1", Decimal(40)), Fact("6", Decimal(5))]).total
    Decimal('5')
    """
    categories = tuple(categories)
    points = {category.code: ZERO for category in categories}
    for fact in facts:
        points[fact.category] += fact.points
    by_category = {c.code: _category_score(c, points[c.code]) for c in categories}
    scored = [c for c in categories if not c.is_bonus]
    won = sum((by_category[c.code] for c in categories if c.is_bonus), ZERO)
    bonus = _at_most(won, limits.bonus)
    total = sum((by_category[c.code] for c in scored), ZERO) + bonus
    if coefficient != ONE:
        total *= coefficient
    return Score(
        by_category=by_category,
        deducted={c.code: points[c.code] for c in scored},
        lost=sum((c.full_mark - by_category[c.code] for c in scored), ZERO),
        bonus=bonus,
        total=_at_most(total, limits.total),
    )


def highest_only(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts without the lower awards for a matter (同一事项取最高, D23).

    >>> flood = [Fact("6", Decimal(n), matter="flood") for n in (10, 20)]
    >>> [int(fact.points) for fact in highest_only([*flood, Fact("6", Decimal(5))])]
    [20, 5]
    """
    facts = tuple(facts)
    best: dict[Hashable, Fact] = {}
    for fact in facts:
        if fact.matter is not None:
            known = best.get(fact.matter)
            if known is None or fact.points > known.points:
                best[fact.matter] = fact
    if not best:
        return facts
    return tuple(f for f in facts if f.matter is None or best[f.matter] is f)


def _category_score(category: Category, points: Decimal) -> Decimal:
    if category.is_bonus:
        return _at_most(points, category.cap)
    left = category.full_mark - points
    return max(ZERO, left) if category.is_floored else left


def _at_most(value: Decimal, limit: Decimal | None) -> Decimal:
    return value if limit is None else min(value, limit)
