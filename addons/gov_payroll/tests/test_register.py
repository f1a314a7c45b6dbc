"""工资发放表.xlsx read back with openpyxl."""

from io import BytesIO

from openpyxl import load_workbook

from odoo.exceptions import AccessError, UserError
from odoo.tests import HttpCase, tagged

from odoo.addons.gov_assessment.tests.common import OCTOBER

from .common import PayrollCommon

HEADER = [
    "序号",
    "工号",
    "姓名",
    "机构",
    "用工形式",
    "基本工资",
    "技能补贴",
    "年限补贴",
    "学历补贴",
    "考核奖励",
    "应发合计",
]


class RegisterCommon(PayrollCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.last = cls.new_person(staff_no="Z9", wage=2999.99, education="bachelor")
        cls.first = cls.new_person(staff_no="0012", wage=3000.01, name="=1+1")
        cls.middle = cls.new_person(staff_no="A10")
        cls.before = cls.new_person(staff_no="A1")
        cls.new_certificate(cls.first, 2)
        cls.run_ = cls.computed_run()

    @classmethod
    def sheet(cls, run=None, values=False):
        content = (run or cls.run_).gov_register_xlsx()
        return load_workbook(BytesIO(content), data_only=values).active

    def cells(self, row, values=False):
        return [cell.value for cell in self.sheet(values=values)[row]]


class TestRegister(RegisterCommon):
    def test_header_stands_in_row_one(self):
        self.assertEqual(self.cells(1), HEADER)

    def test_rows_stand_in_plain_string_order_of_the_number(self):
        numbers = [cell.value for cell in self.sheet()["B"][1:5]]

        self.assertEqual(numbers, ["0012", "A1", "A10", "Z9"])

    def test_a_row_holds_text_numbers_and_its_sum(self):
        stored = self.cells(2, values=True)

        self.assertEqual(
            stored,
            [
                1,
                "0012",
                "=1+1",
                self.town.name,
                self.staffing.name,
                3000.01,
                150,
                50,
                0,
                300,
                3500.01,
            ],
        )
        self.assertEqual(self.cells(2)[-1], "=SUM(F2:J2)")

    def test_a_name_that_looks_like_a_formula_stays_text(self):
        cell = self.sheet()["C2"]

        self.assertEqual((cell.value, cell.data_type), ("=1+1", "s"))

    def test_the_staff_number_is_text(self):
        cell = self.sheet()["B2"]

        self.assertEqual((cell.data_type, cell.number_format), ("s", "@"))

    def test_the_total_row_adds_up_each_column(self):
        formulas, stored = self.cells(6), self.cells(6, values=True)

        self.assertEqual(formulas[0], "合计")
        self.assertFalse(any(formulas[1:5]))
        self.assertEqual(formulas[5], "=SUM(F2:F5)")
        self.assertEqual(formulas[10], "=SUM(K2:K5)")
        self.assertEqual(stored[5:], [12000, 150, 50, 100, 1200, 13500])
        self.assertEqual(stored[10], self.run_.gov_gross)

    def test_the_total_stands_in_capital_characters(self):
        row = self.cells(7)

        self.assertEqual(
            (row[0], row[1], row[5]), ("合计(大写)", None, "人民币壹万叁仟伍佰元整")
        )

    def test_the_last_row_is_for_the_signatures(self):
        row = [value for value in self.cells(8) if value]

        self.assertEqual(row, [f"制表：{self.officer.name}", "复核：", "审批："])
        self.assertIsNone(self.cells(8)[1])
        self.assertEqual(self.sheet().max_row, 8)

    def test_the_approver_signs_the_approved_register(self):
        self.approve_run(self.run_)

        row = [value for value in self.cells(8) if value]

        self.assertEqual(row[2], f"审批：{self.leader.name}")

    def test_it_prints_on_a4_landscape_one_page_wide(self):
        sheet = self.sheet()

        page = sheet.page_setup
        self.assertEqual((str(page.paperSize), page.orientation), ("9", "landscape"))
        self.assertTrue(sheet.sheet_properties.pageSetUpPr.fitToPage)
        self.assertEqual((page.fitToWidth or 1, page.fitToHeight), (1, 0))
        self.assertEqual(sheet.print_title_rows, "$1:$1")
        self.assertEqual(sheet.freeze_panes, "D2")

    def test_page_header_and_footer_name_month_site_and_page(self):
        sheet = self.sheet()

        title = f"工资发放表 2026年10月 {self.county.name}(待审批)"
        self.assertEqual(sheet.oddHeader.center.text, title)
        self.assertIn("&P", sheet.oddFooter.center.text)
        self.assertIn("&N", sheet.oddFooter.center.text)

    def test_the_title_of_an_approved_run_is_final(self):
        self.approve_run(self.run_)

        title = self.sheet().oddHeader.center.text
        self.assertEqual(title, f"工资发放表 2026年10月 {self.county.name}")

    def test_every_cell_of_the_table_has_a_border(self):
        sheet = self.sheet()
        # of a merged range only the first cell is asked: openpyxl empties the others
        areas = ("A1:K5", "A6:A7", "F6:K6", "F7:F7")
        for cell in (cell for area in areas for row in sheet[area] for cell in row):
            with self.subTest(cell=cell.coordinate):
                self.assertEqual(cell.border.top.style, "thin")

    def test_the_same_data_give_the_same_bytes(self):
        self.assertEqual(self.run_.gov_register_xlsx(), self.run_.gov_register_xlsx())

    def test_an_earning_added_by_the_county_gets_its_own_column(self):
        rule = self.env["hr.salary.rule"].create(
            {
                "name": "伙食补贴",
                "code": "HEAT",
                "sequence": 60,
                "amount_select": "fix",
                "amount_fix": 120,
                "category_id": self.env.ref("gov_payroll.category_allowance").id,
                "company_id": False,
            }
        )
        self.env.ref("gov_payroll.structure_window_staff").rule_ids |= rule
        self.run_.action_gov_compute()

        self.assertEqual(self.cells(1), [*HEADER[:-1], "伙食补贴", "应发合计"])
        self.assertEqual(self.cells(2)[-1], "=SUM(F2:K2)")
        self.assertEqual(self.cells(2, values=True)[-1], 3620.01)

    def test_a_register_that_does_not_add_up_is_refused(self):
        line = self.run_.slip_ids.line_ids.filtered(lambda line: line.code == "GROSS")[
            0
        ]
        self.env.cr.execute(
            "UPDATE hr_payslip_line SET total = total + 0.01 WHERE id = %s", [line.id]
        )
        self.env.invalidate_all()

        with self.assertRaises(UserError):
            self.run_.gov_register_rows()

    def test_a_draft_run_has_no_register(self):
        run = self.new_run(OCTOBER.next())

        with self.assertRaises(UserError):
            run.gov_register_rows()

    def test_its_file_is_named_after_the_month(self):
        self.assertEqual(self.run_.gov_register_file_name(), "工资发放表_2026-10")

    def test_finance_writes_the_same_register(self):
        theirs = self.run_.with_user(self.finance)

        self.assertEqual(theirs.gov_register_xlsx(), self.run_.gov_register_xlsx())

    def test_a_site_officer_writes_none(self):
        with self.assertRaises(AccessError):
            self.run_.with_user(self.site_officer).gov_register_xlsx()


@tagged("post_install", "-at_install")
class TestDownload(HttpCase, RegisterCommon):
    def test_finance_downloads_it(self):
        self.authenticate(self.finance.login, self.finance.login)

        response = self.url_open(f"/report/xlsx/gov_payroll.register/{self.run_.id}")

        sheet = load_workbook(BytesIO(response.content)).active
        self.assertEqual(sheet["A1"].value, "序号")
