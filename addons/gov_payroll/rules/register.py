"""The pay register (工资发放表) as plain values; the workbook only draws them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from .capital_amount import capital_amount

ZERO = Decimal(0)


@dataclass(frozen=True)
class RegisterRow:
    """One person: who, and the yuan of each element in the order of the columns."""

    staff_no: str
    name: str
    site: str
    staffing: str
    amounts: tuple[Decimal, ...]

    @property
    def gross(self) -> Decimal:
        """应发合计: the sum of the elements."""
        return sum(self.amounts, ZERO)


@dataclass(frozen=True)
class Register:
    """A register of one run; rows in plain string order of the staff number (工号)."""

    title: str
    period_end: date
    columns: tuple[str, ...]  # names of the elements
    rows: tuple[RegisterRow, ...] = ()
    signatures: dict[str, str] = field(default_factory=dict)  # {制表: name}

    @property
    def totals(self) -> tuple[Decimal, ...]:
        """Sum of each element."""
        if not self.rows:
            return (ZERO,) * len(self.columns)
        columns = zip(*(row.amounts for row in self.rows), strict=True)
        return tuple(sum(c, ZERO) for c in columns)

    @property
    def gross(self) -> Decimal:
        """Total of the run."""
        return sum(self.totals, ZERO)

    @property
    def capital(self) -> str:
        """The total in 人民币大写."""
        return capital_amount(self.gross)


def in_order(rows: Iterable[RegisterRow]) -> tuple[RegisterRow, ...]:
    """Rows by staff number as plain text.

    >>> rows = [RegisterRow(n, "", "", "", ()) for n in ("B2", "B10", "A1")]
    >>> [row.staff_no for row in in_order(rows)]
    ['A1', 'B10', 'B2']
    """
    return tuple(sorted(rows, key=lambda row: row.staff_no))
