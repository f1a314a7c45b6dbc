# ruff: noqa: E501  tables of cases, one a line
"""Damaged workbooks and rows: what people, programs and attackers hand in.

Columns are read from the importer, so a new import is attacked without a word here.
"""

import io
import zipfile
from datetime import date, datetime

import openpyxl
from hypothesis import strategies as st

from odoo.addons.gov_window_staff.tests.common import identity_number

# cells that have broken importers of others, and some that have broken ours
NASTY = (
    None, "", " ", "\u3000", True, False, 0, -1, 1e308, -1e308, 10**17, 2**31, 0.1,
    "1e999999999", "-1E+99999", "NaN", "Infinity", "1_000", "１２３", "２０２６年１０月１日",
    "=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1+1", "#REF!", "#N/A",
    "王\u202e芳", "\u200b", "\ufeff", "a\u0301", "𠮷", "'; DROP TABLE hr_employee; --",
    "<script>alert(1)</script>", "%(name)s %s {0}", "x" * 32767, "王" * 5000, "../../etc",
    "2026-02-30", "0000-00-00", "9999-12-31", "20261001", "1/2/2026", date(2026, 10, 1),
    datetime(2026, 10, 1, 9, 30), date(1900, 1, 1), date(9999, 12, 31), "是", "否",
)  # fmt: skip
# only a call carries these: a workbook cannot
UNPRINTABLE = ("\x00", "王\x00芳", "\ud800", [], {"a": 1}, ["x"], float("inf"))

CELLS = st.one_of(
    st.sampled_from(NASTY),
    st.text(max_size=12).map(lambda text: "".join(filter(str.isprintable, text))),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1900, 3, 1), date(2199, 1, 1)),
)
CALL_CELLS = CELLS | st.sampled_from(UNPRINTABLE) | st.text(max_size=12)

SAMPLES = {
    "site_code": "T20",
    "parent_code": "T00",
    "through_month": 9,
    "year": 2026,
    "housing_percent": 8,
    "share_percent": 100,
    "months": 9,
    "reviewed_at": "2026-10-10 09:30",
    "rating": "满意",
    "item_code": "1.1",
    "certificate_no": "T-9",
    "phone": "13900000000",
    "citizen_phone": "13900000000",
    "am_in": "08:55",
    "pm_out": "17:35",
    "points": None,
    "level": "五级/初级工",
    "choice_a": "甲",
    "choice_b": "乙",
    "answer": "A",
    "identification": None,
}
KINDS = {"date": date(2026, 10, 9), "moment": datetime(2026, 10, 9, 9), "number": 1}
KINDS |= {"whole": 1, "text": "甲", "digits": "1"}


def sample(column, number, people):
    """A cell that the column takes, as far as its name and kind can tell."""
    person = people[number % len(people)]
    if column.name == "person_name" or column.header == "姓名":
        return person.name
    if column.name in ("staff_no", "main_no"):
        return person.gov_staff_no
    if column.header == "身份证号":  # of a registered person
        return person.identification_id
    if column.choices:
        return next(iter(column.choices))
    if column.kind == "text" and not column.required and column.name not in SAMPLES:
        return None
    if column.name == "identification" and column.header == "证件号码":
        return identity_number(900 + number)
    if column.name in ("number", "code", "name"):
        return f"甲{number}"
    if column.name == "day":
        return date(2035, 1, 1 + number)
    if column.name in SAMPLES:
        return SAMPLES[column.name]
    return KINDS[column.kind]


@st.composite
def tables(draw, sheet, people, cells=CELLS):
    """(columns, rows of cells) of which some cells are damaged, sometimes the header."""
    headers = [column.header for column in sheet.columns]
    rows = [
        [sample(column, number, people) for column in sheet.columns]
        for number in range(draw(st.integers(0, 3)))
    ]
    for row in rows:
        for place in draw(st.lists(st.integers(0, len(headers) - 1), max_size=3)):
            row[place] = draw(cells)
    if draw(st.integers(0, 9)) == 0:
        place = draw(st.integers(0, len(headers) - 1))
        headers[place] = draw(st.sampled_from([headers[0], "", None, "姓名", 7]))
    return headers, rows


