"""Result of a national level exam from its subjects (理论、技能、综合评审)."""

from __future__ import annotations

from collections.abc import Iterable

PASSED, FAILED, ABSENT = "passed", "failed", "absent"


def outcome(subjects: Iterable[tuple[float | None, float]]) -> str | None:
    """Every subject has to be passed on its own (各科均达60分为合格).

    :param subjects: (score, pass mark); a score that is not known is None
    :return: None while a score is missing that could still decide

    >>> outcome([(60, 60), (75.5, 60)])
    'passed'
    >>> outcome([(59.5, 60), (None, 60)]), outcome([(80, 60), (None, 60)])
    ('failed', None)
    >>> outcome([(None, 60), (None, 60)])
    'absent'
    """
    subjects = list(subjects)
    known = [(score, least) for score, least in subjects if score is not None]
    if not known:
        return ABSENT
    if any(score < least for score, least in known):
        return FAILED
    return PASSED if len(known) == len(subjects) else None
