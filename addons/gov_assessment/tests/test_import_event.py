"""考核记录.xlsx: one row, one confirmed record."""

from datetime import date, datetime

from odoo.exceptions import AccessError
from odoo.tests import tagged

from odoo.addons.gov_window_staff.exceptions import ImportRefused

from .common import AssessmentCommon

MODEL = "gov.import.event"


class ImportEventCommon(AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.new_person("W001")

    def row(self, **cells):
        return {"工号": "W001", "日期": "2026-10-08", "条款": "1.1", **cells}

    def import_row(self, **cells):
        return self.import_rows(MODEL, self.row(**cells), user=self.officer).records

    def events(self):
        return self.env["gov.assessment.event"].search(
            [("employee_id", "=", self.person.id)]
        )


@tagged("post_install", "-at_install")
class TestImportEvent(ImportEventCommon):
    def test_row_becomes_a_confirmed_record(self):
        event = self.import_row(数量=2, 来源="视频监控", 事由="早退")

        self.assertRecordValues(
            event,
            [
                {
                    "employee_id": self.person.id,
                    "date": date(2026, 10, 8),
                    "item_id": self.item("1.1").id,
                    "quantity": 2,
                    "points": 5,
                    "source": "video",
                    "reason": "早退",
                    "state": "confirmed",
                }
            ],
        )

    def test_empty_cells_have_their_defaults(self):
        event = self.import_row()

        self.assertRecordValues(
            event, [{"quantity": 1, "points": 5, "source": "other", "reason": False}]
        )

    def test_item_at_discretion_takes_the_points_of_the_file(self):
        event = self.import_row(条款="4.1", 分值=3.5, 数量=2)

        self.assertEqual((event.points, event.points_total), (3.5, 7))

    def test_fixed_item_may_repeat_its_points(self):
        self.assertEqual(self.import_row(分值=5).points, 5)

    def test_code_is_read_from_a_number_cell(self):
        self.assertEqual(self.import_row(条款=2.2).item_id, self.item("2.2"))

    def test_code_is_read_in_full_width_and_upper_case(self):
        for day, code in enumerate(("１．４ａ", "1.4A", " 1.4a "), 1):
            with self.subTest(code=code):
                event = self.import_row(条款=code, 日期=f"2026-10-0{day}")
                self.assertEqual(event.item_id, self.item("1.4a"))

    def test_excel_date_is_a_date(self):
        event = self.import_row(日期=datetime(2026, 10, 31, 0, 0))

        self.assertEqual(event.date, date(2026, 10, 31))

    def test_each_source_word_is_known(self):
        words = "现场巡查 视频监控 投诉 明查暗访 媒体曝光 考勤 表彰 其他".split()

        found = {word: self.import_row(来源=word).source for word in words}

        self.assertEqual(len(set(found.values())), 8)
        self.assertEqual(found["其他"], "other")

    def test_item_is_that_of_the_text_in_force_on_the_day(self):
        later = self.new_text("2027-01-01")

        before = self.import_row(日期="2026-12-31")
        after = self.import_row(日期="2027-01-01")

        self.assertEqual(before.item_id.version_id, self.version)
        self.assertEqual(after.item_id.version_id, later)

    def test_record_from_before_the_first_text_is_kept_for_the_history(self):
        event = self.import_row(日期="2024-06-03")

        self.assertEqual(event.item_id, self.item("1.1"))

    def test_importing_twice_adds_nothing(self):
        self.import_row(数量=0.5)
        self.import_row(数量=0.5)

        self.assertEqual(len(self.events()), 1)

    def test_equal_rows_of_one_file_are_two_facts_and_stay_two(self):
        for _time in range(2):
            self.import_rows(MODEL, self.row(), self.row())

        self.assertEqual(len(self.events()), 2)

    def test_record_typed_by_hand_is_not_taken_for_an_imported_one(self):
        self.new_event(self.person, source="other")

        self.import_row()

        self.assertEqual(len(self.events()), 2)

    def test_withdrawn_record_may_be_imported_again(self):
        event = self.import_row()
        event.withdraw_reason = "Wrong"
        event.action_withdraw()

        self.import_row()

        self.assertEqual(
            sorted(self.events().mapped("state")), ["confirmed", "withdrawn"]
        )

    def test_file_does_not_change_a_confirmed_month(self):
        batch = self.new_round("confirmed")

        event = self.import_row()

        self.assertEqual(batch.state, "confirmed")
        self.assertEqual((event.count_month, event.is_late), (date(2026, 11, 1), True))

    def test_same_file_again_is_no_change_of_a_locked_month(self):
        self.import_row()
        self.new_round("locked")

        self.import_row()

        self.assertEqual(len(self.events()), 1)

    def test_only_officers_import(self):
        for user in (self.site_officer, self.leader, self.plain_user):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.import_rows(MODEL, self.row(), user=user)


@tagged("post_install", "-at_install")
class TestRefusedEvents(ImportEventCommon):
    def assert_cell_refused(self, column, value, reason, **cells):
        shown = "" if value is None else f"，值“{value}”"
        message = f"考核记录.xlsx 第 2 行“{column}”列{shown}：{reason}"
        with self.subTest(column=column, value=value):
            self.assert_refused(MODEL, [self.row(**{column: value}, **cells)], message)

    def test_unknown_person(self):
        self.assert_cell_refused(
            "工号", "W999", "找不到对应的记录，请核对，或先导入相应的表"
        )

    def test_unknown_item(self):
        for code in ("1.4", "1.9", "7.1", "迟到"):
            self.assert_cell_refused("条款", code, "当月考核细则中没有这个条款")

    def test_points_that_a_fixed_item_does_not_have(self):
        self.assert_cell_refused("分值", "4", "该条款的分值应为 5 分")

    def test_points_outside_the_range(self):
        for points in ("1", "6", "1.99", "5.01"):
            self.assert_cell_refused(
                "分值", points, "该条款的分值应为 2-5 分", 条款="4.1"
            )

    def test_item_at_discretion_without_points(self):
        self.assert_cell_refused(
            "分值", None, "该条款为酌情扣分，请填写 1-10 分", 条款="4.6a"
        )

    def test_quantity_that_is_not_positive(self):
        for quantity in ("0", "-1"):
            self.assert_cell_refused("数量", quantity, "必须大于 0")

    def test_quantity_that_is_not_a_number(self):
        self.assert_cell_refused("数量", "两次", "不是数字")

    def test_impossible_date(self):
        self.assert_cell_refused("日期", "2026-02-30", "该日期不存在")

    def test_unknown_source(self):
        words = "现场巡查 视频监控 投诉 明查暗访 媒体曝光 考勤 表彰 其他"
        self.assert_cell_refused("来源", "传闻", f"无法识别，应为：{words}")

    def test_empty_cells_that_must_be_filled(self):
        for column in ("工号", "日期", "条款"):
            self.assert_cell_refused(column, None, "该单元格不能为空")

    def test_missing_column(self):
        headers = ["工号", "日期", "数量", "分值", "来源", "事由"]

        self.assert_refused(
            MODEL,
            [self.row()],
            "考核记录.xlsx 第 1 行“条款”列：表头缺少这一列",
            headers=headers,
        )

    def test_one_bad_row_keeps_the_whole_file_out(self):
        with self.assertRaises(ImportRefused):
            self.import_rows(MODEL, self.row(), self.row(条款="9.9"))

        self.assertFalse(self.events())

    def test_import_screen_refuses_in_the_same_words(self):
        importer = self.env[MODEL].with_context(lang="zh_CN")

        result = importer.load(
            ["staff_no", "date", "item_code"], [["W001", "2026-10-08", "9.9"]]
        )

        self.assertFalse(result["ids"])
        self.assertIn("当月考核细则中没有这个条款", result["messages"][0]["message"])

    def test_import_screen_imports_mapped_columns(self):
        result = self.env[MODEL].load(
            ["item_code", "staff_no", "date"], [["1.1", "W001", "2026-10-08"]]
        )

        self.assertEqual(result["messages"], [])
        self.assertEqual(self.events().ids, result["ids"])


@tagged("post_install", "-at_install")
class TestImportedLeads(ImportEventCommon):
    def test_row_marked_as_a_lead_waits_as_a_draft(self):
        event = self.import_row(状态="线索")

        self.assertEqual((event.state, event.confirmed_by_id.ids), ("draft", []))

    def test_officer_who_imports_the_ledger_stands_for_its_rows(self):
        event = self.import_row(状态="已确认")

        self.assertEqual(
            (event.state, event.confirmed_by_id), ("confirmed", self.officer)
        )
