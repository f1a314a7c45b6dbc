"""缴费基数.xlsx: all rows or none, the same day again replaces."""

import io
from datetime import date

import openpyxl

from odoo.exceptions import AccessError
from odoo.tools import file_open

from odoo.addons.gov_window_staff.exceptions import ImportRefused
from odoo.addons.gov_window_staff.tools import import_template

from .common_tax import TaxCommon

HEADER = ("工号", "起缴日期", "社保缴费基数", "公积金缴存基数", "公积金比例")


class TestImport(TaxCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.paid_person(5000, base=0)
        cls.importer = cls.env["gov.import.contribution.base"].with_user(cls.officer)

    def load(self, *rows, header=HEADER):
        book, content = openpyxl.Workbook(), io.BytesIO()
        for row in (header, *rows):
            book.active.append(row)
        book.save(content)
        return self.importer.import_workbook(content.getvalue())[0]

    def row(self, day=date(2026, 1, 1), social=5000, housing=5100, percent=None):
        return (self.person.gov_staff_no, day, social, housing, percent)

    def test_rows_become_bases(self):
        bases = self.load(self.row(), self.row(date(2026, 7, 1), 6000, 0, 8))

        self.assertRecordValues(
            bases,
            [
                {
                    "date_from": date(2026, 1, 1),
                    "social_base": 5000,
                    "housing_base": 5100,
                },
                {"date_from": date(2026, 7, 1), "social_base": 6000, "housing_base": 0},
            ],
        )
        self.assertEqual(bases[1].housing_percent, 8)

    def test_same_day_again_replaces(self):
        first = self.load(self.row())

        again = self.load(self.row(social=7000))

        self.assertEqual((again, again.social_base), (first, 7000))

    def test_unknown_number_negative_base_and_double_row_are_named(self):
        for rows, row in (
            ([("X-1", date(2026, 1, 1), 1, 1)], "row 2"),
            ([self.row(), self.row(date(2026, 2, 1), -1)], "row 3"),
            ([self.row(), self.row()], "row 3"),
        ):
            with self.subTest(row=row), self.assertRaises(ImportRefused) as refused:
                self.load(*rows)
            self.assertTrue(refused.exception.args[0])
        self.assertFalse(
            self.env["gov.contribution.base"].search(
                [("employee_id", "=", self.person.id)]
            )
        )

    def test_file_without_the_rate_keeps_the_rate(self):
        self.load(self.row(percent=8))

        base = self.load(self.row()[:4], header=HEADER[:4])

        self.assertEqual(base.housing_percent, 8)

    def test_leader_may_not_import(self):
        importer = self.importer.with_user(self.leader)

        with self.assertRaises(AccessError):
            importer.import_workbook(b"")

    def test_template_holds_the_columns(self):
        [template] = self.importer.get_import_templates()
        with file_open(template["template"].lstrip("/"), "rb") as content:
            book = openpyxl.load_workbook(io.BytesIO(content.read()))

        self.assertEqual([cell.value for cell in book.worksheets[0][1]], list(HEADER))

    def test_labels_in_chinese_are_the_headers(self):
        importer = self.importer.with_context(lang="zh_CN")
        labels = importer.fields_get()

        names = [column.name for column in importer._sheet.columns]
        self.assertEqual([labels[name]["string"] for name in names], list(HEADER))

    def test_every_importer_of_the_addon_is_looked_at(self):
        found = import_template.importers(self.env, "gov_payroll")

        self.assertIn("gov.import.contribution.base", {m._name for m in found})
