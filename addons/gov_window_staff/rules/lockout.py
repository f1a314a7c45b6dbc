"""When an account is locked after wrong passwords (登录失败处理, GB/T 22239-2019)."""

from datetime import timedelta

SUCCESS = "success"
FAILED = "failed"
LOCKED = "locked"  # the failure that locked the account
REFUSED = "refused"  # right or wrong: the account was locked
UNLOCKED = "unlocked"  # by the administrator


def judge(history, right, limit, minutes, now):
    """What becomes of one more attempt.

    :param history: (result, moment) of the account's attempts, newest first; refused
        ones left out, so that trying goes on does not keep the owner out for ever
    :param right: whether password or code are right
    :param limit: this many failures in a row lock the account
    :param minutes: for so long

    >>> from datetime import datetime
    >>> noon = datetime(2026, 11, 2, 12)
    >>> judge([(FAILED, noon)] * 4, False, 5, 15, noon)
    'locked'
    >>> judge([(FAILED, noon)] * 3, False, 5, 15, noon)
    'failed'
    >>> judge([(LOCKED, noon)], True, 5, 15, noon + timedelta(minutes=14))
    'refused'
    >>> judge([(LOCKED, noon)], True, 5, 15, noon + timedelta(minutes=15))
    'success'
    """
    if locked_until(history, minutes, now):
        return REFUSED
    if right:
        return SUCCESS
    return LOCKED if _failures(history) + 1 >= limit else FAILED


def locked_until(history, minutes, now):
    """The end of the lock, None when the account is not locked.

    >>> from datetime import datetime
    >>> noon = datetime(2026, 11, 2, 12)
    >>> locked_until([(LOCKED, noon)], 15, noon)
    datetime.datetime(2026, 11, 2, 12, 15)
    >>> locked_until([(UNLOCKED, noon), (LOCKED, noon)], 15, noon)
    """
    if not history or history[0][0] != LOCKED:
        return None
    end = history[0][1] + timedelta(minutes=minutes)
    return end if end > now else None


def _failures(history):
    count = 0
    for result, _moment in history:
        if result != FAILED:
            break
        count += 1
    return count