def workbook(headers, rows):
    """Bytes of it; a cell that openpyxl itself refuses is left empty."""
    book = openpyxl.Workbook()
    for number, row in enumerate([headers, *rows], 1):
        for place, value in enumerate(row, 1):
            try:
                book.active.cell(number, place, value)
            except (ValueError, openpyxl.utils.exceptions.IllegalCharacterError):
                continue
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def parts_of(content):
    """{name: bytes} of the parts of a workbook."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts):
    """A workbook of these parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


FIRST, STYLES = "xl/worksheets/sheet1.xml", "xl/styles.xml"
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "'
    + b"A" * 1000
    + b'"><!ENTITY b "'
    + b"&a;" * 1000
    + b'"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
)


def _sheet(content, old, new):
    parts = parts_of(content)
    parts[FIRST] = parts[FIRST].replace(old, new, 1)
    return packed(parts)


def _with(content, name, part):
    return packed(parts_of(content) | {name: part})


def _cell(place):
    row = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return f'<row r="{row}"><c r="{place}"><v>1</v></c></row></sheetData>'.encode()


END = b"</sheetData>"
# name: what becomes of a good workbook
DAMAGES = {
    "zip bomb": lambda c: _with(c, STYLES, b"<a>" + b" " * 64 * 2**20 + b"</a>"),
    "text bomb": lambda c: _with(c, "xl/media/a.bin", bytes(150 * 2**20)),
    "many parts": lambda c: packed(
        parts_of(c) | {f"xl/{n}.bin": b"" for n in range(3000)}
    ),
    "many tags": lambda c: _sheet(c, END, b"<row>" + b"<c/>" * 9_000_000 + b"</row>" + END),
    "entities": lambda c: _sheet(c, b"<worksheet", ENTITIES + b"<worksheet"),
    "entities in strings": lambda c: _with(
        c, "xl/sharedStrings.xml", ENTITIES + b"<sst><si><t>&b;&f;</t></si></sst>"
    ),
    "last cell of all": lambda c: _sheet(c, END, _cell("XFD1048576")),
    "cell beyond the last": lambda c: _sheet(c, END, _cell("A99999999999")),
    "20,000 columns": lambda c: workbook(["x"] * 16000, [["y"] * 16000]),
    "everything merged": lambda c: _sheet(
        c, END, END + b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    ),
    "header merged": lambda c: _sheet(
        c, END, END + b'<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
    ),
    "wrong size": lambda c: _sheet(c, b"<dimension ", b'<dimension x="1" '),
    "formula": lambda c: _sheet(c, END, b'<row r="9"><c r="A9"><f>1+1</f></c></row>' + END),
    "macros": lambda c: _with(c, "xl/vbaProject.bin", b"\xd0\xcf\x11\xe0macro"),
    "link outside": lambda c: _with(
        c, "xl/externalLinks/externalLink1.xml", b"<externalLink/>"
    ),
    "no workbook part": lambda c: packed(
        {n: p for n, p in parts_of(c).items() if n != "xl/workbook.xml"}
    ),
    "no sheet": lambda c: packed({n: p for n, p in parts_of(c).items() if n != FIRST}),
    "no content types": lambda c: packed({FIRST: b"<worksheet/>"}),
    "utf-16": lambda c: _with(c, FIRST, "<worksheet/>".encode("utf-16")),
    "nul in the sheet": lambda c: _sheet(c, END, b"<row><c><v>\0</v></c></row>" + END),
    "deep": lambda c: _sheet(c, END, b"<row>" * 50000 + b"</row>" * 50000 + END),
    "half": lambda c: c[: len(c) // 2],
    "no end": lambda c: c[:-30],
    "old xls": lambda c: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + c,
    "password": lambda c: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    + "EncryptedPackage".encode("utf-16-le"),
    "locked part": lambda c: c.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"),
    "csv": lambda c: "工号,姓名\r\n1,=1+1".encode("gb18030"),
    "pdf": lambda c: b"%PDF-1.7\n%%EOF",
    "png": lambda c: b"\x89PNG\r\n\x1a\n" + bytes(99),
    "empty": lambda c: b"",
    "nothing but zeros": lambda c: bytes(2**20),
    "html": lambda c: b"<html><table><tr><td>1</td></tr></table></html>",
    "empty zip": lambda c: packed({}),
}  # fmt: skip
