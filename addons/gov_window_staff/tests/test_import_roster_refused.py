"""花名册.xlsx: what is refused, what is only warned of."""

from datetime import date, datetime

from freezegun import freeze_time

from odoo.tests import tagged

from .common import identity_number, problem_line
from .test_import_roster import IMPORTER, ROW, RosterImportCase

UNKNOWN = "找不到对应的记录，请核对，或先导入相应的表"


class RosterProblemCase(RosterImportCase):
    def assert_problem(self, change, column, reason, value=""):
        """One person whose row differs from ROW by `change` is refused."""
        line = problem_line("花名册.xlsx", 2, column, reason, value)
        self.assert_refused(IMPORTER, [ROW | change], line)

    def assert_warning(self, change, column, reason, value=""):
        """The row is taken with one warning."""
        result = self.import_rows(IMPORTER, ROW | change)

        line = problem_line("花名册.xlsx", 2, column, reason, value)
        self.assertEqual(result.warnings, [line])
        self.assertEqual(len(result.records), 1)


@tagged("post_install", "-at_install")
class TestRefusedPeople(RosterProblemCase):
    def test_required_cells(self):
        for header in ("工号", "姓名", "机构编码", "入职日期"):
            with self.subTest(header=header):
                self.assert_problem({header: " "}, header, "该单元格不能为空")

    def test_unknown_sex(self):
        self.assert_problem({"性别": "不详"}, "性别", "无法识别，应为：男 女", "不详")

    def test_unknown_site(self):
        self.assert_problem({"机构编码": "T99"}, "机构编码", UNKNOWN, "T99")

    def test_unknown_education(self):
        self.assert_problem({"学历": "初段"}, "学历", UNKNOWN, "初段")

    def test_id_number_with_a_wrong_check_digit(self):
        number = ROW["证件号码"][:17] + ("1" if ROW["证件号码"][17] != "1" else "2")

        self.assert_problem(
            {"证件号码": number}, "证件号码", "证件号码校验位错误", number
        )

    def test_id_number_of_15_characters(self):
        number = ROW["证件号码"][:15]

        self.assert_problem(
            {"证件号码": number}, "证件号码", "不是 18 位公民身份号码", number
        )

    def test_id_number_with_an_impossible_birthday(self):
        number = "320800199002300028"

        self.assert_problem(
            {"证件号码": number}, "证件号码", "证件号码中的出生日期不存在", number
        )

    @freeze_time("2026-10-31 02:00:00")
    def test_id_number_of_somebody_not_born_yet(self):
        number = identity_number(2, date(2026, 11, 1))

        self.assert_problem(
            {"证件号码": number}, "证件号码", "证件号码中的出生日期不存在", number
        )

    def test_id_number_typed_as_a_number(self):
        self.assert_problem(
            {"证件号码": 320800199005060000},
            "证件号码",
            "Excel 已把这个长数字四舍五入，请将单元格设为文本格式后重新输入",
            "320800199005060000",
        )

    def test_bank_card_typed_as_a_number(self):
        self.assert_problem(
            {"银行卡号": 6229990000000000001},
            "银行卡号",
            "Excel 已把这个长数字四舍五入，请将单元格设为文本格式后重新输入",
            "6229990000000000000",
        )

    def test_dates_that_are_none(self):
        self.assert_problem(
            {"入职日期": "去年"},
            "入职日期",
            "不是日期，请使用 Excel 日期或 YYYY-MM-DD 格式",
            "去年",
        )
        self.assert_problem(
            {"试用期至": "2026-02-29"}, "试用期至", "该日期不存在", "2026-02-29"
        )

    def test_leave_before_entry(self):
        self.assert_problem(
            {"离职日期": "2024-02-29"},
            "离职日期",
            "早于“入职日期”（2024-03-01）",
            "2024-02-29",
        )

    def test_wages_that_are_none(self):
        for wage, reason in (
            ("三千", "不是数字"),
            (-1, "不能为负数"),
            ("3000.125", "最多保留 2 位小数"),
        ):
            with self.subTest(wage=wage):
                self.assert_problem({"基本工资": wage}, "基本工资", reason, str(wage))

    def test_failed_formula(self):
        self.assert_problem(
            {"窗口": "#REF!"}, "窗口", "该单元格公式出错，请直接填写数值", "#REF!"
        )

    def test_text_column_that_excel_turned_into_a_date(self):
        # 3-1 窗口 typed into an Excel cell becomes 1 March
        self.assert_problem(
            {"窗口": datetime(2026, 3, 1)},
            "窗口",
            "Excel 已把内容变成日期，请将单元格设为文本格式后重新输入",
            "2026-03-01",
        )

    def test_person_twice_in_the_file(self):
        line = problem_line(
            "花名册.xlsx", 3, "工号", "重复出现，首次出现在第 2 行", "R001"
        )
        self.assert_refused(IMPORTER, [ROW, ROW | {"证件号码": None}], line)

    def test_id_number_twice_in_the_file(self):
        line = problem_line(
            "花名册.xlsx", 3, "证件号码", "重复出现，首次出现在第 2 行", ROW["证件号码"]
        )
        self.assert_refused(IMPORTER, [ROW, ROW | {"工号": "R002"}], line)

    def test_id_number_of_a_person_with_another_staff_number(self):
        self.new_person("W9", identification_id=ROW["证件号码"])

        self.assert_problem({}, "证件号码", "已属于W9", ROW["证件号码"])

    def test_nothing_of_the_file_is_kept(self):
        bad = ROW | {"工号": "R002", "证件号码": None, "机构编码": "T99"}

        self.assert_refused(
            IMPORTER,
            [ROW, bad],
            problem_line("花名册.xlsx", 3, "机构编码", UNKNOWN, "T99"),
        )

        for model, domain in (
            ("hr.employee", [("gov_staff_no", "=", "R001")]),
            ("gov.window", [("name", "=", "医保窗口")]),
            ("res.bank", [("name", "=", "测试农商行")]),
        ):
            self.assertFalse(self.env[model].search(domain))

    def test_missing_columns_are_all_named(self):
        headers = [header for header in ROW if header not in ("姓名", "银行卡号")]

        self.assert_refused(
            IMPORTER,
            [ROW],
            problem_line("花名册.xlsx", 1, "姓名", "表头缺少这一列"),
            problem_line("花名册.xlsx", 1, "银行卡号", "表头缺少这一列"),
            headers=headers,
        )


