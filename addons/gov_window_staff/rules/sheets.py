"""Reading a sheet: headers to columns, rows to values, problems by row and column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from . import cells
from .cells import CellProblem, clean

_READERS = {
    "text": cells.read_text,
    "digits": cells.read_digits,
    "date": cells.read_date,
    "moment": cells.read_moment,
    "number": cells.read_number,
    "whole": cells.read_whole,
}


@dataclass(frozen=True)
class Column:
    """One column of an import workbook.

    :param name: key of the value in the row, and field of the import model
    :param header: Chinese header in the file
    :param kind: text, digits, date, moment, number, whole or choice
    :param required: whether the cell must be filled
    :param optional: whether a file may come without the column; what is recorded then
        stays as it is, while an empty cell of the column clears it
    :param choices: words of a `choice` column and what they mean
    :param default: value of an empty cell
    """

    name: str
    header: str
    kind: str = "text"
    required: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    default: object = None
    optional: bool = False

    def value_of(self, raw):
        """The cell's value; `CellProblem` when it is not what the column takes."""
        if clean(raw) in cells.ERRORS:
            raise CellProblem("excel_error")
        if clean(raw) == "":
            if self.required:
                raise CellProblem("required")
            return self.default
        if self.kind == "choice":
            return cells.read_choice(raw, self.choices)
        return _READERS[self.kind](raw)


@dataclass(frozen=True)
class Problem:
    """Something wrong in a file; `row` counts as Excel does, from 1."""

    code: str
    row: int | None = None
    column: str = ""
    value: str = ""
    details: Mapping[str, object] = field(default_factory=dict)
    is_warning: bool = False


@dataclass
class Row:
    """A row that could be read: its number in the file, its raw cells, its values."""

    number: int
    raw: dict[str, object]
    values: dict[str, object]

    def has(self, name: str) -> bool:
        """Whether the file has the (optional) column at all."""
        return name in self.raw

    def problem(self, column: Column, code: str, is_warning=False, **details):
        """A problem of this row in a column, with the value the person typed."""
        shown = cells.show(self.raw.get(column.name))
        return Problem(code, self.number, column.header, shown, details, is_warning)


@dataclass(frozen=True)
class Sheet:
    """The shape of one import workbook."""

    file_name: str
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        """The column that fills `name`."""
        return next(c for c in self.columns if c.name == name)

    def read_rows(
        self, lines: Iterable[tuple[int, Sequence]]
    ) -> tuple[list[Row], list[Problem]]:
        """Read header and rows of a sheet.

        :param lines: (row number, cells), the header first
        :return: readable rows, and the problems of all others
        """
        lines = iter(lines)
        places, problems = self._places(next(lines, (1, ()))[1])
        if problems:
            return [], problems
        rows = []
        for number, raw_cells in lines:
            if any(clean(cell) for cell in raw_cells):
                raw = {n: _at(raw_cells, place) for n, place in places.items()}
                row, row_problems = self.read_row(number, raw)
                problems += row_problems
                rows += [row] if row else []
        return rows, problems

    def read_row(
        self, number: int, raw: dict[str, object]
    ) -> tuple[Row | None, list[Problem]]:
        """Read the cells of one row, given by column name."""
        row, problems = Row(number, raw, {}), []
        for column in self.columns:
            try:
                row.values[column.name] = column.value_of(raw.get(column.name))
            except CellProblem as error:
                problems.append(row.problem(column, error.code, **error.details))
        return (None, problems) if problems else (row, [])

    def _places(self, header: Sequence) -> tuple[dict[str, int], list[Problem]]:
        titles = [header_title(cell) for cell in header]
        problems = [
            Problem("missing_column", 1, column.header)
            for column in self.columns
            if column.header not in titles and not column.optional
        ]
        problems += [
            Problem("double_column", 1, column.header)
            for column in self.columns
            if titles.count(column.header) > 1
        ]
        if problems:
            return {}, problems
        present = [c for c in self.columns if c.header in titles]
        return {c.name: titles.index(c.header) for c in present}, []


def header_title(raw) -> str:
    """A header without the hint in brackets after it.

    >>> header_title("层级(县中心/分中心/镇街/村社)"), header_title(" 姓 名 ")
    ('层级', '姓名')
    """
    return "".join(clean(raw).partition("(")[0].split())


def duplicates(rows: Iterable[Row], name: str) -> list[tuple[Row, Row]]:
    """Rows whose value of `name` stood before: (later row, first row)."""
    first: dict[object, Row] = {}
    found = []
    for row in rows:
        value = row.values[name]
        if value in (None, ""):
            continue
        if value in first:
            found.append((row, first[value]))
        else:
            first[value] = row
    return found


def _at(raw_cells: Sequence, place: int):
    return raw_cells[place] if place < len(raw_cells) else None
