"""Templates of the import screens say what the importers read."""

import io

import openpyxl

from odoo.tests import HttpCase, tagged
from odoo.tools import file_open

from ..rules.sheets import header_title
from ..tools import import_template
from .common import MODULE, WindowStaffCommon

IMPORTERS = (
    "gov.import.department",
    "gov.import.roster",
    "gov.import.certificate",
    "gov.import.unit",
    "gov.import.window",
    "gov.import.calendar",
)


@tagged("post_install", "-at_install")
class TestImportTemplates(HttpCase, WindowStaffCommon):
    def importers(self):
        for name in IMPORTERS:
            with self.subTest(importer=name):
                yield self.env[name]

    def template(self, importer):
        path = importer.get_import_templates()[0]["template"]
        with file_open(path.lstrip("/"), "rb") as content:
            return openpyxl.load_workbook(io.BytesIO(content.read()))

    def headers(self, importer):
        return [column.header for column in importer._sheet.columns]

    def test_every_importer_of_the_addon_is_looked_at(self):
        found = import_template.importers(self.env, MODULE)

        self.assertEqual({model._name for model in found}, set(IMPORTERS))

    def test_headers_of_the_template_are_the_columns(self):
        for importer in self.importers():
            first_row = [
                cell.value for cell in self.template(importer).worksheets[0][1]
            ]
            self.assertEqual(first_row, self.headers(importer))

    def test_chinese_labels_of_the_import_fields_are_the_headers(self):
        for importer in self.importers():
            fields = importer.with_context(lang="zh_CN").fields_get()
            labels = [fields[c.name]["string"] for c in importer._sheet.columns]
            self.assertEqual(labels, self.headers(importer))

    def test_headers_carry_no_hint_that_the_import_screen_would_not_know(self):
        for importer in self.importers():
            for header in self.headers(importer):
                self.assertEqual(header_title(header), header)

    def test_columns_are_formatted_as_what_they_take(self):
        formats = {"date": "yyyy-mm-dd", "number": "0.00", "whole": "0"}
        for importer in self.importers():
            sheet = self.template(importer).worksheets[0]
            styles = sheet.column_dimensions.values()
            for column, style in zip(importer._sheet.columns, styles, strict=True):
                self.assertEqual(style.number_format, formats.get(column.kind, "@"))

    def test_second_sheet_explains_each_column(self):
        for importer in self.importers():
            notes = self.template(importer)["填写说明"]
            lines = [[cell.value for cell in row] for row in notes.iter_rows(min_row=2)]
            self.assertEqual([line[0] for line in lines], self.headers(importer))
            required = [line[1] == "必填" for line in lines]
            self.assertEqual(required, [c.required for c in importer._sheet.columns])

    def test_template_without_rows_can_be_imported(self):
        for importer in self.importers():
            content = import_template.build(importer._sheet)
            records, warnings = importer.import_workbook(content)
            self.assertFalse(records)
            self.assertFalse(warnings)

    def test_shipped_files_are_what_the_builder_makes(self):
        for importer in self.importers():
            built = openpyxl.load_workbook(
                io.BytesIO(import_template.build(importer._sheet))
            )
            self.assertEqual(self.cells(self.template(importer)), self.cells(built))

    def cells(self, book):
        return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}

    def test_template_can_be_downloaded(self):
        self.authenticate("admin", "admin")
        for importer in self.importers():
            response = self.url_open(importer.get_import_templates()[0]["template"])
            self.assertEqual(response.status_code, 200)
            self.assertTrue(response.content.startswith(b"PK"))
