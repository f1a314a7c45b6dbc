"""How the clerks of a random county write their workbooks; all of it is valid input."""

from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from .workbooks import CASES, CERTIFICATES, COLUMNS, EVENTS, REVIEWS

HEADER_NOTES = {
    "层级": "层级(县中心/分中心/镇街/村社)",
    "学历": "学历(高中/大专/本科…)",
    "分值": " 分值(幅度条款填写)",
    "核实结论": "核实结论 (属实/误评/恶意/无法联系)",
}
OFTEN_EMPTY = (CERTIFICATES, EVENTS, REVIEWS, CASES)  # a month without cases is fine


class Style:
    """The habits of one county: order of columns and rows, notes, typed numbers."""

    def __init__(self, rng):
        self.rng = rng
        self.typed_numbers = rng.random() < 0.15  # 工号 1001, 条款 2.2 and phones
        self.notes = rng.random() < 0.4
        self.extra_column = rng.random() < 0.3
        self.blank_rows = rng.random() < 0.3
        self.shuffled_rows = rng.random() < 0.7

    def columns(self, file):
        """The columns of a file, shuffled, perhaps with one nobody asked for."""
        names = list(COLUMNS[file]) + (["备注"] if self.extra_column else [])
        self.rng.shuffle(names)
        return names

    def rows(self, rows):
        """The rows in any order, perhaps with blank ones between."""
        rows = list(rows)
        if self.shuffled_rows:
            self.rng.shuffle(rows)
        if self.blank_rows and rows:
            rows.insert(self.rng.randint(0, len(rows)), {})
        return rows

    def heading(self, name):
        """A header cell, perhaps with a note in brackets."""
        return HEADER_NOTES.get(name, name) if self.notes else name

    def cell(self, column, value, dates):
        """A value as this county types it; ``dates`` is excel, text or mixed."""
        if isinstance(value, date):
            return self.date_cell(value, dates)
        if self.typed_numbers and isinstance(value, str):
            return typed(column, value)
        return value

    def date_cell(self, value, dates):
        """An Excel date, or YYYY-MM-DD text for a date without a time."""
        as_text = dates == "text" or (dates == "mixed" and self.rng.random() < 0.5)
        return (
            value if isinstance(value, datetime) or not as_text else f"{value:%Y-%m-%d}"
        )


def typed(column, value):
    """What Excel makes of a number typed without thinking of text."""
    if column in ("工号", "手机号") and value.isdigit() and not value.startswith("0"):
        return int(value)
    if column == "条款" and value.replace(".", "").isdigit():
        return float(value)
    return value


def text_cell(sheet, value):
    """A cell that stays what it is: a text "=1+1" must not turn into a formula."""
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"
    elif isinstance(value, date):
        timed = isinstance(value, datetime)
        cell.number_format = "yyyy-mm-dd hh:mm" if timed else "yyyy-mm-dd"
    return cell


def write(folder, file, rows, style):
    """One workbook of the county."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("数据")
    names = style.columns(file)
    dates = style.rng.choice(("excel", "text", "mixed"))
    sheet.append([style.heading(name) for name in names])
    for row in style.rows(rows):
        values = (style.cell(name, row.get(name), dates) for name in names)
        sheet.append([text_cell(sheet, value) for value in values])
    book.save(Path(folder) / file)
