"""Marks of a paper (阅卷): what each question gives, and what each topic gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

ZERO = Decimal(0)


@dataclass(frozen=True)
class Asked:
    """A question as it stands on one person's paper.

    :param key: id of the question
    :param points: what the right answer gives
    :param correct: ids of the right choices
    :param part: id of the part of the paper, None outside of any
    """

    key: int
    points: Decimal
    correct: frozenset[int]
    part: int | None = None


@dataclass(frozen=True)
class Marks:
    """What was reached, and what could have been."""

    score: Decimal = ZERO
    full: Decimal = ZERO

    @property
    def percent(self) -> Decimal:
        """Two places; 0 for a paper without points.

        >>> Marks(Decimal(2), Decimal(3)).percent
        Decimal('66.67')
        """
        if not self.full:
            return ZERO
        return (100 * self.score / self.full).quantize(Decimal("0.01"))

    def reaches(self, pass_percent: Decimal) -> bool:
        """Compared without rounding: 59.999 is not 60.

        >>> Marks(Decimal(2), Decimal(3)).reaches(Decimal("66.67"))
        False
        """
        return bool(self.full) and 100 * self.score >= pass_percent * self.full


def points_of(asked: Asked, chosen: Iterable[int]) -> Decimal:
    """All or nothing (多选、少选、错选均不得分), so ticking everything gains nothing.

    >>> asked = Asked(1, Decimal(2), frozenset({11, 12}))
    >>> [int(points_of(asked, chosen)) for chosen in ([12, 11], [11], [11, 12, 13])]
    [2, 0, 0]
    """
    return asked.points if asked.correct and set(chosen) == asked.correct else ZERO


def mark(paper: Iterable[Asked], chosen: Mapping[int, Iterable[int]]) -> Marks:
    """Marks of a whole paper; answers to questions that are not on it count nothing.

    >>> right = frozenset({11}), frozenset({21})
    >>> paper = [Asked(1, Decimal(2), right[0]), Asked(2, Decimal(3), right[1])]
    >>> mark(paper, {1: [11], 2: [22], 9: [91]})
    Marks(score=Decimal('2'), full=Decimal('5'))
    """
    score = full = ZERO
    for asked in paper:
        score += points_of(asked, chosen.get(asked.key, ()))
        full += asked.points
    return Marks(score, full)


def by_part(
    paper: Iterable[Asked], chosen: Mapping[int, Iterable[int]]
) -> dict[int | None, Marks]:
    """Marks of each part.

    >>> paper = [Asked(1, Decimal(2), frozenset({11}), 7)]
    >>> by_part(paper, {})
    {7: Marks(score=Decimal('0'), full=Decimal('2'))}
    """
    parts: dict[int | None, list[Asked]] = {}
    for asked in paper:
        parts.setdefault(asked.part, []).append(asked)
    return {part: mark(questions, chosen) for part, questions in parts.items()}
