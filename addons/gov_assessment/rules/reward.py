"""Reward of a month (月度考核奖励): in proportion, a share of a pool, or fixed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
ZERO = Decimal(0)
ONE = Decimal(1)


@dataclass(frozen=True)
class RewardRule:
    """How a text pays.

    :param kind: `proportional` (base in proportion to the total), `pool` (base times
        all heads, shared by total), `fixed` (amount of the grade), `none`
    :param base: yuan a person and month
    :param full_mark: the total that earns the whole base
    :param cap_percent: highest share of the base of one person, None without a cap
    """

    kind: str = "proportional"
    base: Decimal = ZERO
    full_mark: Decimal = Decimal(100)
    cap_percent: Decimal | None = None


@dataclass(frozen=True)
class Earner:
    """A graded person who is paid.

    :param weight: coefficient of the grade times that of the post
    :param amount: yuan that the grade is worth when amounts are fixed
    """

    key: Hashable
    total: Decimal
    weight: Decimal = ONE
    amount: Decimal = ZERO


def proportional_reward(
    base: Decimal, total: Decimal, full_mark: Decimal, cap_percent: Decimal | None
) -> Decimal:
    """Yuan, half-up to the cent: 以300元/月为基数,按考核得分所占比重按比例发放.

    :param cap_percent: highest share of the base; None pays more than the base for a
        total above the full mark (D5)

    >>> proportional_reward(Decimal(300), Decimal("98.5"), Decimal(100), None)
    Decimal('295.50')
    >>> proportional_reward(Decimal(300), Decimal(110), Decimal(100), Decimal(100))
    Decimal('300.00')
    """
    share = max(ZERO, total / full_mark)
    if cap_percent is not None:
        share = min(share, cap_percent / 100)
    return (base * share).quantize(CENT, ROUND_HALF_UP)


def rewards(
    rule: RewardRule, earners: Iterable[Earner], heads: int
) -> dict[Hashable, Decimal]:
    """Yuan of each earner; a pool is never overspent.

    :param heads: people that the pool is made of, paid or not

    >>> ten = RewardRule("pool", Decimal(100))
    >>> rewards(ten, [Earner("a", Decimal(100)), Earner("b", Decimal(50))], 3)
    {'a': Decimal('200.00'), 'b': Decimal('100.00')}
    """
    if rule.kind == "pool":
        return _shares(rule, tuple(earners), heads)
    single = {"proportional": _proportional, "fixed": _fixed}.get(rule.kind, _nothing)
    return {earner.key: single(rule, earner) for earner in earners}


def _proportional(rule: RewardRule, earner: Earner) -> Decimal:
    base = rule.base if earner.weight == ONE else rule.base * earner.weight
    return proportional_reward(base, earner.total, rule.full_mark, rule.cap_percent)


def _fixed(_rule: RewardRule, earner: Earner) -> Decimal:
    return (earner.amount * earner.weight).quantize(CENT, ROUND_HALF_UP)


def _nothing(_rule: RewardRule, _earner: Earner) -> Decimal:
    return ZERO


def _shares(
    rule: RewardRule, earners: tuple[Earner, ...], heads: int
) -> dict[Hashable, Decimal]:
    """Rounded down to the cent: what is left over stays in the budget."""
    parts = {e.key: max(ZERO, e.total) * e.weight for e in earners}
    whole = sum(parts.values(), ZERO)
    pool = rule.base * heads
    amounts = {}
    for key, part in parts.items():
        share = pool * part / whole if whole else ZERO
        if rule.cap_percent is not None:
            share = min(share, rule.base * rule.cap_percent / 100)
        amounts[key] = share.quantize(CENT, ROUND_FLOOR)
    return amounts
