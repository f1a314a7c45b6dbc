"""好差评.xlsx: one row, one review, found by its number."""

from datetime import date, datetime

from odoo.exceptions import AccessError
from odoo.tests import tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

from .common import AssessmentCommon

MODEL = "gov.import.review"


@tagged("post_install", "-at_install")
class TestImportReview(AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.new_person("W001")

    def row(self, **cells):
        return {
            "评价编号": "PJ-1",
            "办件编号": "BJ-1",
            "工号": "W001",
            "评价等级": "不满意",
            "评价时间": "2026-10-01 00:20",
            **cells,
        }

    def import_row(self, **cells):
        return self.import_rows(MODEL, self.row(**cells), user=self.officer).records

    def assert_cell_refused(self, column, value, reason):
        shown = "" if value is None else f"，值“{value}”"
        message = f"好差评.xlsx 第 2 行“{column}”列{shown}：{reason}"
        with self.subTest(column=column, value=value):
            self.assert_refused(MODEL, [self.row(**{column: value})], message)

    def test_row_becomes_a_review_in_chinese_time(self):
        review = self.import_row(核实结论="属实")

        self.assertRecordValues(
            review,
            [
                {
                    "number": "PJ-1",
                    "case_number": "BJ-1",
                    "employee_id": self.person.id,
                    "rating": "2",
                    "reviewed_at": datetime(2026, 9, 30, 16, 20),
                    "date": date(2026, 10, 1),
                    "is_default": False,
                    "verdict": "true",
                }
            ],
        )

    def test_last_minutes_of_the_month_belong_to_it(self):
        review = self.import_row(评价时间=datetime(2026, 10, 31, 23, 40))

        self.assertEqual(review.date, date(2026, 10, 31))

    def test_each_rating_and_verdict_is_known(self):
        ratings = "非常不满意 不满意 基本满意 满意 非常满意".split()
        found = [self.import_row(评价等级=word).rating for word in ratings]
        self.assertEqual(found, ["1", "2", "3", "4", "5"])

        verdicts = ["属实", "误评", "恶意", "无法联系", None]
        found = [self.import_row(核实结论=word).verdict for word in verdicts]
        self.assertEqual(found, ["true", "mistaken", "malicious", "unreachable", False])

    def test_default_review_is_marked(self):
        self.assertTrue(self.import_row(是否默认评价="是").is_default)
        self.assertFalse(self.import_row(是否默认评价="否").is_default)

    def test_importing_twice_keeps_one_review(self):
        first = self.import_row(核实结论="属实")

        second = self.import_row(核实结论="属实")

        self.assertEqual(first, second)

    def test_newer_file_brings_the_verdict(self):
        review = self.import_row()

        self.import_row(核实结论="误评")

        self.assertEqual(review.verdict, "mistaken")

    def test_same_file_again_is_no_change_of_a_locked_month(self):
        review = self.import_row(核实结论="属实")
        self.new_round("locked")

        self.assertEqual(self.import_row(核实结论="属实"), review)

    def test_file_does_not_change_a_locked_month(self):
        self.import_row(核实结论="属实")
        self.new_round("locked")

        with self.assertRaises(DocumentLocked):
            self.import_row(核实结论="误评")

    def test_unknown_person(self):
        self.assert_cell_refused(
            "工号", "W999", "找不到对应的记录，请核对，或先导入相应的表"
        )

    def test_unknown_words(self):
        ratings = "非常满意 满意 基本满意 不满意 非常不满意"
        self.assert_cell_refused("评价等级", "差", f"无法识别，应为：{ratings}")
        self.assert_cell_refused(
            "核实结论", "待查", "无法识别，应为：属实 误评 恶意 无法联系"
        )
        self.assert_cell_refused("是否默认评价", "或许", "无法识别，应为：是 否")

    def test_impossible_moment(self):
        for moment in ("2026-02-30 10:00", "2026-10-01 25:00"):
            self.assert_cell_refused("评价时间", moment, "该日期不存在")

    def test_empty_cells_that_must_be_filled(self):
        for column in ("评价编号", "工号", "评价等级", "评价时间"):
            self.assert_cell_refused(column, None, "该单元格不能为空")

    def test_review_that_stands_twice(self):
        self.assert_refused(
            MODEL,
            [self.row(), self.row(评价等级="满意")],
            "好差评.xlsx 第 3 行“评价编号”列，值“PJ-1”：重复出现，首次出现在第 2 行",
        )

    def test_only_officers_import(self):
        for user in (self.site_officer, self.leader, self.plain_user):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.import_rows(MODEL, self.row(), user=user)
