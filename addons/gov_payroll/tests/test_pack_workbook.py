"""工资发放表.xlsx of the finance pack, read back with openpyxl."""

from odoo.exceptions import UserError

from odoo.addons.gov_payroll.rules.capital_amount import capital_amount

from .common_export import CARD, ExportCommon

MAIN = "工资发放表"


class TestPackWorkbook(ExportCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.template()
        cls.village = cls.new_site("V77", "village", cls.town, name="=SUM(A1)村")
        cls.new_payee(4, name="=1+1", site=cls.village, card=False)
        cls.new_rule("WATER", "水费", "deduction", -20)
        cls.new_rule("LATE", "迟到扣", "absence", -10)
        cls.new_rule("LEVY", "单位工会费", "employer", 60)
        cls.run_ = cls.locked_run()
        cls.pack = cls.export(cls.run_)
        cls.values = cls.workbook(cls.pack, values=True)
        cls.formulas = cls.workbook(cls.pack)

    @classmethod
    def new_rule(cls, code, name, category, amount):
        """A fixed element of the county for everybody."""
        rule = cls.env["hr.salary.rule"].create(
            {
                "name": name,
                "code": code,
                "sequence": 90 if category == "absence" else 130,
                "amount_select": "fix",
                "amount_fix": amount,
                "category_id": cls.env.ref(f"gov_payroll.category_{category}").id,
                "company_id": False,
            }
        )
        cls.env.ref("gov_payroll.structure_window_staff").rule_ids |= rule

    def row(self, number, sheet=MAIN, values=True):
        """{title: value} of a row."""
        book = self.values if values else self.formulas
        titles = [cell.value for cell in book[sheet][1]]
        return dict(zip(titles, (c.value for c in book[sheet][number]), strict=True))

    def span(self, first, last=None, row="2"):
        """Cells of a row from one title to another, such as H2:L2."""
        letters = {cell.value: cell.column_letter for cell in self.values[MAIN][1]}
        return f"{letters[first]}{row}:{letters[last or first]}{row}"

    def test_there_is_a_sheet_for_each_view_of_the_month(self):
        self.assertEqual(
            [name for name in self.values.sheetnames if not name.startswith("未注明")],
            [MAIN, "按单位", "按层级", "变动表", "未发放名单", "核对"],
        )
        self.assertEqual(len(self.values.sheetnames), 7)

    def test_earnings_are_added_and_deductions_stand_as_positive_numbers(self):
        row = self.row(2)

        self.assertEqual(
            {title: row[title] for title in ("应发合计", "迟到扣", "水费", "实发合计")},
            {"应发合计": 3291, "迟到扣": 10, "水费": 20, "实发合计": 3271},
        )
        self.assertEqual((row["单位工会费"], row["单位缴费合计"]), (60, 60))

    def test_sums_are_formulas_over_the_columns_before(self):
        row = self.row(2, values=False)

        self.assertEqual(
            [row[t] for t in ("应发合计", "实发合计", "单位缴费合计")],
            [
                f"=SUM({self.span('基本工资', '月度考核奖')})"
                f"-SUM({self.span('迟到扣')})",
                f"=SUM({self.span('应发合计')})-SUM({self.span('本月个税', '水费')})",
                f"=SUM({self.span('单位工会费')})",
            ],
        )

    def test_the_last_rows_hold_total_capitals_and_signatures(self):
        formulas = self.row(6, values=False)
        texts = [c.value for row in self.values[MAIN]["A6:Z8"] for c in row if c.value]

        letter = self.span("实发合计").split("2")[0]
        self.assertEqual(formulas["实发合计"], f"=SUBTOTAL(9,{letter}2:{letter}5)")
        self.assertAlmostEqual(self.row(6)["实发合计"], self.pack.net, 2)
        self.assertIn("合计（4 人）", texts)
        self.assertIn(
            f"应发 {capital_amount(self.pack.gross)}    "
            f"实发 {capital_amount(self.pack.net)}",
            texts,
        )
        self.assertIn(f"制表：{self.officer.name}", texts)
        self.assertIn(f"审批：{self.leader.name}", texts)
        self.assertIn("日期：", texts)

    def test_numbers_and_names_are_text(self):
        row = self.row(2)
        cells = {cell.value: cell for cell in self.formulas[MAIN][2]}

        self.assertEqual(row["银行卡号"], CARD.format(1))
        self.assertEqual(row["身份证号"], self.people[0].sudo().identification_id)
        for title in ("银行卡号", "身份证号", "工号"):
            cell = cells[row[title]]
            self.assertEqual((cell.data_type, cell.number_format), ("s", "@"))

    def test_what_looks_like_a_formula_stays_text(self):
        sheet = self.formulas[MAIN]

        found = [c for c in sheet[5] if str(c.value) in ("=1+1", "=SUM(A1)村")]
        self.assertEqual({cell.data_type for cell in found}, {"s"})
        self.assertEqual(len(found), 2)

    def test_units_and_levels_have_subtotals_and_the_same_total(self):
        for sheet in ("按单位", "按层级"):
            with self.subTest(sheet=sheet):
                rows = list(self.values[sheet].iter_rows(values_only=True))
                labels = [r[0] for r in rows if isinstance(r[0], str)]
                self.assertEqual(len([x for x in labels if "小计" in x]), 2)
                total = next(r for r in rows if r[0] == "合计（4 人）")
                self.assertAlmostEqual(total[7], self.pack.net, 2)

    def test_a_unit_is_the_employer_else_who_sends_the_person_else_the_site(self):
        employer, sender = self.env["res.partner"].create(
            [{"name": "劳务公司"}, {"name": "县税务局", "is_gov_unit": True}]
        )
        slips = [self.slip(self.run_, person) for person in self.people]
        slips[0].contract_id.gov_employer_id = employer
        (slips[0] | slips[1]).contract_id.gov_dispatch_unit_id = sender

        sheet = self.workbook(self.export(self.run_))["按单位"]

        titles = [row[0].value for row in sheet.iter_rows() if row[0].value]
        units = [t.split("小计")[0].strip() for t in titles if "小计" in str(t)]
        self.assertEqual(
            units, ["劳务公司", "县税务局", self.town.name, self.village.name]
        )

    def test_a_subtotal_covers_its_own_rows(self):
        sheet = self.formulas["按单位"]

        found = [
            row[5].value
            for row in sheet.iter_rows()
            if isinstance(row[0].value, str) and "小计" in row[0].value
        ]
        self.assertEqual(found, ["=SUBTOTAL(9,F2:F4)", "=SUBTOTAL(9,F6:F6)"])

    def test_the_control_sheet_shows_no_difference(self):
        rows = list(self.values["核对"].iter_rows(min_row=2, values_only=True))

        self.assertEqual([row[4] for row in rows[:4]], [0, 0, 0, 0])
        for row in rows[:4]:
            self.assertEqual(row[1], 4)
            self.assertAlmostEqual(row[3], self.pack.net, 2)
        self.assertEqual(rows[4][:4], ("未发放名单", 1, None, 3270))

    def test_every_sheet_is_set_up_for_print(self):
        for sheet in self.formulas.worksheets:
            with self.subTest(sheet=sheet.title):
                self.assertEqual(sheet.page_setup.orientation, "landscape")
                self.assertTrue(sheet.sheet_properties.pageSetUpPr.fitToPage)
                self.assertEqual(sheet.print_title_rows, "$1:$1")
                self.assertIn("2026年10月", sheet.oddHeader.center.text)

    def test_header_and_names_stay_in_sight(self):
        self.assertEqual(self.formulas[MAIN].freeze_panes, "D2")

    def test_a_slip_that_does_not_add_up_is_refused(self):
        line = self.slip(self.run_, self.people[0]).line_ids.filtered(
            lambda line: line.code == "NET"
        )
        self.env.cr.execute(
            "UPDATE hr_payslip_line SET total = total + 1 WHERE id = %s", [line.id]
        )
        self.env.invalidate_all()

        with self.assertRaisesRegex(UserError, "张三"):
            self.export(self.run_)
