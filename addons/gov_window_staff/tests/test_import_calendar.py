"""工作日历.xlsx: whole years, replaced only when that is allowed."""

from odoo.tests import tagged

from ..exceptions import ImportRefused
from .common import HR_OFFICER, WindowStaffCommon, problem_line

MODEL = "gov.import.calendar"
FILE = "工作日历.xlsx"


def row(day, kind="放假", name="元旦", statutory=None):
    return {"日期": day, "类型": kind, "名称": name, "法定": statutory}


@tagged("post_install", "-at_install")
class TestImportCalendar(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.officer = cls.new_user("officer", HR_OFFICER, lang="zh_CN")

    def test_a_file_may_hold_two_years(self):
        found = self.import_rows(
            MODEL,
            row("2027-01-01", statutory="是"),
            row("2027-01-02", "上班", "调休上班"),
            row("2028-01-01"),
            user=self.officer,
        )

        self.assertRecordValues(
            found.records.sorted("year"),
            [
                {"year": 2027, "off_count": 1, "exchange_count": 1},
                {"year": 2028, "off_count": 1, "exchange_count": 0},
            ],
        )
        self.assertTrue(found.records[0].day_ids[0].is_statutory)

    def test_number_of_statutory_days_is_compared(self):
        found = self.import_rows(MODEL, row("2027-01-01", statutory="是"))

        self.assertEqual(
            found.warnings, [f"{FILE}：2027 年有 1 天法定节假日，应为 13 天，请核对"]
        )

    def test_entered_year_is_refused_with_the_way_out(self):
        reason = (
            "2026 年已录入。如要用本文件整年替换，请在“配置 › 工作日历”中打开该年，"
            "点“允许替换”后重新导入"
        )
        self.assert_refused(
            MODEL,
            [row("2027-01-01"), row("2026-01-01"), row("2026-01-02")],
            problem_line(FILE, 3, "日期", reason, "2026-01-01"),
        )
        self.assertFalse(
            self.env["gov.calendar.year"].search([("year", "=", 2027)]),
            "nothing of a refused file is kept",
        )

    def test_allowed_year_is_replaced_as_a_whole_and_once(self):
        year = self.env["gov.calendar.year"].search([("year", "=", 2026)])
        year.with_user(self.officer).action_allow_replacement()

        self.import_rows(MODEL, row("2026-01-01"), user=self.officer)

        self.assertEqual(year.day_ids.mapped("name"), ["元旦"])
        self.assertFalse(year.is_replaceable)
        with self.assertRaises(ImportRefused):
            self.import_rows(MODEL, row("2026-01-01"))

    def test_replaced_year_keeps_its_copies_in_time_off(self):
        year = self.env["gov.calendar.year"].search([("year", "=", 2026)])
        year.action_copy_leaves()
        year.action_allow_replacement()

        self.import_rows(MODEL, row("2026-01-01"))

        self.assertEqual(year.leave_ids.mapped("name"), ["元旦"])

    def test_wrong_cells_are_named(self):
        self.assert_refused(
            MODEL,
            [
                row("2027-02-30"),
                row("2027-01-03", "休息"),
                row("2027-01-04", name=None),
            ],
            problem_line(FILE, 2, "日期", "该日期不存在", "2027-02-30"),
            problem_line(FILE, 3, "类型", "无法识别，应为：放假 上班", "休息"),
            problem_line(FILE, 4, "名称", "该单元格不能为空"),
        )

    def test_a_day_that_stands_twice_is_refused(self):
        self.assert_refused(
            MODEL,
            [row("2027-01-01"), row("2027-01-01")],
            problem_line(FILE, 3, "日期", "重复出现，首次出现在第 2 行", "2027-01-01"),
        )

    def test_year_far_away_is_refused(self):
        reason = "年份应在 2000 至 2100 之间"
        self.assert_refused(
            MODEL,
            [row("1999-01-01")],
            problem_line(FILE, 2, "日期", reason, "1999-01-01"),
        )

    def test_worked_day_is_not_statutory(self):
        self.assert_refused(
            MODEL,
            [row("2027-01-02", "上班", "调休上班", "是")],
            problem_line(FILE, 2, "法定", "上班的日期不能是法定节假日", "是"),
        )

    def test_working_day_that_is_worked_anyway_is_a_warning(self):
        found = self.import_rows(MODEL, row("2027-01-04", "上班", "调休上班"))

        reason = "周一至周五本来就是工作日，请核对"
        self.assertIn(problem_line(FILE, 2, "类型", reason, "上班"), found.warnings)
