"""Reward of a month (月度考核奖励): a base, paid in proportion to the score."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


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
    share = total / full_mark
    if cap_percent is not None:
        share = min(share, cap_percent / 100)
    return (base * share).quantize(CENT, ROUND_HALF_UP)
