"""The complete pay register (工资发放表) as plain values; the workbook only draws them.

Earnings are added, deductions are printed as positive numbers in columns of their own
and subtracted; each sum says which columns it is made of, so that the workbook can
carry a formula and the stored value beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from .capital_amount import capital_amount

ZERO = Decimal(0)
ADD, SUBTRACT, SUM, INFO = "add", "subtract", "sum", "info"


@dataclass(frozen=True)
class MoneyColumn:
    """One column of amounts.

    :param key: code of the element, or a name of its own
    :param role: ADD to or SUBTRACT from the next sum of its section, SUM, or INFO
    :param carries: for a SUM, key of an earlier sum that it starts from
    """

    key: str
    title: str
    role: str
    carries: str = ""


@dataclass(frozen=True)
class SheetRow:
    """One person; `texts` by key of the text columns, `amounts` by key."""

    texts: Mapping[str, str]
    amounts: Mapping[str, Decimal]


@dataclass(frozen=True)
class Block:
    """People who stand together: a site, a level, a payer with its funding source."""

    title: str
    rows: tuple[SheetRow, ...]

    def total(self, key: str) -> Decimal:
        """Sum of one column."""
        return sum((row.amounts.get(key, ZERO) for row in self.rows), ZERO)

    def capital(self, key: str) -> str:
        """The sum in 人民币大写."""
        return capital_amount(self.total(key))


def parts_of(columns: Iterable[MoneyColumn], key: str) -> list[tuple[str, int]]:
    """What a sum is made of: [(key, 1 or -1)], from the sum before it onwards.

    >>> columns = [MoneyColumn("A", "", ADD), MoneyColumn("L", "", SUBTRACT),
    ...     MoneyColumn("G", "", SUM), MoneyColumn("T", "", SUBTRACT),
    ...     MoneyColumn("N", "", SUM, "G")]
    >>> parts_of(columns, "G"), parts_of(columns, "N")
    ([('A', 1), ('L', -1)], [('G', 1), ('T', -1)])
    """
    made_of = []
    for column in columns:
        if column.key == key:
            return ([(column.carries, 1)] if column.carries else []) + made_of
        if column.role == SUM:
            made_of = []
        elif column.role != INFO:
            made_of.append((column.key, 1 if column.role == ADD else -1))
    raise KeyError(key)


def sum_of(columns: Iterable[MoneyColumn], key: str, row: SheetRow) -> Decimal:
    """What the formula of a sum gives for one row.

    >>> columns = [MoneyColumn("A", "", ADD), MoneyColumn("L", "", SUBTRACT),
    ...     MoneyColumn("G", "", SUM)]
    >>> sum_of(columns, "G", SheetRow({}, {"A": Decimal(5), "L": Decimal(2)}))
    Decimal('3')
    """
    made_of = parts_of(columns, key)
    return sum((sign * row.amounts.get(part, ZERO) for part, sign in made_of), ZERO)


def blocks(
    rows: Iterable[SheetRow], title_of: Callable[[SheetRow], str]
) -> tuple[Block, ...]:
    """Rows by a title, in the order of the first of each.

    >>> rows = [SheetRow({"site": s}, {}) for s in "aba"]
    >>> [(b.title, len(b.rows)) for b in blocks(rows, lambda row: row.texts["site"])]
    [('a', 2), ('b', 1)]
    """
    found: dict[str, list[SheetRow]] = {}
    for row in rows:
        found.setdefault(title_of(row), []).append(row)
    return tuple(Block(title, tuple(members)) for title, members in found.items())
