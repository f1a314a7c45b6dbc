"""立案.xlsx: one row, one case, found by the person and the day."""

from datetime import date

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import AssessmentCommon

MODEL = "gov.import.case"


@tagged("post_install", "-at_install")
class TestImportCase(AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.new_person("W001")

    def row(self, **cells):
        return {"工号": "W001", "立案日期": "2026-10-08", **cells}

    def import_row(self, **cells):
        return self.import_rows(MODEL, self.row(**cells), user=self.officer).records

    def assert_cell_refused(self, column, value, reason):
        shown = "" if value is None else f"，值“{value}”"
        message = f"立案.xlsx 第 2 行“{column}”列{shown}：{reason}"
        with self.subTest(column=column, value=value):
            self.assert_refused(MODEL, [self.row(**{column: value})], message)

    def test_row_becomes_an_open_case(self):
        case = self.import_row()

        self.assertRecordValues(
            case,
            [
                {
                    "employee_id": self.person.id,
                    "date_open": date(2026, 10, 8),
                    "date_close": False,
                }
            ],
        )

    def test_importing_twice_keeps_one_case(self):
        self.assertEqual(self.import_row(), self.import_row())

    def test_newer_file_closes_the_case(self):
        case = self.import_row()

        self.import_row(结案日期="2026-11-03")

        self.assertEqual(case.date_close, date(2026, 11, 3))

    def test_case_may_be_closed_on_its_first_day(self):
        case = self.import_row(结案日期="2026-10-08")

        self.assertEqual(case.date_close, case.date_open)

    def test_another_day_is_another_case(self):
        first = self.import_row(结案日期="2026-10-09")

        self.assertNotEqual(self.import_row(立案日期="2026-10-12"), first)

    def test_closed_before_it_was_opened(self):
        self.assert_cell_refused(
            "结案日期", "2026-10-07", "早于“立案日期”（2026-10-08）"
        )

    def test_unknown_person(self):
        self.assert_cell_refused(
            "工号", "W999", "找不到对应的记录，请核对，或先导入相应的表"
        )

    def test_text_that_is_no_date(self):
        self.assert_cell_refused(
            "立案日期", "上周", "不是日期，请使用 Excel 日期或 YYYY-MM-DD 格式"
        )

    def test_empty_cells_that_must_be_filled(self):
        for column in ("工号", "立案日期"):
            self.assert_cell_refused(column, None, "该单元格不能为空")

    def test_case_that_stands_twice(self):
        self.assert_refused(
            MODEL,
            [self.row(), self.row(结案日期="2026-10-20")],
            "立案.xlsx 第 3 行“立案日期”列，值“2026-10-08”："
            "重复出现，首次出现在第 2 行",
        )

    def test_only_officers_import(self):
        for user in (self.site_officer, self.leader, self.plain_user):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.import_rows(MODEL, self.row(), user=user)
