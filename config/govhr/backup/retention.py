"""Which backups may go: a pure function of their times and receipts."""


def outdated(backups, daily, weekly, monthly):
    """Names of the backups that nothing asks for any longer, oldest first.

    Kept are the newest of each of the last ``daily`` days, ``weekly`` weeks and
    ``monthly`` months that have one, and whatever is not older than the newest backup
    whose restore was verified: only that one is known to be good.

    :param backups: (name, time taken, whether a restore was verified)

    >>> from datetime import datetime
    >>> days = [(f"d{n}", datetime(2026, 11, n), n == 4) for n in range(1, 7)]
    >>> outdated(days, daily=1, weekly=1, monthly=1)
    ['d1', 'd2', 'd3']
    >>> outdated([(n, t, False) for n, t, _verified in days], 1, 1, 1)
    []
    """
    newest_first = sorted(backups, key=lambda x: x[1], reverse=True)
    verified = [taken for _name, taken, is_verified in newest_first if is_verified]
    if not verified:
        return []
    kept = set()
    for count, period in (
        (daily, lambda x: x.date()),
        (weekly, lambda x: x.isocalendar()[:2]),
        (monthly, lambda x: (x.year, x.month)),
    ):
        kept |= _newest_of_each(newest_first, count, period)
    return [
        name
        for name, taken, _verified in reversed(newest_first)
        if name not in kept and taken < verified[0]
    ]


def _newest_of_each(newest_first, count, period):
    """The newest of each of the last ``count`` periods that have a backup."""
    found = {}
    for name, taken, _verified in newest_first:
        found.setdefault(period(taken), name)
    return set(list(found.values())[:count])
