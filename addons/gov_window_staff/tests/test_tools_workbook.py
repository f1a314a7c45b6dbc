"""What is read of a workbook, and what is refused before it is opened."""

import io
import zipfile

from odoo.tests import BaseCase

from ..rules.cells import CellProblem
from ..tools.workbook import read_first_sheet
from .common import xlsx

SHEET, END = "xl/worksheets/sheet1.xml", b"</sheetData>"


def changed(content, **parts):
    """The workbook with parts replaced: {sheet, styles: function of the old bytes}."""
    names = {"sheet": SHEET, "styles": "xl/styles.xml"}
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        change = {names[key]: change for key, change in parts.items()}
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change[name](part) if name in change else part)
    return result.getvalue()


class TestWorkbookLimits(BaseCase):
    def setUp(self):
        super().setUp()
        self.good = xlsx(["工号", "姓名"], [["1", "甲"], [None, None], ["3", "丙"]])

    def assert_refused(self, code, content):
        with self.assertRaises(CellProblem) as problem:
            read_first_sheet(content)
        self.assertEqual(problem.exception.code, code)

    def before_end(self, xml):
        return changed(self.good, sheet=lambda part: part.replace(END, xml + END))

    def test_filled_rows_keep_their_numbers(self):
        self.assertEqual(
            read_first_sheet(self.good),
            [(1, ("工号", "姓名")), (2, ("1", "甲")), (4, ("3", "丙"))],
        )

    def test_a_cell_in_the_last_row_costs_nothing(self):
        row = b'<row r="1048576"><c r="XFC1048576"/><c r="A1048576"><v>1</v></c></row>'

        self.assertEqual(read_first_sheet(self.before_end(row))[-1][0], 1048576)

    def test_a_row_beyond_the_last_is_damage(self):
        row = b'<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>'

        self.assert_refused("broken_xlsx", self.before_end(row))

    def test_a_sheet_merged_as_a_whole_is_read_as_it_is(self):
        merged = b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        content = changed(self.good, sheet=lambda p: p.replace(END, END + merged))

        self.assertEqual(len(read_first_sheet(content)), 3)

    def test_more_than_1000_columns(self):
        self.assert_refused("too_wide_xlsx", xlsx(["x"] * 1001, []))

    def test_what_unpacks_to_far_more_is_not_opened(self):
        content = changed(self.good, styles=lambda part: part + b" " * 32 * 2**20)

        self.assert_refused("too_big_xlsx", content)

    def test_more_tags_than_people_type(self):
        self.assert_refused(
            "too_big_xlsx", self.before_end(b"<row>" + b"<c/>" * 8_100_000 + b"</row>")
        )

    def test_entities_have_no_place(self):
        bomb = b'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
        content = changed(
            self.good,
            sheet=lambda part: part.replace(b"<worksheet", bomb + b"<worksheet"),
        )

        self.assert_refused("broken_xlsx", content)

    def test_password_and_old_format_are_told_apart(self):
        ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)

        self.assert_refused("old_xls", ole)
        self.assert_refused("locked_xlsx", ole + "EncryptedPackage".encode("utf-16-le"))
