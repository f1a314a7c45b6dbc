"""Patrols: how many are still missing, and which measure comes next (A63, A65)."""

from __future__ import annotations


def missing(required: int, done: int) -> int:
    """Patrols of a hall that a day still lacks, never below 0.

    >>> missing(4, 3), missing(4, 6)
    (1, 0)
    """
    return max(0, required - done)


def next_measure(previous: int, measures: int) -> int | None:
    """Place of the measure for a person who was found out before.

    The measures escalate: the first finding brings the first one, each further
    finding the next, and the last one is the end of the list.

    :param previous: findings of the person in the span that the rules name
    :param measures: length of the list

    >>> [next_measure(previous, 6) for previous in (0, 1, 5, 9)]
    [0, 1, 5, 5]
    >>> next_measure(0, 0) is None
    True
    """
    if measures <= 0:
        return None
    return min(previous, measures - 1)
