"""One fact is deducted or awarded once (D23, D24)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


def codes(text: str | None) -> frozenset[str]:
    """Codes of a list with commas, Chinese ones as well.

    >>> sorted(codes("1.1，1.3, 2.2"))
    ['1.1', '1.3', '2.2']
    >>> codes(None)
    frozenset()
    """
    parts = (text or "").replace("，", ",").replace("、", ",").split(",")
    return frozenset(part.strip() for part in parts if part.strip())


@dataclass(frozen=True)
class Record:
    """What tells whether two records name one fact.

    :param links: codes of the items that the own item often overlaps or replaces
    :param matter: name of the matter, of awards of which only the highest counts
    """

    person: int
    day: date
    code: str
    links: frozenset[str] = frozenset()
    is_highest_only: bool = False
    matter: str = ""


def same_fact(one: Record, other: Record) -> bool:
    """Whether two records seem to name one fact; it does not matter which is first.

    >>> late = Record(7, date(2026, 10, 8), "1.1", codes("2.2"))
    >>> same_fact(late, Record(7, date(2026, 10, 8), "2.2"))
    True
    >>> same_fact(late, Record(7, date(2026, 10, 9), "1.1"))
    False
    """
    if one.person != other.person:
        return False
    if one.is_highest_only and other.is_highest_only:
        if one.matter and other.matter:
            return _words(one.matter) == _words(other.matter)
        return one.day == other.day and one.code == other.code
    return one.day == other.day and (
        one.code == other.code or one.code in other.links or other.code in one.links
    )


def _words(matter: str) -> str:
    return "".join(matter.split()).casefold()
