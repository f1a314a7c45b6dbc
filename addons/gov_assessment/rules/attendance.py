"""What a day's attendance means for the assessment (A3-A7, D25, D26).

Times are minutes of the day (9:00 is 540). A day has two halves; each asks for the
punches that the rules name. A half that is excused asks for nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

HALF = Decimal("0.5")
MORNING, AFTERNOON = "am", "pm"


@dataclass(frozen=True)
class Hours:
    """The text of the rules.

    :param morning: (start, end) of the first half in minutes
    :param afternoon: (start, end) of the second half
    :param punches: 2 (first in, last out) or 4 (in and out of each half)
    :param grace: minutes that cost nothing; 5 late are free, 6 are late (D26)
    :param absent_from: minutes from which it is half a day's absence; 0 for never
    """

    morning: tuple[int, int] = (540, 720)
    afternoon: tuple[int, int] = (810, 1020)
    punches: int = 2
    grace: int = 5
    absent_from: int = 0

    def expected(self, half: str) -> tuple[tuple[str, int], ...]:
        """(name of the punch, minute it is due) of a half; names sort by time."""
        if half == MORNING:
            due = (("am_in", self.morning[0]), ("am_out", self.morning[1]))
            return due if self.punches == 4 else due[:1]
        due = (("pm_in", self.afternoon[0]), ("pm_out", self.afternoon[1]))
        return due if self.punches == 4 else due[1:]


@dataclass(frozen=True)
class Day:
    """What is known of one person and working day.

    :param punched: {name of the punch: minute}
    :param excused: halves with approved leave, or outside with a statement
    :param personal: halves of approved personal leave (事假), which cost points
    :param status: word of the attendance system, see `STATUS`
    """

    punched: dict[str, int] = field(default_factory=dict)
    excused: frozenset[str] = frozenset()
    personal: frozenset[str] = frozenset()
    status: str = ""


@dataclass(frozen=True)
class Breach:
    """A breach: late, no_punch, absent, personal or unfiled; days or times."""

    kind: str
    quantity: Decimal
    minutes: int = 0


# words of an attendance system that decide without looking at punches
STATUS = {
    "late": "late",
    "no_punch": "no_punch",
    "absent": "absent",
    "unfiled": "unfiled",
}


def judge(day: Day, hours: Hours) -> tuple[Breach, ...]:
    """Breaches of a working day, at most one of each kind.

    >>> judge(Day({"am_in": 546, "pm_out": 1020}), Hours())
    (Breach(kind='late', quantity=Decimal('1'), minutes=6),)
    >>> judge(Day({"am_in": 545, "pm_out": 1015}), Hours())
    ()
    """
    found = []
    if day.personal:
        found.append(Breach("personal", HALF * len(day.personal)))
    open_halves = [h for h in (MORNING, AFTERNOON) if _is_open(day, h)]
    if not open_halves:
        return tuple(found)
    if day.status in STATUS:
        return (*found, Breach(STATUS[day.status], Decimal(1)))
    if day.status == "normal":
        return tuple(found)
    return (*found, *_by_punches(day, hours, open_halves))


def _is_open(day: Day, half: str) -> bool:
    return half not in day.excused and half not in day.personal


def _by_punches(day, hours, halves):
    """A missing punch is one breach a day; else each minute over the grace counts."""
    due = [pair for half in halves for pair in hours.expected(half)]
    if any(name not in day.punched for name, _minute in due):
        return (Breach("no_punch", Decimal(1)),)
    late, absent, most = 0, 0, 0
    for name, minute in due:
        over = _over(name, minute, day.punched[name])
        if hours.absent_from and over >= hours.absent_from:
            absent += 1
        elif over > hours.grace:
            late += 1
        most = max(most, over)
    found = []
    if absent:
        found.append(Breach("absent", HALF * min(absent, 2), most))
    if late:
        found.append(Breach("late", Decimal(late), most))
    return tuple(found)


def _over(name: str, due: int, punched: int) -> int:
    """Minutes late for an `in`, minutes early for an `out`, never below 0."""
    return max(0, punched - due if name.endswith("_in") else due - punched)


def read_minute(text: str) -> int | None:
    """Minute of the day of a cell: `8:55`, `08:55:30`, or Excel's part of a day.

    :return: None for an empty cell
    :raises ValueError: anything else

    >>> read_minute("8:55"), read_minute("08:55:30"), read_minute("0.375")
    (535, 535, 540)
    >>> read_minute("") is None
    True
    """
    text = (text or "").strip().replace("：", ":")
    if not text:
        return None
    if ":" in text:
        hour, minute = (int(part) for part in text.split(":")[:2])
        if 0 <= hour < 24 and 0 <= minute < 60:
            return hour * 60 + minute
        raise ValueError(text)
    part = float(text)
    if 0 <= part < 1:
        return round(part * 24 * 60)
    raise ValueError(text)


def clock(minute: int) -> str:
    """A minute of the day as people write it.

    >>> clock(535)
    '08:55'
    """
    return f"{minute // 60:02d}:{minute % 60:02d}"


def halves_of(day, first, last, from_half=MORNING, to_half=AFTERNOON):
    """Halves of a day that a leave from `first` to `last` covers.

    :param from_half: half in which the leave begins on its first day
    :param to_half: half in which it ends on its last day

    >>> from datetime import date
    >>> sorted(halves_of(date(2026, 10, 9), date(2026, 10, 8), date(2026, 10, 9),
    ...                  to_half="am"))
    ['am']
    """
    if not first <= day <= last:
        return frozenset()
    begins = from_half if day == first else MORNING
    ends = to_half if day == last else AFTERNOON
    if begins == ends:
        return frozenset({begins})
    if begins == AFTERNOON:
        return frozenset()
    return frozenset({MORNING, AFTERNOON})
