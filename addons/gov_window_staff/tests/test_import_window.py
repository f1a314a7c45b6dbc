"""窗口.xlsx and 派驻单位.xlsx: read as a whole, refused line by line."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from ..exceptions import ImportRefused
from .common import HR_OFFICER, SITE_OFFICER, WindowStaffCommon, problem_line

WINDOW, UNIT = "gov.import.window", "gov.import.unit"
UNKNOWN = "找不到对应的记录，请核对，或先导入相应的表"


class WindowImportCase(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.main = cls.new_person("T8001")
        cls.backup = cls.new_person("T8002")

    def row(self, **cells):
        return {"机构编码": "T20", "窗口名称": "综合窗口1号", **cells}

    def load_windows(self, *rows, **kwargs):
        return self.import_rows(WINDOW, *rows, **kwargs).records

    def assert_problems(self, rows, *problems, **kwargs):
        lines = [problem_line("窗口.xlsx", *problem) for problem in problems]
        self.assert_refused(WINDOW, rows, *lines, **kwargs)


@tagged("post_install", "-at_install")
class TestImportWindow(WindowImportCase):
    def test_every_column_is_recorded(self):
        window = self.load_windows(
            self.row(
                窗口编号="A01",
                类型="特殊",
                领域="办不成事",
                A角工号="T8001",
                B角工号="T8002",
                评价方式="二维码",
                二维码内容="https://a.example/1",
                党员先锋岗="是",
                是否开放="是",
                设备="高拍仪",
            )
        )

        self.assertRecordValues(
            window,
            [
                {
                    "department_id": self.town.id,
                    "number": "A01",
                    "kind": "special",
                    "area_id": self.env.ref("gov_window_staff.window_area_stuck").id,
                    "main_person_id": self.main.id,
                    "backup_person_id": self.backup.id,
                    "evaluator_kind": "qr",
                    "qr_content": "https://a.example/1",
                    "is_vanguard": True,
                    "is_open": True,
                    "equipment": "高拍仪",
                }
            ],
        )

    def test_empty_cells_are_a_comprehensive_open_window_without_evaluator(self):
        window = self.load_windows(self.row())

        self.assertRecordValues(
            window, [{"kind": "general", "is_open": True, "evaluator_kind": "none"}]
        )

    def test_known_window_is_updated_also_an_archived_one(self):
        window = self.new_window(self.town, "综合窗口1号", active=False)

        self.assertEqual(self.load_windows(self.row(窗口编号="A09")), window)
        self.assertEqual(window.number, "A09")

    def test_columns_that_the_file_does_not_have_stay_as_they_are(self):
        window = self.new_window(self.town, "综合窗口1号", number="A01", kind="special")

        self.load_windows(
            self.row(设备="打印机"), headers=["机构编码", "窗口名称", "设备"]
        )

        self.assertRecordValues(
            window, [{"number": "A01", "kind": "special", "equipment": "打印机"}]
        )

    def test_closed_window_gets_its_day(self):
        self.assertTrue(self.load_windows(self.row(是否开放="否")).closed_on)

    def test_second_import_changes_nothing(self):
        row = self.row(A角工号="T8001")

        self.assertEqual(self.load_windows(row), self.load_windows(row))


@tagged("post_install", "-at_install")
class TestRefusedWindows(WindowImportCase):
    def test_required_cells(self):
        self.assert_problems(
            [{"窗口编号": "A01"}],
            (2, "机构编码", "该单元格不能为空"),
            (2, "窗口名称", "该单元格不能为空"),
        )

    def test_unknown_site_area_and_people(self):
        self.assert_problems(
            [self.row(机构编码="X", 领域="天文", A角工号="X1", B角工号="X2")],
            (2, "机构编码", UNKNOWN, "X"),
            (2, "领域", UNKNOWN, "天文"),
            (2, "A角工号", UNKNOWN, "X1"),
            (2, "B角工号", UNKNOWN, "X2"),
        )

    def test_unknown_words(self):
        self.assert_problems(
            [self.row(类型="奇怪", 评价方式="电话", 党员先锋岗="对")],
            (2, "类型", "无法识别，应为：综合 部门 特殊 引导台", "奇怪"),
            (2, "评价方式", "无法识别，应为：无 评价器 二维码", "电话"),
            (2, "党员先锋岗", "无法识别，应为：是 否", "对"),
        )

    def test_same_window_twice_but_not_the_same_name_elsewhere(self):
        self.assert_problems(
            [self.row(), self.row(机构编码="T30"), self.row()],
            (4, "窗口名称", "重复出现，首次出现在第 2 行", "综合窗口1号"),
        )

    def test_people_elsewhere_gone_or_the_same(self):
        self.backup.active = False
        self.new_person("T8003", site=self.village)
        self.assert_problems(
            [
                self.row(A角工号="T8003"),
                self.row(窗口名称="乙", B角工号="T8002"),
                self.row(窗口名称="丙", A角工号="T8001", B角工号="T8001"),
            ],
            (2, "A角工号", "在东村便民服务站工作，不在本机构", "T8003"),
            (3, "B角工号", "已不在岗", "T8002"),
            (4, "B角工号", "A角和B角不能是同一人", "T8001"),
        )

    def test_good_rows_are_not_kept_beside_a_bad_one(self):
        with self.assertRaises(ImportRefused):
            self.load_windows(self.row(), self.row(窗口名称="乙", 领域="天文"))

        self.assertFalse(self.town.gov_window_ids)

    def test_who_may_import(self):
        site_officer = self.new_user("site", SITE_OFFICER, sites=self.town)
        with self.assertRaises(AccessError):
            self.load_windows(self.row(), user=site_officer)

        officer = self.new_user("officer", HR_OFFICER)
        self.assertTrue(self.load_windows(self.row(A角工号="T8001"), user=officer))


@tagged("post_install", "-at_install")
class TestImportUnit(WindowImportCase):
    def load_units(self, *rows, **kwargs):
        return self.import_rows(UNIT, *rows, **kwargs)

    def test_every_column_is_recorded(self):
        unit = self.load_units(
            {
                "单位名称": "县公安局",
                "单位类型": "部门单位",
                "统一社会信用代码": "91350100M000100Y43",
                "单位负责人": "王局长",
                "联系电话": "051782380000",
                "首席代表工号": "T8001",
                "核定派驻人数": 12,
                "进驻事项数": 32,
                "整体入驻": "是",
            }
        ).records

        self.assertRecordValues(
            unit,
            [
                {
                    "name": "县公安局",
                    "is_gov_unit": True,
                    "is_company": True,
                    "gov_unit_kind": "unit",
                    "gov_credit_code": "91350100M000100Y43",
                    "gov_leader": "王局长",
                    "phone": "051782380000",
                    "gov_chief_id": self.main.id,
                    "gov_quota": 12,
                    "gov_matter_count": 32,
                    "gov_whole_unit": True,
                }
            ],
        )

    def test_known_unit_is_updated_not_doubled(self):
        unit = self.new_unit("县公安局", gov_leader="李局长")

        again = self.load_units(
            {"单位名称": "县公安局", "核定派驻人数": 3},
            headers=["单位名称", "核定派驻人数"],
        ).records

        self.assertEqual(again, unit)
        self.assertRecordValues(unit, [{"gov_quota": 3, "gov_leader": "李局长"}])

    def test_odd_credit_code_is_a_warning_only(self):
        loaded = self.load_units(
            {"单位名称": "县公安局", "统一社会信用代码": "91350100M000100Y44"}
        )

        self.assertEqual(
            loaded.warnings,
            [
                problem_line(
                    "派驻单位.xlsx",
                    2,
                    "统一社会信用代码",
                    "未通过统一社会信用代码校验，请核对",
                    "91350100M000100Y44",
                )
            ],
        )
        self.assertTrue(loaded.records)

    def test_wrong_cells_are_told_line_by_line(self):
        problems = [
            (2, "首席代表工号", UNKNOWN, "X1"),
            (2, "核定派驻人数", "不能为负数", "-1"),
            (3, "单位名称", "重复出现，首次出现在第 2 行", "甲"),
        ]
        self.assert_refused(
            UNIT,
            [
                {"单位名称": "甲", "首席代表工号": "X1", "核定派驻人数": -1},
                {"单位名称": "甲"},
            ],
            *[problem_line("派驻单位.xlsx", *problem) for problem in problems],
        )
        self.assert_refused(
            UNIT,
            [{"单位名称": "甲", "核定派驻人数": 2.5, "单位类型": "工厂"}],
            problem_line(
                "派驻单位.xlsx",
                2,
                "单位类型",
                "无法识别，应为：部门单位 劳务派遣机构 属地政府",
                "工厂",
            ),
            problem_line("派驻单位.xlsx", 2, "核定派驻人数", "不是整数", "2.5"),
        )

    def test_who_may_import(self):
        row = {"单位名称": "县公安局"}
        site_officer = self.new_user("site", SITE_OFFICER, sites=self.town)
        with self.assertRaises(AccessError):
            self.load_units(row, user=site_officer)

        officer = self.new_user("officer", HR_OFFICER)
        self.assertTrue(self.load_units(row, user=officer).records)
