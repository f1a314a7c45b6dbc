"""Social insurance and housing fund (社会保险、住房公积金), both sides.

Each item has its own limits of the base (缴费基数上下限), rates of the person and of
the employer, and rounding; all of it is local and dated, so no figure stands here.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

ZERO = Decimal(0)
CENT, TENTH, YUAN = Decimal("0.01"), Decimal("0.1"), Decimal(1)
UNITS = {"cent": CENT, "tenth": TENTH, "yuan": YUAN}
WAYS = {"half_up": ROUND_HALF_UP, "up": ROUND_UP, "down": ROUND_DOWN}


@dataclass(frozen=True)
class Contribution:
    """One insurance or the fund in one place.

    :param code: as on the pay slip: PENSION, MEDICAL, ...
    :param employee_percent: rate of the person
    :param employer_percent: rate of the employer
    :param base_min: lowest base in yuan, None without one
    :param base_max: highest base in yuan, None without one
    :param employee_fixed: yuan a month on top of the rate (大病保险)
    :param employer_fixed: the same, of the employer
    :param unit: `cent`, `tenth` or `yuan` to which each side is rounded
    :param rounding: `half_up`, `up` or `down`
    """

    code: str
    employee_percent: Decimal = ZERO
    employer_percent: Decimal = ZERO
    base_min: Decimal | None = None
    base_max: Decimal | None = None
    employee_fixed: Decimal = ZERO
    employer_fixed: Decimal = ZERO
    unit: str = "cent"
    rounding: str = "half_up"


@dataclass(frozen=True)
class Share:
    """What both sides pay for one item, and the base it was taken of, in yuan."""

    base: Decimal
    employee: Decimal
    employer: Decimal


def limited_base(
    base: Decimal, base_min: Decimal | None, base_max: Decimal | None
) -> Decimal:
    """The base within its limits.

    >>> limited_base(Decimal(4000), Decimal(4403), Decimal(22017))
    Decimal('4403')
    """
    if base_min is not None:
        base = max(base, base_min)
    if base_max is not None:
        base = min(base, base_max)
    return base


def contribute(item: Contribution, base: Decimal) -> Share:
    """Both sides of one item for a declared base.

    >>> pension = Contribution("PENSION", Decimal(8), Decimal(16), Decimal(4403))
    >>> contribute(pension, Decimal(4000)).employee
    Decimal('352.24')
    """
    base = limited_base(base, item.base_min, item.base_max)
    return Share(
        base=base,
        employee=_round(base * item.employee_percent / 100 + item.employee_fixed, item),
        employer=_round(base * item.employer_percent / 100 + item.employer_fixed, item),
    )


def _round(amount: Decimal, item: Contribution) -> Decimal:
    rounded = amount.quantize(UNITS[item.unit], WAYS[item.rounding])
    return rounded.quantize(CENT)
