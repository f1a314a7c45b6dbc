"""Declared deductions of a person (专项附加扣除), counted month by month.

国发〔2018〕41号 and 国发〔2023〕13号. The amounts are data; here they are only summed
over the months of a year in which the person works for this employer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
ZERO = Decimal(0)


@dataclass(frozen=True)
class Declared:
    """One declaration.

    :param amount: yuan a month, or the whole amount of a one-off
    :param date_from: first month in which it applies, any day of it
    :param date_to: last month, None while it goes on
    :param is_one_off: counted once, in its first month (职业资格继续教育)
    """

    amount: Decimal
    date_from: date
    date_to: date | None = None
    is_one_off: bool = False


def cumulated(
    declared: Iterable[Declared], year: int, first: int, last: int
) -> Decimal:
    """Yuan of all declarations from month `first` to month `last` of a year.

    >>> child = Declared(Decimal(2000), date(2026, 3, 15))
    >>> cumulated([child], 2026, 1, 4)
    Decimal('4000')
    """
    return sum(
        (one.amount * counted_months(one, year, first, last) for one in declared), ZERO
    )


def counted_months(one: Declared, year: int, first: int, last: int) -> int:
    """How many months of a year a declaration counts.

    >>> paper = Declared(Decimal(3600), date(2026, 5, 20), is_one_off=True)
    >>> [counted_months(paper, 2026, 1, month) for month in (4, 5, 12)]
    [0, 1, 1]
    """
    start, end = _index(one.date_from), _index(one.date_to or date.max)
    low, high = year * 12 + first, year * 12 + last
    if one.is_one_off:
        return 1 if low <= start <= high else 0
    return max(0, min(end, high) - max(start, low) + 1)


def within_months(declared: Iterable[Declared], most: int) -> list[Declared]:
    """Declarations of the same degree, cut where the months of the law are used up.

    同一学历（学位）继续教育的扣除期限不能超过48个月, 国发〔2018〕41号第八条. The months
    run from the declared start, here or with another employer. What begins after the
    last of them is left out.

    :param most: months together, 0 for no limit

    >>> first = Declared(Decimal(400), date(2022, 9, 1))
    >>> within_months([first], 48)[0].date_to
    datetime.date(2026, 8, 1)
    """
    if not most:
        return list(declared)
    kept, left = [], most
    for one in sorted(declared, key=lambda one: one.date_from):
        if not left:
            break
        used = min(left, _index(one.date_to or date.max) - _index(one.date_from) + 1)
        last = _index(one.date_from) + used - 1
        if last < _index(one.date_to or date.max):
            one = replace(one, date_to=_first_day(last))
        kept.append(one)
        left -= used
    return kept


def overlap(one: Declared, other: Declared) -> bool:
    """Whether two declarations share a month.

    >>> overlap(Declared(ZERO, date(2026, 1, 1), date(2026, 3, 31)),
    ...         Declared(ZERO, date(2026, 3, 1)))
    True
    """
    return _index(one.date_from) <= _index(other.date_to or date.max) and _index(
        other.date_from
    ) <= _index(one.date_to or date.max)


def legal_maximum(amount: Decimal, count: int, share: Decimal) -> Decimal:
    """Most that may be declared: the law's amount by children and share.

    >>> legal_maximum(Decimal(2000), 2, Decimal(50))
    Decimal('2000.00')
    """
    return (amount * count * share / 100).quantize(CENT, ROUND_HALF_UP)


def _index(day: date) -> int:
    return day.year * 12 + day.month


def _first_day(index: int) -> date:
    year, month = divmod(index - 1, 12)
    return date(year, month + 1, 1)
