"""Induction before post start (岗前培训, D36): what a person still lacks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

TRAINING, EXAM = "training", "exam"


@dataclass(frozen=True)
class Demand:
    """What a county asks for.

    :param entered_from: people who came before this day are not asked
    """

    needs_training: bool = True
    needs_exam: bool = True
    entered_from: date | None = None


@dataclass(frozen=True)
class Evidence:
    """First day on which each part was fulfilled.

    :param trained: a finished induction session was attended
    :param examined: an induction exam was passed
    :param certified: the office accepted a proof from outside, for both parts
    """

    trained: date | None = None
    examined: date | None = None
    certified: date | None = None


def lacking(
    demand: Demand, evidence: Evidence, entered: date | None, day: date
) -> tuple[str, ...]:
    """Parts that are not fulfilled on a day, in the order of the checklist.

    >>> demand = Demand(entered_from=date(2026, 1, 1))
    >>> lacking(demand, Evidence(trained=date(2026, 3, 2)), None, date(2026, 3, 2))
    ('exam',)
    >>> lacking(demand, Evidence(), date(2025, 12, 31), date(2026, 3, 2))
    ()
    >>> lacking(demand, Evidence(certified=date(2026, 3, 3)), None, date(2026, 3, 2))
    ('training', 'exam')
    """
    if demand.entered_from and entered and entered < demand.entered_from:
        return ()
    if _by(evidence.certified, day):
        return ()
    asked = (
        (TRAINING, demand.needs_training, evidence.trained),
        (EXAM, demand.needs_exam, evidence.examined),
    )
    return tuple(
        part for part, needed, since in asked if needed and not _by(since, day)
    )


def _by(since: date | None, day: date) -> bool:
    return since is not None and since <= day
