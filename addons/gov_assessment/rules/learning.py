"""Which deductions ask for training (培训需求): the same item again and again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


@dataclass(frozen=True)
class Trigger:
    """Deductions under a code, so many times, ask for training on a topic.

    :param code: of a category (`"3"`), an item (`"1.4"`) or a part of one (`"1.4a"`)
    """

    code: str
    topic: int
    times: int


class Deduction(NamedTuple):
    """A confirmed deduction of a person."""

    person: int
    code: str
    day: date
    text: str


def covers(code: str, item: str) -> bool:
    """Whether a trigger's code stands for an item.

    >>> [covers(code, "1.4a") for code in ("1", "1.4", "1.4a")]
    [True, True, True]
    >>> covers("1", "11.2"), covers("1.4", "1.41"), covers("1.4a", "1.4")
    (False, False, False)
    """
    rest = item.removeprefix(code)
    return item.startswith(code) and (not rest or rest[0] == "." or rest[0].isalpha())


def trigger_for(item: str, triggers: Iterable[Trigger]) -> Trigger | None:
    """The most precise trigger of an item; None when none stands for it.

    >>> trigger_for("1.4a", [Trigger("1", 7, 2), Trigger("1.4", 8, 3)]).topic
    8
    >>> trigger_for("2.1", [Trigger("1", 7, 2)])
    """
    found = [trigger for trigger in triggers if covers(trigger.code, item)]
    return max(found, key=lambda trigger: len(trigger.code), default=None)


def repeated(
    deductions: Iterable[Deduction], triggers: Iterable[Trigger]
) -> list[tuple[Deduction, Trigger]]:
    """Deductions under an item that came as often as its trigger says.

    >>> day = date(2026, 10, 8)
    >>> twice = [Deduction(1, "3.1", day, "a"), Deduction(1, "3.1", day, "b")]
    >>> [fact.text for fact, _ in repeated(twice, [Trigger("3", 7, 2)])]
    ['a', 'b']
    >>> repeated([twice[0], Deduction(1, "3.2", day, "c")], [Trigger("3", 7, 2)])
    []
    """
    triggers = list(triggers)
    groups = defaultdict(list)
    for deduction in sorted(deductions, key=lambda d: (d.day, d.code)):
        groups[deduction.person, deduction.code].append(deduction)
    found = []
    for (_person, code), group in groups.items():
        trigger = trigger_for(code, triggers)
        if trigger and len(group) >= trigger.times:
            found += [(deduction, trigger) for deduction in group]
    return found
