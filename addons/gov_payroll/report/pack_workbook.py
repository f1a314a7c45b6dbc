"""工资发放表.xlsx of the finance pack: what a bookkeeper checks and people sign.

Written row by row (constant memory). Every sum is a formula with its value stored, so
that it shows in programs that do not calculate, and can be followed in those that do.
"""

import io
from datetime import datetime, time
from decimal import Decimal

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from odoo.addons.gov_window_staff.tools.structure_workbook import sheet_name

from ..rules.pay_sheet import INFO, SUM, Block, parts_of

FONT = "宋体"
MONEY = "#,##0.00"
PAPER_A4, PAPER_A3 = 9, 8
# texts come from people: never let one become a formula or a link
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}
# (key, title, width) of the texts before and after the amounts
LEFT = (
    ("staff_no", "工号", 11),
    ("name", "姓名", 10),
    ("identity", "身份证号", 20),
    ("site", "单位/窗口", 24),
    ("staffing", "用工形式", 11),
    ("skill", "技能等级", 11),
)
RIGHT = (
    ("payer", "付款单位", 16),
    ("funding", "经费来源", 12),
    ("bank", "开户行", 16),
    ("card", "银行卡号", 22),
    ("signed", "签字", 10),
    ("note", "备注", 14),
)
SHORT_LEFT = (LEFT[0], LEFT[1], LEFT[3], LEFT[4])


class PackBook:
    """One workbook being written."""

    def __init__(self, title, period_end, signatures):
        self.content = io.BytesIO()
        self.book = xlsxwriter.Workbook(self.content, OPTIONS)
        # the same data give the same bytes
        created = datetime.combine(period_end, time.min)
        self.book.set_properties({"title": title, "created": created})
        self.title, self.signatures = title, signatures
        self.names = set()
        self.formats = _formats(self.book)

    def close(self):
        """The bytes of the finished workbook."""
        self.book.close()
        return self.content.getvalue()

    def add_sheet(self, name, widths, title=None, frozen=3, paper=PAPER_A4):
        """A sheet with frozen header, print set-up and the title on each page."""
        name = sheet_name(name, self.names)
        self.names.add(name.lower())
        sheet = self.book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(paper)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.9, bottom=0.7)
        sheet.repeat_rows(0)
        sheet.freeze_panes(1, frozen)
        head = (title or self.title).replace("&", "&&")
        sheet.set_header(f'&C&"{FONT},Bold"&16{head}')
        sheet.set_footer("&C第 &P 页 / 共 &N 页")
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_row(0, 28)
        return sheet

    def table(self, name, columns, blocks, **options):
        """A sheet of people with their amounts; see `Table`."""
        return Table(self, columns, **options).draw(name, blocks)

    def listing(self, name, header, rows, widths):
        """A plain list; Decimals are written as amounts, all else as text."""
        sheet = self.add_sheet(name, widths, frozen=0)
        sheet.write_row(0, 0, header, self.formats["head"])
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                self.put(sheet, number, column, value)
        return sheet

    def put(self, sheet, row, column, value, style=None):
        """One cell by the kind of its value."""
        if isinstance(value, Decimal):
            style = style or self.formats["money"]
            sheet.write_number(row, column, float(value), style)
        elif isinstance(value, int):
            sheet.write_number(row, column, value, style or self.formats["number"])
        else:
            sheet.write_string(row, column, value, style or self.formats["text"])


