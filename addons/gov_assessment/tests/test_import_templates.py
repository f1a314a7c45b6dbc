"""The downloadable workbooks have the columns that the importers read."""

import io

import openpyxl

from odoo.tests import tagged
from odoo.tools import file_open

from odoo.addons.gov_window_staff.tools import import_template

from .common import AssessmentCommon

MODELS = ("gov.import.event", "gov.import.review", "gov.import.case")
MODELS += ("gov.import.attendance.day",)
MODELS += ("gov.import.volume",)


@tagged("post_install", "-at_install")
class TestImportTemplates(AssessmentCommon):
    def importers(self):
        for model in MODELS:
            with self.subTest(model=model):
                yield self.env[model]

    def headers(self, importer):
        return [column.header for column in importer._sheet.columns]

    def template(self, importer):
        path = importer.get_import_templates()[0]["template"]
        with file_open(path.lstrip("/"), "rb") as content:
            return openpyxl.load_workbook(io.BytesIO(content.read()))

    def cells(self, book):
        return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}

    def test_every_importer_of_the_addon_is_looked_at(self):
        found = import_template.importers(self.env, "gov_assessment")

        self.assertEqual({model._name for model in found}, set(MODELS))

    def test_only_row_of_each_template_is_the_columns(self):
        for importer in self.importers():
            rows = list(
                self.template(importer).worksheets[0].iter_rows(values_only=True)
            )
            self.assertEqual(rows, [tuple(self.headers(importer))])

    def test_shipped_files_are_what_the_builder_makes(self):
        for importer in self.importers():
            built = io.BytesIO(import_template.build(importer._sheet))
            self.assertEqual(
                self.cells(self.template(importer)),
                self.cells(openpyxl.load_workbook(built)),
            )

    def test_chinese_labels_are_the_headers(self):
        # Odoo's import screen maps a column of the file by the label of a field
        for importer in self.importers():
            labels = importer.with_context(lang="zh_CN").fields_get(
                attributes=["string"]
            )
            found = [
                labels[column.name]["string"] for column in importer._sheet.columns
            ]
            self.assertEqual(found, self.headers(importer))
