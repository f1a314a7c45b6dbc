"""Winners of an honour (评优): votes and scores in one mark, places never exceeded."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True)
class Nominee:
    """A nominee who may be honoured; `is_chosen` by a recorded decision on equals."""

    key: Hashable
    mark: Decimal
    is_chosen: bool = False


def mark(votes: int, most_votes: int, mean: Decimal, vote_percent: Decimal) -> Decimal:
    """Votes as a share of the most of anybody, and the average, by weight.

    :param mean: average of the months, on the full mark of 100
    :param vote_percent: weight of the votes, 0 to 100

    >>> mark(10, 20, Decimal(96), Decimal(50))
    Decimal('73.00')
    >>> mark(0, 0, Decimal(96), Decimal(0))
    Decimal('96.00')
    """
    share = Decimal(100) * votes / most_votes if most_votes else Decimal(0)
    weighted = share * vote_percent + mean * (100 - vote_percent)
    return (weighted / 100).quantize(HUNDREDTH, ROUND_HALF_UP)


def winners(
    nominees: Iterable[Nominee], places: int
) -> tuple[Sequence[Hashable], Sequence[Hashable]]:
    """(keys inside the places, keys of equals that the border would split).

    >>> people = [Nominee("a", Decimal(9)), Nominee("b", Decimal(8)),
    ...           Nominee("c", Decimal(8))]
    >>> winners(people, 2)
    (['a'], ['b', 'c'])
    >>> winners([*people[:2], Nominee("c", Decimal(8), is_chosen=True)], 2)
    (['a', 'c'], [])
    """
    ordered = sorted(nominees, key=lambda one: -one.mark)
    if len(ordered) <= places:
        return [one.key for one in ordered], []
    cut = ordered[places].mark
    better = [one for one in ordered if one.mark > cut]
    equal = [one for one in ordered if one.mark == cut]
    room = places - len(better)
    chosen = [one for one in equal if one.is_chosen][:room]
    tied = [one for one in equal if one not in chosen] if len(chosen) < room else []
    return [one.key for one in better + chosen], [one.key for one in tied]
