"""月度考核.xlsx as a person opens it."""

import io

import openpyxl

from odoo.tests import tagged

from .common import AssessmentCommon

HEADER = (
    "工号 姓名 机构 考勤纪律 工作作风 服务规范 审批业务 内务安全 "
    "加分 总分 名次 等次 考核奖励"
).split()


@tagged("post_install", "-at_install")
class TestMonthReport(AssessmentCommon):
    def report(self, batch, user=None):
        """The bytes of the workbook, as the button makes them."""
        reports = self.env["ir.actions.report"].with_user(user or self.officer)
        content, kind = reports._render("gov_assessment.month_report_action", batch.ids)
        self.assertEqual(kind, "xlsx")
        return content

    def sheet(self, batch):
        book = openpyxl.load_workbook(io.BytesIO(self.report(batch)))
        self.assertEqual(len(book.worksheets), 1)
        return book.worksheets[0]

    def rows(self, batch):
        return list(self.sheet(batch).iter_rows(values_only=True))

    def test_header_is_the_first_row(self):
        self.new_person()

        self.assertEqual(list(self.rows(self.new_round())[0]), HEADER)

    def test_row_holds_the_scores_as_numbers(self):
        best, _b, _c, _d = self.new_people(4)
        best.write({"name": "王一", "gov_staff_no": "A001"})
        self.new_event(best, "2.4", points=1.5)
        self.win(best, 5)

        row = self.rows(self.new_round())[1]

        self.assertEqual(
            row,
            (
                "A001",
                "王一",
                "东镇便民服务中心",
                30,
                18.5,
                20,
                15,
                15,
                5,
                103.5,
                1,
                "好",
                310.5,
            ),
        )

    def test_suspended_person_has_no_rank_and_no_reward(self):
        person = self.new_person()
        self.new_case(person)

        row = self.rows(self.new_round())[1]

        self.assertEqual(row[9:], (100, None, "暂停", 0))

    def test_grades_are_chinese_words_for_every_reader(self):
        people = self.new_people(3)
        for code in ("1.5", "2.2", "4.3"):
            self.new_event(people[2], code)

        rows = self.rows(self.new_round())

        self.assertEqual([row[11] for row in rows[1:]], ["一般", "一般", "差"])

    def test_people_stand_in_the_order_of_their_staff_numbers(self):
        for number in ("B2", "A10", "a1", "A9", "10"):
            self.new_person(number)

        rows = self.rows(self.new_round())

        self.assertEqual([row[0] for row in rows[1:]], ["10", "A10", "A9", "B2", "a1"])

    def test_texts_that_look_like_formulas_or_links_stay_texts(self):
        names = ["=1+1", "+86", "@SUM(A1)", "http://example.com", "007"]
        for name in names:
            self.new_person(name=name)

        sheet = self.sheet(self.new_round())

        cells = [row[1] for row in sheet.iter_rows(min_row=2)]
        self.assertEqual([cell.value for cell in cells], names)
        self.assertEqual({cell.data_type for cell in cells}, {"s"})
        self.assertFalse(any(cell.hyperlink for cell in cells))

    def test_page_is_a4_landscape_with_the_header_on_each_page(self):
        self.new_person()

        sheet = self.sheet(self.new_round())

        self.assertEqual(sheet.page_setup.orientation, "landscape")
        self.assertEqual(int(sheet.page_setup.paperSize), 9)
        self.assertEqual(sheet.print_title_rows, "$1:$1")
        self.assertEqual(sheet.page_setup.fitToWidth or 1, 1)
        self.assertEqual(sheet.page_setup.fitToHeight, 0)

    def test_title_of_the_month_is_the_page_header(self):
        self.new_person()

        header = self.sheet(self.new_round()).oddHeader.center.text

        self.assertIn("测试县政务服务中心 2026年10月窗口工作人员月度考核表", header)

    def test_same_month_gives_the_same_bytes(self):
        self.new_people(3)
        batch = self.new_round()

        self.assertEqual(self.report(batch), self.report(batch))

    def test_leader_prints_it_too(self):
        self.new_person()

        self.assertTrue(self.report(self.new_round(), self.leader))
