"""Arrears (补发补扣): what a closed month should have paid against what it did.

A locked run is never edited; the difference is paid, or taken back, with the next one.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

ZERO = Decimal(0)


def differences(
    due: Mapping[str, Decimal],
    paid: Mapping[str, Decimal],
    settled: Mapping[str, Decimal],
) -> dict[str, Decimal]:
    """Yuan still to pay for a month by pay element, negative to take back.

    :param due: by the facts as they are known now
    :param paid: on the slip of the month
    :param settled: arrears of the month that other runs took already
    :return: only the elements with a difference

    >>> differences({"SKILL": Decimal(200)}, {"SKILL": Decimal(100)}, {})
    {'SKILL': Decimal('100')}
    >>> differences({"SKILL": Decimal(200)}, {"SKILL": Decimal(100)},
    ...             {"SKILL": Decimal(100)})
    {}
    >>> differences({}, {"PERF": Decimal("285.00")}, {})
    {'PERF': Decimal('-285.00')}
    """
    found = {}
    for code in sorted({*due, *paid, *settled}):
        rest = due.get(code, ZERO) - paid.get(code, ZERO) - settled.get(code, ZERO)
        if rest:
            found[code] = rest
    return found
