"""A list that somebody exports holds texts, never formulas of the people in it."""

import csv
import io
import json

import openpyxl

from odoo.http import Request
from odoo.tests import HttpCase, tagged

from .common import HR_OFFICER, WindowStaffCommon

FORMULAS = ("=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1+1", "\r=1+1")


@tagged("post_install", "-at_install")
class TestExportFormulas(HttpCase, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.officer = cls.new_user("officer", HR_OFFICER, lang="zh_CN")
        cls.windows = cls.env["gov.window"]
        for number, name in enumerate(FORMULAS):
            # a number of its own: some names are equal when the blanks are off
            cls.windows |= cls.new_window(name=name, number=f"A{number}")

    def export(self, kind):
        self.authenticate(self.officer.login, self.officer.login)
        data = {
            "model": "gov.window",
            "fields": [{"name": "name", "label": "=2+2", "type": "char"}],
            "ids": self.windows.ids,
            "domain": [],
            "import_compat": False,
            "params": {},
        }
        form = {"data": json.dumps(data), "csrf_token": Request.csrf_token(self)}
        response = self.url_open(f"/web/export/{kind}", data=form)
        self.assertEqual(response.status_code, 200)
        return response.content

    def test_csv_has_an_apostrophe_before_each(self):
        rows = csv.reader(io.StringIO(self.export("csv").decode(), newline=""))
        cells = [cell for row in rows for cell in row]

        self.assertEqual(len(cells), len(FORMULAS) + 1)
        for cell in cells:
            with self.subTest(cell=cell):
                self.assertTrue(cell.startswith("'"))
                self.assertFalse(cell.startswith("''"))

    def test_workbook_has_texts_only(self):
        book = openpyxl.load_workbook(io.BytesIO(self.export("xlsx")))
        cells = [cell for row in book.active.iter_rows() for cell in row]

        self.assertEqual({cell.data_type for cell in cells}, {"s"})
        self.assertEqual(cells[0].value, "=2+2")
        self.assertEqual(
            {c.value.strip() for c in cells[1:]}, {f.strip() for f in FORMULAS}
        )
