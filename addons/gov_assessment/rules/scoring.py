"""Score of a month (计分): deductions by category, floor per category, bonus on top.

涟水 annex: 倒扣分的形式,单项得分扣完为止,加分列入合计总分,加分不设置上限 (D5, D6).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

ZERO = Decimal(0)


@dataclass(frozen=True)
class Category:
    """A category of the rubric (指标类); a bonus category has no full mark."""

    code: str
    full_mark: Decimal = ZERO
    is_bonus: bool = False


@dataclass(frozen=True)
class Fact:
    """Points of one confirmed fact in a category, positive for loss and bonus alike."""

    category: str
    points: Decimal


@dataclass(frozen=True)
class Score:
    """A person's score.

    :param by_category: score of each category; of a bonus category the points won
    :param deducted: points deducted in each category before the floor
    :param lost: points lost in all scored categories, at most their full marks
    :param bonus: points won, no cap
    :param total: sum of the categories and the bonus
    """

    by_category: Mapping[str, Decimal]
    deducted: Mapping[str, Decimal]
    lost: Decimal
    bonus: Decimal
    total: Decimal


def score(categories: Iterable[Category], facts: Iterable[Fact]) -> Score:
    """Score the facts of one person.

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
    bonus = sum((points[c.code] for c in categories if c.is_bonus), ZERO)
    return Score(
        by_category=by_category,
        deducted={c.code: points[c.code] for c in scored},
        lost=sum((c.full_mark - by_category[c.code] for c in scored), ZERO),
        bonus=bonus,
        total=sum((by_category[c.code] for c in scored), ZERO) + bonus,
    )


def _category_score(category: Category, points: Decimal) -> Decimal:
    if category.is_bonus:
        return points
    return max(ZERO, category.full_mark - points)
