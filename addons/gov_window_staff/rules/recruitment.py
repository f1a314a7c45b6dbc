"""The seven steps of a recruitment in their order (发布招聘公告、报名、资格审查、
考试(笔试、面试)、体检、公示): none is skipped, none is done out of order.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

STEPS = (
    "notice",
    "application",
    "qualification",
    "written",
    "interview",
    "medical",
    "publicity",
)
SCORED = frozenset({"written", "interview"})


def current_step(results: Mapping[str, str]) -> str | None:
    """The first step that has not been passed; None when all seven are.

    :param results: step -> `pass`, `fail` or `pending`; a missing step is pending

    >>> current_step({"notice": "pass", "application": "pass"})
    'qualification'
    >>> current_step({"notice": "pass", "application": "fail"})
    'application'
    >>> current_step(dict.fromkeys(STEPS, "pass"))
    """
    return next((step for step in STEPS if results.get(step) != "pass"), None)


def decision_problem(
    results: Mapping[str, str],
    dates: Mapping[str, date],
    step: str,
    day: date,
    today: date,
) -> str | None:
    """Why a step cannot be decided: `decided`, `order`, `future`, `earlier`, or None.

    :param dates: day on which each decided step was decided
    :param day: day of the decision

    >>> seen = {"notice": "pass"}
    >>> days = {"notice": date(2026, 3, 2)}
    >>> decision_problem(seen, days, "application", date(2026, 3, 9), date(2026, 3, 9))
    >>> decision_problem(seen, days, "written", date(2026, 3, 9), date(2026, 3, 9))
    'order'
    >>> decision_problem(seen, days, "application", date(2026, 3, 1), date(2026, 3, 9))
    'earlier'
    """
    if results.get(step, "pending") != "pending":
        return "decided"
    if current_step(results) != step:
        return "order"
    if day > today:
        return "future"
    if any(day < done for done in dates.values()):
        return "earlier"
    return None


def can_reopen(results: Mapping[str, str], step: str) -> bool:
    """Whether a step is the last one decided: a later result rests on it otherwise.

    >>> can_reopen({"notice": "pass", "application": "fail"}, "application")
    True
    >>> can_reopen({"notice": "pass", "application": "fail"}, "notice")
    False
    """
    decided = [s for s in STEPS if results.get(s, "pending") != "pending"]
    return bool(decided) and decided[-1] == step
