"""Recovery of a loss from wages (扣款赔偿), month by month.

工资支付暂行规定第十六条: 每月扣除的部分不得超过劳动者当月工资的20%；若扣除后的剩余工资
部分低于当地月最低工资标准，则按最低工资标准支付. What is left is read here as what the
person gets in hand, after contributions and tax: the reading that never takes too much.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

CENT = Decimal("0.01")
ZERO = Decimal(0)


@dataclass(frozen=True)
class Loss:
    """What is still to be recovered of one loss.

    :param balance: yuan that are left
    :param instalment: most that was agreed for a month, 0 when nothing was agreed
    """

    key: int
    balance: Decimal
    instalment: Decimal = ZERO


def most_of_month(
    wage: Decimal, left: Decimal, minimum: Decimal, percent: Decimal
) -> Decimal:
    """Most that a month's pay may be lowered by, never rounded up.

    :param wage: the month's wage before contributions and tax
    :param left: what the person gets in hand without the recovery
    :param minimum: minimum wage of the place

    >>> most_of_month(Decimal(3000), Decimal(2700), Decimal(2010), Decimal(20))
    Decimal('600.00')
    >>> most_of_month(Decimal(3000), Decimal(2400), Decimal(2010), Decimal(20))
    Decimal('390.00')
    >>> most_of_month(Decimal(2100), Decimal(1900), Decimal(2010), Decimal(20))
    Decimal('0.00')
    """
    share = max(ZERO, wage) * percent / 100
    allowed = max(ZERO, min(share, left - minimum))
    return allowed.quantize(CENT, ROUND_DOWN)


def shares(losses: Iterable[Loss], most: Decimal) -> Mapping[int, Decimal]:
    """{key: yuan} that each loss takes of a month; the first ones come first.

    >>> shares([Loss(1, Decimal(500), Decimal(200)), Loss(2, Decimal(900))],
    ...        Decimal(600))
    {1: Decimal('200'), 2: Decimal('400')}
    """
    taken = {}
    for loss in losses:
        amount = min(loss.balance, loss.instalment or loss.balance, most)
        if amount > 0:
            taken[loss.key] = amount
            most -= amount
    return taken
