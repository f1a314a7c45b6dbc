"""Dispatching units (派驻单位): credit code, chief representative, turnover."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

# GB 32100-2015: no I, O, S, V, Z
_CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CODE_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


def credit_code_problem(code: str) -> str | None:
    """Why a unified social credit code is not valid: `shape`, `checksum`, or None.

    >>> credit_code_problem("91350100M000100Y43")
    >>> credit_code_problem("91350100M000100Y44"), credit_code_problem("I1350100")
    ('checksum', 'shape')
    """
    if len(code) != 18 or set(code) - set(_CODE_CHARACTERS):
        return "shape"
    values = [_CODE_CHARACTERS.index(character) for character in code]
    total = sum(v * w for v, w in zip(values, _CODE_WEIGHTS, strict=False))
    return None if (31 - total % 31) % 31 == values[17] else "checksum"


@dataclass(frozen=True)
class Chief:
    """Facts of a chief representative (首席代表)."""

    in_service: bool
    of_unit: bool
    formal: bool
    licence: bool
    licence_expiry: date | None = None


def chief_problems(chief: Chief, today: date) -> tuple[str, ...]:
    """Codes of what speaks against a chief representative (O26).

    A licence without an expiry date is valid; it is valid through its last day.

    >>> retired = Chief(in_service=True, of_unit=True, formal=False, licence=False)
    >>> chief_problems(retired, date(2026, 11, 1))
    ('not_formal', 'no_licence')
    >>> expired = Chief(True, True, True, True, date(2026, 10, 31))
    >>> chief_problems(expired, date(2026, 11, 1))
    ('licence_expired',)
    """
    expiry = chief.licence_expiry
    checks = {
        "not_in_service": not chief.in_service,
        "other_unit": not chief.of_unit,
        "not_formal": not chief.formal,
        "no_licence": not chief.licence,
        "licence_expired": chief.licence and expiry is not None and expiry < today,
    }
    return tuple(code for code, found in checks.items() if found)


def turnover(changes: int, headcount: int) -> Decimal:
    """Changes in a year for 100 people, one decimal (S32).

    A unit whose people have all gone counts as if one were left.

    >>> turnover(6, 20), turnover(1, 3), turnover(2, 0), turnover(0, 0)
    (Decimal('30.0'), Decimal('33.3'), Decimal('200.0'), Decimal('0.0'))
    """
    rate = Decimal(100 * changes) / max(headcount, 1)
    return rate.quantize(Decimal("0.1"), ROUND_HALF_UP)