@tagged("post_install", "-at_install")
class TestRefusedFiles(RosterProblemCase):
    def assert_file_refused(self, content, reason):
        with self.assertRaises(Exception) as refused:
            self.import_content(IMPORTER, content)
        self.assertEqual(str(refused.exception), f"花名册.xlsx：{reason}")

    def test_old_xls(self):
        content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)

        self.assert_file_refused(content, "是旧版 .xls 工作簿，请另存为 .xlsx 后重试")

    def test_text_under_the_name_of_a_workbook(self):
        self.assert_file_refused("工号,姓名".encode(), "不是 Excel 工作簿（.xlsx）")


@tagged("post_install", "-at_install")
class TestWarnings(RosterProblemCase):
    def test_good_row_has_none(self):
        self.assertEqual(self.import_rows(IMPORTER, ROW).warnings, [])

    def test_no_base_wage_counts_as_zero(self):
        self.assert_warning(
            {"基本工资": None}, "基本工资", "没有填写基本工资，按 0.00 元处理"
        )

    def test_phone_that_is_not_mobile(self):
        self.assert_warning(
            {"手机号": "0517-82310000"},
            "手机号",
            "不是大陆手机号，请核对",
            "0517-82310000",
        )

    def test_bank_card_that_fails_its_check(self):
        self.assert_warning(
            {"银行卡号": "6229990000000000008"},
            "银行卡号",
            "银行卡号校验不通过，请核对",
            "6229990000000000008",
        )

    def test_sex_that_the_id_number_denies(self):
        self.assert_warning(
            {"性别": "男"}, "证件号码", "与本行的性别不一致，请核对", ROW["证件号码"]
        )

    def test_unknown_political_status_is_recorded_as_other(self):
        self.assert_warning(
            {"政治面貌": "其它"},
            "政治面貌",
            "不是 GB/T 4762 规定的政治面貌，按“其他”登记",
            "其它",
        )
        person = self.env["hr.employee"].search([("gov_staff_no", "=", "R001")])
        self.assertEqual(person.gov_political_status, "99")
