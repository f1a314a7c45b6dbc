"""The enforcement licence (行政执法资格证) of people who decide matters (S38)."""

from __future__ import annotations

from datetime import date, timedelta


def licence_state(
    is_needed: bool, has_number: bool, expiry: date | None, day: date, warn_days: int
) -> str:
    """`not_needed`, `missing`, `expired`, `expiring` or `valid` on a day.

    A licence without an expiry date is valid; it is valid through its last day.

    >>> day = date(2026, 11, 22)
    >>> licence_state(True, False, None, day, 90)
    'missing'
    >>> [licence_state(True, True, date(2026, 11, d), day, 7) for d in (21, 22, 30)]
    ['expired', 'expiring', 'valid']
    >>> licence_state(False, False, None, day, 90)
    'not_needed'
    """
    if not has_number:
        return "missing" if is_needed else "not_needed"
    if expiry is None or expiry > day + timedelta(days=warn_days):
        return "valid"
    return "expired" if expiry < day else "expiring"
