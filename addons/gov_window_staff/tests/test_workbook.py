"""What counts as a workbook."""

import io
import zipfile

import openpyxl

from odoo.tests import BaseCase

from ..rules.cells import CellProblem
from ..tools import workbook
from ..tools.workbook import read_first_sheet
from .common import xlsx

OLE_HEAD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class TestWorkbook(BaseCase):
    def assert_refused(self, content, code):
        with self.assertRaises(CellProblem) as problem:
            read_first_sheet(content)
        self.assertEqual(problem.exception.code, code)

    def test_rows_of_the_first_sheet_are_numbered_as_excel_does(self):
        content = xlsx(["工号"], [["W1"], [None], ["W2"]], more_sheets=["填写说明"])

        rows = read_first_sheet(content)

        self.assertEqual(rows, [(1, ("工号",)), (2, ("W1",)), (4, ("W2",))])

    def test_first_sheet_is_read_also_when_another_one_is_open(self):
        book = openpyxl.Workbook()
        book.active.append(["工号"])
        book.create_sheet("别的").append(["机构编码"])
        book.active = 1
        content = io.BytesIO()
        book.save(content)

        self.assertEqual(read_first_sheet(content.getvalue()), [(1, ("工号",))])

    def test_formula_without_a_stored_value_is_blank_not_its_text(self):
        rows = read_first_sheet(xlsx(["数量"], [["=1+1"]]))

        self.assertEqual(rows, [(1, ("数量",))])

    def test_old_xls_is_named_so(self):
        self.assert_refused(OLE_HEAD + bytes(512), "old_xls")

    def test_text_and_nothing_are_no_workbook(self):
        for content in (b"", "工号,姓名\nW1,张三".encode(), b"<html></html>"):
            with self.subTest(content=content):
                self.assert_refused(content, "not_xlsx")

    def test_cut_off_workbook_is_refused(self):
        content = xlsx(["工号"], [["W1"]] * 100)

        for size in (len(content) // 2, len(content) - 30):
            with self.subTest(size=size):
                self.assert_refused(content[:size], "not_xlsx")

    def test_workbook_with_a_damaged_part_is_refused(self):
        content = bytearray(xlsx(["工号"], [["W1"]]))
        place = content.index(b"xl/workbook.xml") + len("xl/workbook.xml")
        content[place + 10 : place + 60] = bytes(50)

        self.assert_refused(bytes(content), "broken_xlsx")

    def test_zip_of_something_else_is_refused(self):
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w") as archive:
            archive.writestr("readme.txt", "hello")

        self.assert_refused(content.getvalue(), "broken_xlsx")

    def test_archive_that_unpacks_to_too_much_is_not_opened(self):
        limit = len(xlsx(["工号"], []))  # what it unpacks to is more than this
        self.patch(workbook, "MAX_UNPACKED", limit)

        self.assert_refused(xlsx(["工号"], [["W1"]]), "too_big_xlsx")
