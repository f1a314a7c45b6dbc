"""Stars of a quarter (季评星): from the average of its months, paid from a budget.

五华 (提案答复 17D16): 按每人每月200元的标准 … 根据工作实绩考核发放. The budget is a
ceiling: amounts are scaled down to it and never up (D17).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

CENT = Decimal("0.01")


@dataclass(frozen=True)
class StarRule:
    """A number of stars: lowest average that reaches it, and its coefficient."""

    stars: int
    min_average: Decimal
    coefficient: Decimal


@dataclass(frozen=True)
class Share:
    """A person's claim: months that count and the coefficient of the stars."""

    key: Hashable
    months: int
    coefficient: Decimal


def stars_of(mean: Decimal | None, rules: Iterable[StarRule]) -> StarRule | None:
    """The best rule that an average reaches; None for no star or no graded month.

    >>> rules = [StarRule(5, Decimal(95), Decimal("1.5")),
    ...          StarRule(4, Decimal(90), Decimal("1.2"))]
    >>> stars_of(Decimal(95), rules).stars, stars_of(Decimal("94.99"), rules).stars
    (5, 4)
    >>> stars_of(Decimal("89.99"), rules) is None
    True
    """
    if mean is None:
        return None
    reached = [rule for rule in rules if mean >= rule.min_average]
    return max(reached, key=lambda rule: rule.min_average, default=None)


def star_budget(rate: Decimal, headcounts: Iterable[int]) -> Decimal:
    """Yuan for a quarter: rate a person and month, times the heads of each month.

    >>> star_budget(Decimal(200), [10, 10, 9])
    Decimal('5800')
    """
    return rate * sum(headcounts)


def star_amounts(
    shares: Sequence[Share], rate: Decimal, budget: Decimal
) -> Mapping[Hashable, Decimal]:
    """Yuan of each person, down to the cent, in all never more than the budget.

    >>> shares = [Share("a", 3, Decimal("1.5")), Share("b", 3, Decimal("1.5"))]
    >>> dict(star_amounts(shares, Decimal(200), Decimal(1200)))
    {'a': Decimal('600.00'), 'b': Decimal('600.00')}
    >>> dict(star_amounts(shares[:1], Decimal(200), Decimal(1200)))
    {'a': Decimal('900.00')}
    """
    claims = {s.key: rate * s.months * s.coefficient for s in shares}
    claimed = sum(claims.values(), Decimal(0))
    if claimed > budget:
        claims = {key: claim * budget / claimed for key, claim in claims.items()}
    return {key: c.quantize(CENT, ROUND_DOWN) for key, c in claims.items()}