class Table:
    """Writes blocks of people: rows, subtotals, total, 大写, signatures."""

    def __init__(self, pack, columns, left=LEFT, right=RIGHT, has_subtotals=False):
        self.pack, self.columns = pack, columns
        self.left, self.right = left, right
        self.has_subtotals = has_subtotals
        self.first = len(left) + 1  # 序号 stands before them
        self.last = self.first + len(columns) + len(right) - 1
        self.place = {c.key: self.first + n for n, c in enumerate(columns)}
        self.formulas = {c.key: self._formula(c.key) for c in columns if c.role == SUM}

    def draw(self, name, blocks):
        """The sheet; returns {key: A1 name of its total}."""
        widths = [6, *(w for _k, _t, w in self.left)]
        widths += [12] * len(self.columns) + [w for _k, _t, w in self.right]
        paper = PAPER_A3 if len(widths) > 16 else PAPER_A4
        self.sheet = self.pack.add_sheet(name, widths, paper=paper)
        titles = [t for _k, t, _w in self.left] + [c.title for c in self.columns]
        titles += [t for _k, t, _w in self.right]
        self.sheet.write_row(0, 0, ["序号", *titles], self.pack.formats["head"])
        row = number = 1
        for block in blocks:
            row, number = self._block(block, row, number)
        everybody = Block("合计", tuple(r for block in blocks for r in block.rows))
        self._sums(everybody, row, 1, "total")
        self._capital(everybody, row + 1)
        self._signatures(row + 2)
        # in words: a quote inside a sheet's name is doubled by Excel
        quoted = self.sheet.get_name().replace("'", "''")
        return {
            key: f"'{quoted}'!{xl_rowcol_to_cell(row, column)}"
            for key, column in self.place.items()
        }

    def _block(self, block, row, number):
        start = row
        for person in block.rows:
            self._person(person, row, number)
            row, number = row + 1, number + 1
        if self.has_subtotals:
            self._sums(block, row, start, "subtotal")
            row += 1
        return row, number

    def _person(self, person, row, number):
        sheet, formats = self.sheet, self.pack.formats
        sheet.write_number(row, 0, number, formats["number"])
        for column, (key, _title, _width) in enumerate(self.left, start=1):
            sheet.write_string(row, column, person.texts[key], formats["text"])
        for column in self.columns:
            self._amount(person, row, column)
        start = self.first + len(self.columns)
        for column, (key, _title, _width) in enumerate(self.right, start=start):
            sheet.write_string(row, column, person.texts[key], formats["text"])

    def _amount(self, person, row, column):
        value = float(person.amounts.get(column.key, 0))
        style, at = self.pack.formats["money"], self.place[column.key]
        if column.role == SUM:
            formula = self.formulas[column.key].replace("#", str(row + 1))
            self.sheet.write_formula(row, at, formula, style, value)
        else:
            self.sheet.write_number(row, at, value, style)

    def _formula(self, key):
        """=SUM(F#:N#)-SUM(O#:P#): neighbours of one sign as a range, # the row."""
        ranges = []  # [first column, last column, sign]
        for part, sign in parts_of(self.columns, key):
            at = self.place[part]
            if ranges and ranges[-1][1] == at - 1 and ranges[-1][2] == sign:
                ranges[-1][1] = at
            else:
                ranges.append([at, at, sign])
        texts = [
            f"{'+' if sign > 0 else '-'}"
            f"SUM({xl_col_to_name(start)}#:{xl_col_to_name(end)}#)"
            for start, end, sign in ranges
        ]
        return "=" + "".join(texts).removeprefix("+")

    def _sums(self, block, row, start, style):
        """A row of sums; SUBTOTAL leaves out the subtotals among the rows."""
        title = block.title if style == "total" else f"{block.title} 小计"
        title += f"（{len(block.rows)} 人）"
        label = self.pack.formats["label"]
        self.sheet.merge_range(row, 0, row, self.first - 1, title, label)
        for column in self.columns:
            at = self.place[column.key]
            name = xl_col_to_name(at)
            formula = f"=SUBTOTAL(9,{name}{start + 1}:{name}{max(row, start + 1)})"
            value = float(block.total(column.key))
            form = self.pack.formats[style]
            if column.role == INFO:
                self.sheet.write_blank(row, at, None, form)
            else:
                self.sheet.write_formula(row, at, formula, form, value)
        for at in range(self.first + len(self.columns), self.last + 1):
            self.sheet.write_blank(row, at, None, label)

    def _capital(self, block, row):
        formats = self.pack.formats
        self.sheet.set_row(row, 22)
        words = f"应发 {block.capital('GROSS')}    实发 {block.capital('NET')}"
        self.sheet.merge_range(
            row, 0, row, self.first - 1, "合计(大写)", formats["label"]
        )
        self.sheet.merge_range(
            row, self.first, row, self.last, words, formats["capital"]
        )

    def _signatures(self, row):
        self.sheet.set_row(row, 36)
        signatures = list(self.pack.signatures.items())
        step = max((self.last + 1) // len(signatures), 2)
        for number, (label, name) in enumerate(signatures):
            start = number * step
            end = self.last if number == len(signatures) - 1 else start + step - 1
            self.sheet.merge_range(
                row, start, row, end, f"{label}：{name}", self.pack.formats["sign"]
            )


def _formats(book):
    base = {"font_name": FONT, "font_size": 10, "valign": "vcenter", "border": 1}
    money = {**base, "num_format": MONEY}
    bold = {"bold": True}
    head = {**base, **bold, "align": "center", "bg_color": "#E7EDF5", "text_wrap": True}
    sign = {"font_name": FONT, "font_size": 11, "valign": "vcenter"}
    return {
        "head": book.add_format(head),
        "text": book.add_format({**base, "num_format": "@"}),
        "number": book.add_format({**base, "align": "center"}),
        "money": book.add_format(money),
        "label": book.add_format({**base, **bold, "align": "center"}),
        "subtotal": book.add_format({**money, **bold, "bg_color": "#F5F5F5"}),
        "total": book.add_format({**money, **bold}),
        "capital": book.add_format({**base, **bold}),
        "sign": book.add_format(sign),
    }
