"""The loop of a bad review (差评处置): where it stands, and rates of the loop.

待核实 → 属实 → 整改中 → 已整改 → 已反馈 → 已回访 → 办结; any other verdict goes from
已核实 to 办结. A good review and a default review need no handling.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

# steps of the loop, each with the state that it leads to
STEPS = {
    "verify": "checked",
    "rectify": "rectified",
    "feedback": "fed_back",
    "visit": "visited",
    "close": "closed",
}


@dataclass(frozen=True)
class Loop:
    """What was done about one review.

    :param verdict: true, mistaken, malicious, unreachable, or empty before the check
    """

    is_bad: bool
    is_default: bool = False
    verdict: str = ""
    is_rectified: bool = False
    is_fed_back: bool = False
    is_visited: bool = False
    is_closed: bool = False

    @property
    def state(self) -> str:
        """Where the review stands.

        >>> Loop(is_bad=False).state, Loop(is_bad=True, is_default=True).state
        ('none', 'none')
        >>> Loop(is_bad=True).state, Loop(is_bad=True, verdict="mistaken").state
        ('to_verify', 'checked')
        >>> Loop(True, verdict="true").state
        'rectifying'
        >>> Loop(True, verdict="true", is_rectified=True, is_fed_back=True).state
        'fed_back'
        """
        if not self.is_bad or self.is_default:
            return "none"
        if not self.verdict:
            return "to_verify"
        if self.is_closed:
            return "closed"
        if self.verdict != "true":
            return "checked"
        return self._state_of_rectification()

    def _state_of_rectification(self) -> str:
        if not self.is_rectified:
            return "rectifying"
        if not self.is_fed_back:
            return "rectified"
        return "visited" if self.is_visited else "fed_back"


# the one step that each state waits for
NEXT_STEP = {
    "to_verify": "verify",
    "rectifying": "rectify",
    "rectified": "feedback",
    "fed_back": "visit",
    "visited": "close",
    "checked": "close",
}


def is_step_open(state: str, step: str) -> bool:
    """Whether a step can be taken in a state; no step is skipped.

    >>> is_step_open("to_verify", "verify"), is_step_open("to_verify", "close")
    (True, False)
    """
    return NEXT_STEP.get(state) == step


def was_due(done_on: date | None, due_on: date | None, today: date) -> bool:
    """Whether a step counts: it was taken, or its time is over.

    What is still in time is no failure, and without a deadline it never is in time.

    >>> was_due(None, date(2026, 10, 9), date(2026, 10, 9))
    False
    >>> was_due(None, date(2026, 10, 9), date(2026, 10, 10))
    True
    """
    return bool(done_on) or not due_on or due_on < today


def rate(part: int, whole: int) -> Decimal | None:
    """`part` of `whole` in percent with one decimal; None when nothing was due.

    100.0 is whole only: 999 of 1,000 are 99.9, and 9,999 of 10,000 are so too.

    >>> rate(2, 3), rate(0, 5), rate(0, 0)
    (Decimal('66.7'), Decimal('0.0'), None)
    >>> rate(9999, 10000), rate(10000, 10000)
    (Decimal('99.9'), Decimal('100.0'))
    """
    if not whole:
        return None
    tenth = Decimal("0.1")
    percent = (Decimal(100) * part / whole).quantize(tenth, ROUND_HALF_UP)
    if percent == 100 and part < whole:
        return Decimal("99.9")
    return percent


def rate_text(part: int, whole: int) -> str:
    """A rate as people read it; “—”, not 100 %, when nothing was due.

    >>> rate_text(1, 3), rate_text(0, 0)
    ('33.3%', '—')
    """
    percent = rate(part, whole)
    return "—" if percent is None else f"{percent}%"
