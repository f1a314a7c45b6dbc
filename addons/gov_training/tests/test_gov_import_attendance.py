"""签到名单.xlsx is imported into a session that is being held."""

import io

import openpyxl

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import file_open

from odoo.addons.gov_window_staff.exceptions import ImportRefused

from .common import TrainingCommon


@tagged("post_install", "-at_install")
class TestImportAttendance(TrainingCommon):
    def setUp(self):
        super().setUp()
        self.held = self.new_session("ongoing", [self.ann, self.bob])

    def import_rows(self, *rows, session=None, user=None):
        book = openpyxl.Workbook()
        book.active.append(["工号", "到场(是/否)", "事由"])
        for row in rows:
            book.active.append(row)
        content = io.BytesIO()
        book.save(content)
        importer = (
            self.env["gov.import.attendance"]
            .with_user(user or self.officer)
            .with_context(gov_training_session_id=(session or self.held).id)
        )
        return importer.import_workbook(content.getvalue())

    def state_of(self, person):
        lines = self.held.enrollment_ids
        return lines.filtered(lambda line: line.employee_id == person).state

    def test_yes_is_present_and_no_is_absent(self):
        self.import_rows(["W001", "是", None], ["W002", "否", None])

        self.assertEqual(self.state_of(self.ann), "attended")
        self.assertEqual(self.state_of(self.bob), "absent")

    def test_no_with_a_reason_is_leave(self):
        self.import_rows(["W001", "否", "病假"])

        line = self.held.enrollment_ids.filtered("reason")
        self.assertRecordValues(line, [{"state": "excused", "reason": "病假"}])

    def test_person_who_came_unannounced_is_added(self):
        _lines, warnings = self.import_rows(["W003", "是", None])

        self.assertEqual(self.state_of(self.eve), "attended")
        self.assertRegex(warnings[0], "2.*W003")

    def test_importing_twice_gives_the_same(self):
        rows = [["W001", "是", None], ["W003", "否", None]]

        self.import_rows(*rows)
        self.import_rows(*rows)

        self.assert_attendance(self.held, expected=3, attended=1, absent=1)

    def test_one_bad_row_refuses_the_whole_file(self):
        with self.assertRaisesRegex(ImportRefused, "3.*W999"):
            self.import_rows(["W001", "是", None], ["W999", "是", None])

        self.assertEqual(self.state_of(self.ann), "enrolled")

    def test_refusal_names_row_column_and_value(self):
        cases = [
            ([["W001", "也许", None]], "2.*到场.*也许"),
            ([["W001", None, None]], "2.*到场"),
            ([["W001", "是", None], ["W001", "否", None]], "3.*工号.*W001"),
        ]

        for rows, message in cases:
            with (
                self.subTest(rows=rows),
                self.assertRaisesRegex(ImportRefused, message),
            ):
                self.import_rows(*rows)

    def test_session_that_is_not_held_takes_no_list(self):
        planned = self.new_session("planned", [self.eve])

        # the importer speaks Chinese where that language is installed
        with self.assertRaisesRegex(UserError, "In Session|进行中"):
            self.import_rows(["W003", "是", None], session=planned)

    def test_list_needs_a_session(self):
        with self.assertRaisesRegex(UserError, "Open the session|请打开相应班次"):
            self.env["gov.import.attendance"].load(
                ["staff_no", "present"], [["W001", "是"]]
            )

    def test_import_screen_takes_the_same_way(self):
        importer = self.env["gov.import.attendance"].with_context(
            gov_training_session_id=self.held.id
        )

        result = importer.load(["staff_no", "present"], [["W001", "是"]])

        self.assertFalse(result["messages"])
        self.assertEqual(self.state_of(self.ann), "attended")

    def test_template_has_the_columns_of_the_importer(self):
        importer = self.env["gov.import.attendance"]
        path = importer.get_import_templates()[0]["template"]

        with file_open(path.lstrip("/"), "rb") as template:
            sheet = openpyxl.load_workbook(template).active

        self.assertEqual(
            [cell.value for cell in sheet[1]],
            [column.header for column in importer._sheet.columns],
        )
