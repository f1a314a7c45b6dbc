"""Skill, seniority and education allowances (技能、年限、学历补贴).

Policy: 涟水 implementation opinion, part 4 (四) 3 (2)-(4). The amounts come from a
dated allowance table; nothing here knows a figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .month import Month, anniversary, is_in_probation

ZERO = Decimal(0)


@dataclass(frozen=True)
class Rate:
    """One line of the table.

    :param kind: `skill`, `seniority` or `education`
    :param threshold: rank of the level, full years, or rank of the education from
        which the amount is paid
    :param amount: yuan a month
    :param in_probation: whether it is paid in probation (试用期)
    :param source: record id of the line, kept with the result
    """

    kind: str
    threshold: int
    amount: Decimal
    in_probation: bool = False
    source: int | None = None


@dataclass(frozen=True)
class Certificate:
    """A level certificate (等级证书); `rank` grows with the level (五级 is 1)."""

    rank: int
    issued: date
    verified: date | None
    number: str = ""


@dataclass(frozen=True)
class Person:
    """What the allowances of one person depend on, as of the month's last day."""

    entry: date
    trial_end: date | None = None
    education_rank: int | None = None
    certificates: tuple[Certificate, ...] = ()


@dataclass(frozen=True)
class Allowance:
    """A computed allowance: yuan, the table line and the fact behind it."""

    amount: Decimal = ZERO
    source: int | None = None
    basis: str = ""


def allowances(
    rates: Iterable[Rate], person: Person, month: Month
) -> dict[str, Allowance]:
    """All allowances of a person in a month, by kind.

    >>> rates = [Rate("skill", 1, Decimal(100)), Rate("skill", 2, Decimal(150))]
    >>> certificate = Certificate(2, date(2026, 9, 30), date(2026, 10, 31), "S-1")
    >>> person = Person(date(2020, 1, 1), certificates=(certificate,))
    >>> allowances(rates, person, Month(2026, 10))["skill"].amount
    Decimal('150')
    """
    rates = tuple(rates)
    reached = {
        "skill": skill_reached(person, month),
        "seniority": seniority_reached(rates, person, month),
        "education": (person.education_rank, ""),
    }
    probation = is_in_probation(month, person.trial_end)
    return {
        kind: _highest(rates, kind, value, basis, probation)
        for kind, (value, basis) in reached.items()
    }


def is_eligible(
    paid_to: Mapping[str, frozenset[int]], element: str, staffing: int | None
) -> bool:
    """Whether a pay element is paid to people of this staffing type (人员身份).

    :param paid_to: staffing types by element; one that is missing is paid to everybody
    :param staffing: the person's staffing type, None when it is not known

    >>> is_eligible({"education": frozenset({1, 2})}, "education", 3)
    False
    >>> is_eligible({"education": frozenset({1, 2})}, "skill", 3)
    True
    """
    types = paid_to.get(element)
    return types is None or staffing in types


def skill_reached(person: Person, month: Month) -> tuple[int | None, str]:
    """Rank and number of the certificate that counts in the month.

    Issued before the month's first day and verified by its last day (D18); the
    highest one only: 以最高等级为准,不累计、不叠加.
    """
    counting = [c for c in _verified(person, month) if c.issued < month.first]
    best = max(counting, key=lambda c: c.rank, default=None)
    return (best.rank, best.number) if best else (None, "")


def seniority_reached(
    rates: Iterable[Rate], person: Person, month: Month
) -> tuple[int | None, str]:
    """Highest tier of full years reached before the month's first day (D19).

    Years count from the later of entry and the earliest verified certificate: 取得
    等级证书连续工作满N年以上.
    """
    verified = _verified(person, month)
    if not verified:
        return None, ""
    base = max(person.entry, min(c.issued for c in verified))
    tiers = [
        rate.threshold
        for rate in rates
        if rate.kind == "seniority" and anniversary(base, rate.threshold) < month.first
    ]
    return max(tiers, default=None), base.isoformat()


def _verified(person: Person, month: Month) -> list[Certificate]:
    return [c for c in person.certificates if c.verified and c.verified <= month.last]


def _highest(
    rates: tuple[Rate, ...], kind: str, value: int | None, basis: str, probation: bool
) -> Allowance:
    """The table line with the highest threshold that `value` reaches."""
    if value is None:
        return Allowance()
    lines = [r for r in rates if r.kind == kind and r.threshold <= value]
    if not lines:
        return Allowance()
    line = max(lines, key=lambda r: r.threshold)
    if probation and not line.in_probation:
        return Allowance()
    return Allowance(line.amount, line.source, basis)
