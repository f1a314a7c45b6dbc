"""Which months are settled and paid."""

from datetime import date

from tests.bench import facts

LAST = date(2025, 12, 1)


def first_days(count):
    """First days of ``count`` months, the last one being December 2025."""
    return facts.months_before(LAST, count)
