"""Who may apply for the next skill level (申报条件), explained line by line.

A level has alternatives, of which one suffices (具备以下条件之一者); an alternative has
lines that must all be met: years in the occupation, a lower level for some years, an
education, or words that only a person can judge.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .allowance import Certificate
from .month import anniversary

NOW = date.min  # due day of a line that no waiting can change


@dataclass(frozen=True)
class Condition:
    """One alternative of a level; whatever is not asked for is left at its default.

    :param years: full years in the occupation (累计从事本职业满N年)
    :param prior_rank: rank of the level that must be held (取得五级后)
    :param prior_years: full years since that certificate was issued
    :param education_rank: least education
    :param text: words that the system cannot judge
    :param source: record id of the row
    """

    years: int = 0
    prior_rank: int | None = None
    prior_years: int = 0
    education_rank: int | None = None
    text: str = ""
    source: int | None = None


@dataclass(frozen=True)
class Level:
    """A level of the standard with its alternatives; `rank` grows with the level."""

    rank: int
    conditions: tuple[Condition, ...] = ()
    available: bool = True
    source: int | None = None


@dataclass(frozen=True)
class Candidate:
    """What the conditions ask of a person.

    :param start: first day in the occupation, None when unknown
    """

    start: date | None = None
    education_rank: int | None = None
    certificates: tuple[Certificate, ...] = ()


@dataclass(frozen=True)
class Line:
    """One requirement of an alternative.

    :param kind: `years`, `prior`, `education` or `text`
    :param met: None when the system cannot know it
    :param since: day from which years are counted, None when there is none
    :param due: first day on which it is met: `NOW` when waiting changes nothing, None
        when waiting alone will not do
    """

    kind: str
    met: bool | None
    since: date | None = None
    due: date | None = None


@dataclass(frozen=True)
class Alternative:
    """A condition with its lines judged."""

    condition: Condition
    lines: tuple[Line, ...]

    @property
    def met(self) -> bool | None:
        """All lines met; None when what is left cannot be known."""
        return _all(line.met for line in self.lines)

    @property
    def due(self) -> date | None:
        """First day on which every dated line is met, None when waiting will not do."""
        days = [line.due for line in self.lines]
        return None if None in days else max(days, default=NOW)


@dataclass(frozen=True)
class Eligibility:
    """Whether a person may apply for a level."""

    level: Level
    alternatives: tuple[Alternative, ...]

    @property
    def met(self) -> bool | None:
        """One alternative suffices; None when only a person can tell."""
        results = {alternative.met for alternative in self.alternatives}
        if True in results:
            return True
        return None if None in results or not results else False

    @property
    def due(self) -> date | None:
        """Earliest day on which an alternative is met as far as dates go."""
        days = [a.due for a in self.alternatives if a.due is not None]
        return min(days, default=None)


def next_level(levels: Iterable[Level], held_rank: int | None) -> Level | None:
    """The lowest level above the one that is held and that can be examined.

    >>> ladder = (Level(1), Level(2, available=False), Level(3))
    >>> next_level(ladder, None).rank, next_level(ladder, 1).rank
    (1, 3)
    >>> next_level(ladder, 3) is None
    True
    """
    above = [lv for lv in levels if lv.available and lv.rank > (held_rank or 0)]
    return min(above, key=lambda level: level.rank, default=None)


def held_rank(candidate: Candidate) -> int | None:
    """Rank of the highest verified certificate.

    >>> day = date(2024, 1, 1)
    >>> held_rank(Candidate(certificates=(Certificate(2, day, day),)))
    2
    """
    return max((c.rank for c in _verified(candidate)), default=None)


def eligibility(level: Level, candidate: Candidate, day: date) -> Eligibility:
    """Judge every alternative of a level on a day.

    >>> day = date(2024, 8, 22)
    >>> holder = Candidate(certificates=(Certificate(1, day, day),))
    >>> four = Level(2, (Condition(prior_rank=1, prior_years=4),))
    >>> early = eligibility(four, holder, date(2026, 11, 22))
    >>> early.met, early.due
    (False, datetime.date(2028, 8, 22))
    >>> eligibility(four, holder, early.due).met
    True
    """
    return Eligibility(
        level,
        tuple(
            Alternative(condition, tuple(_lines(condition, candidate, day)))
            for condition in level.conditions
        ),
    )


def elapsed(since: date, day: date) -> tuple[int, int]:
    """Full years and months from one day to another, (0, 0) when it lies ahead.

    >>> elapsed(date(2024, 8, 22), date(2026, 11, 22))
    (2, 3)
    >>> elapsed(date(2024, 8, 22), date(2026, 8, 21))
    (1, 11)
    """
    if day < since:
        return 0, 0
    years = day.year - since.year
    if anniversary(since, years) > day:
        years -= 1
    start = anniversary(since, years)
    months = (day.year - start.year) * 12 + day.month - start.month
    if day.day < start.day:
        months -= 1
    return years, max(months, 0)


def _lines(condition: Condition, candidate: Candidate, day: date) -> Iterable[Line]:
    if condition.years:
        yield _dated("years", candidate.start, condition.years, day, None)
    if condition.prior_rank is not None:
        since = _held_since(candidate, condition.prior_rank)
        yield _dated("prior", since, condition.prior_years, day, False)
    if condition.education_rank is not None:
        yield _education(condition.education_rank, candidate.education_rank)
    if condition.text:
        yield Line("text", None, due=NOW)


def _dated(
    kind: str, since: date | None, years: int, day: date, without: bool | None
) -> Line:
    if since is None:
        return Line(kind, without)
    due = anniversary(since, years)
    return Line(kind, due <= day, since, due)


def _education(needed: int, held: int | None) -> Line:
    if held is None:
        return Line("education", None)
    return Line("education", held >= needed, due=NOW if held >= needed else None)


def _held_since(candidate: Candidate, rank: int) -> date | None:
    """Issue date of the first verified certificate of that level or a higher one."""
    dates = [c.issued for c in _verified(candidate) if c.rank >= rank]
    return min(dates, default=None)


def _verified(candidate: Candidate) -> list[Certificate]:
    return [c for c in candidate.certificates if c.verified]


def _all(results: Iterable[bool | None]) -> bool | None:
    results = set(results)
    if False in results:
        return False
    return None if None in results else True
