"""Pay of a month against the month before (与上月比对): who changed, and why.

The reason follows from the element that changed and from what its line rests on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

ZERO = Decimal(0)

# by what the line rests on, in either month
CAUSE_OF_REASON = {
    "part_wage": "part_month",
    "part_allowance": "part_month",
    "part_reward": "part_month",
    "not_graded": "part_month",
    "paid_elsewhere": "payer",
    "ineligible": "payer",
    "probation": "probation",
}
# by the element
CAUSE_OF_CODE = {
    "BASIC": "wage",
    "SKILL": "certificate",
    "SENIORITY": "anniversary",
    "EDUCATION": "education",
    "PERF": "grade",
    "STAR": "star",
    "ANNUAL_BONUS": "bonus",
    "MEAL": "meal",
    "ARREARS": "arrears",
    "LEAVE": "leave",
    "ABSENT": "leave",
    "LOSS": "loss",
}
OTHER = "other"
MOVEMENT = "movement"
POLICY = "policy"
BY_TABLE = ("SKILL", "SENIORITY", "EDUCATION")


@dataclass(frozen=True)
class Paid:
    """An element as it was paid in one of the months.

    :param reason: what the line rests on (see `rules.pay`)
    :param basis: the fact behind it, such as the number of a certificate
    """

    amount: Decimal
    reason: str = ""
    basis: str = ""


@dataclass(frozen=True)
class Moved:
    """An element whose amount changed, and the cause."""

    code: str
    before: Decimal
    after: Decimal
    cause: str
    basis: str = ""

    @property
    def difference(self) -> Decimal:
        return self.after - self.before


def is_notable(before: Decimal, after: Decimal, percent: Decimal) -> bool:
    """Whether pay changed by more than so many per cent of the month before.

    >>> is_notable(Decimal(3000), Decimal(3300), Decimal(10))
    False
    >>> is_notable(Decimal(3000), Decimal("3300.01"), Decimal(10))
    True
    >>> is_notable(Decimal(0), Decimal(1), Decimal(10))
    True
    """
    return abs(after - before) * 100 > percent * abs(before)


def moved(
    before: Mapping[str, Paid],
    after: Mapping[str, Paid],
    has_movement: bool = False,
    is_new_policy: bool = False,
) -> list[Moved]:
    """The elements that changed, the largest difference first.

    :param has_movement: the person was moved in one of the two months
    :param is_new_policy: another version of the allowance table applies

    >>> old = {"SKILL": Paid(Decimal(100), "rate", "A1")}
    >>> new = {"SKILL": Paid(Decimal(200), "rate", "B2")}
    >>> [(m.code, m.cause, m.basis) for m in moved(old, new)]
    [('SKILL', 'certificate', 'B2')]
    """
    found = []
    for code in {**before, **after}:
        old, new = before.get(code, Paid(ZERO)), after.get(code, Paid(ZERO))
        if old.amount != new.amount:
            why = cause(code, old, new, has_movement, is_new_policy)
            basis = new.basis or old.basis
            found.append(Moved(code, old.amount, new.amount, why, basis))
    return sorted(found, key=lambda m: (-abs(m.difference), m.code))


def cause(
    code: str,
    before: Paid,
    after: Paid,
    has_movement: bool = False,
    is_new_policy: bool = False,
) -> str:
    """Why one element changed.

    >>> cause("BASIC", Paid(Decimal(3000), "wage"), Paid(Decimal(3200), "wage"), True)
    'movement'
    >>> cause("PERF", Paid(Decimal(285), "reward"), Paid(ZERO, "poor"))
    'grade'
    """
    for reason in (after.reason, before.reason):
        if reason in CAUSE_OF_REASON:
            return CAUSE_OF_REASON[reason]
    if code == "BASIC" and has_movement:
        return MOVEMENT
    same_fact = before.reason == after.reason == "rate" and before.basis == after.basis
    if code in BY_TABLE and is_new_policy and same_fact:
        return POLICY
    return CAUSE_OF_CODE.get(code, OTHER)
