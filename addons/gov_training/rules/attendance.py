"""Head counts and attendance rate of a session (应到、实到、请假、缺席、到课率)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

PLACES = Decimal("0.0001")  # a rate is kept to a hundredth of a percent
TENTH = Decimal("0.1")
UNEXPECTED = ("withdrawn", "waiting")


@dataclass(frozen=True)
class Tally:
    """Head counts of one session.

    :param expected: 应到, everybody with a place on the list, those on leave
        included; who has withdrawn or still waits for a seat is not expected
    :param attended: 实到
    :param excused: 请假
    :param absent: 缺席, without leave
    """

    expected: int = 0
    attended: int = 0
    excused: int = 0
    absent: int = 0

    @property
    def unmarked(self) -> int:
        """People of whom nobody has said yet whether they came."""
        return self.expected - self.attended - self.excused - self.absent

    @property
    def rate(self) -> Decimal:
        """到课率: attended out of expected."""
        return attendance_rate(self.attended, self.expected)


def tally(counts: Mapping[str, int]) -> Tally:
    """Head counts from the number of people by state.

    >>> tally({"enrolled": 1, "attended": 7, "excused": 1, "absent": 1, "withdrawn": 3})
    Tally(expected=10, attended=7, excused=1, absent=1)
    >>> tally({"enrolled": 2, "waiting": 5}).expected
    2
    """
    present = {state: n for state, n in counts.items() if state not in UNEXPECTED}
    return Tally(
        expected=sum(present.values()),
        attended=present.get("attended", 0),
        excused=present.get("excused", 0),
        absent=present.get("absent", 0),
    )


def attendance_rate(attended: int, expected: int) -> Decimal:
    """Share of the expected people who came, half-up; nobody expected is 0.

    >>> attendance_rate(2, 3), attendance_rate(0, 0)
    (Decimal('0.6667'), Decimal('0'))
    """
    if not expected:
        return Decimal(0)
    return (Decimal(attended) / expected).quantize(PLACES, ROUND_HALF_UP)


def combined(states: Iterable[str]) -> str:
    """State of a person over several dates (多日班次): came once, then present.

    Nothing is said while a date is unmarked; leave counts before absence.

    >>> combined(["attended", "absent"]), combined(["excused", "absent"])
    ('attended', 'excused')
    >>> combined(["attended", "enrolled"]), combined([])
    ('enrolled', 'enrolled')
    """
    found = set(states)
    if not found or "enrolled" in found:
        return "enrolled"
    return next(state for state in ("attended", "excused", "absent") if state in found)


def credited_hours(session_hours: float, attended: float, total: float) -> Decimal:
    """Hours for the dates attended, in proportion to the hours of the session.

    >>> credited_hours(6, 3, 6), credited_hours(8, 3, 6), credited_hours(6, 0, 0)
    (Decimal('3.0'), Decimal('4.0'), Decimal('0'))
    """
    if not total:
        return Decimal(0)
    share = Decimal(str(attended)) / Decimal(str(total))
    return (Decimal(str(session_hours)) * share).quantize(TENTH, ROUND_HALF_UP)
