"""专项附加扣除.xlsx, 个税期初数.xlsx: all rows or none, the same key replaces."""

import io
from datetime import date

import openpyxl

from odoo.exceptions import AccessError
from odoo.tools import file_open

from odoo.addons.gov_window_staff.exceptions import ImportRefused
from odoo.addons.gov_window_staff.tools import import_template

from .common_tax import TaxCommon

DEDUCTION = "gov.import.tax.deduction"
OPENING = "gov.import.tax.opening"
ID_NUMBER = "11010519491231002X"


class ImportCase(TaxCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.paid_person(5000, base=0, name="王小明")

    def load(self, model, *rows, user=None):
        header = list(dict.fromkeys(name for row in rows for name in row))
        book, content = openpyxl.Workbook(), io.BytesIO()
        book.active.append(header)
        for row in rows:
            book.active.append([row.get(name) for name in header])
        book.save(content)
        importer = self.env[model].with_user(user or self.tax_officer)
        return importer.import_workbook(content.getvalue())[0]

    def refused(self, model, *rows):
        with self.assertRaises(ImportRefused) as refused:
            self.load(model, *rows)
        return refused.exception.args[0]


class TestDeductions(ImportCase):
    def row(self, **vals):
        words = {"kind": "专项附加扣除项目", "begin": "有效期起", "end": "有效期止"}
        words |= {"amount": "月扣除额", "count": "子女数", "share": "扣除比例"}
        words |= {"name": "姓名", "number": "证件号码", "staff_no": "工号"}
        row = {
            "staff_no": self.person.gov_staff_no,
            "kind": "子女教育",
            "begin": date(2026, 1, 1),
            "end": None,
            "amount": 2000,
        }
        return {words[name]: value for name, value in (row | vals).items()}

    def recorded(self):
        return self.env["gov.tax.deduction"].search(
            [("employee_id", "=", self.person.id)]
        )

    def test_rows_become_declarations(self):
        found = self.load(
            DEDUCTION,
            self.row(amount=4000, count=2, end=date(2027, 8, 31)),
            self.row(kind="赡养老人-非独生子女", amount=1500),
        )

        self.assertRecordValues(
            found.sorted("kind"),
            [
                {
                    "kind": "child_education",
                    "amount": 4000,
                    "child_count": 2,
                    "date_to": date(2027, 8, 31),
                },
                {
                    "kind": "elderly_shared",
                    "amount": 1500,
                    "child_count": 1,
                    "date_to": False,
                },
            ],
        )

    def test_what_began_before_the_first_amounts_on_record_is_held_to_those(self):
        early = {"begin": date(2021, 9, 1), "kind": "继续教育-学历"}

        self.assertIn("400.00", self.refused(DEDUCTION, self.row(**early, amount=401)))
        self.assertEqual(
            self.load(DEDUCTION, self.row(**early, amount=400)).amount, 400
        )

    def test_same_kind_and_start_again_replaces(self):
        first = self.load(DEDUCTION, self.row())

        again = self.load(DEDUCTION, self.row(amount=1000, end=date(2026, 6, 30)))

        self.assertEqual((again, again.amount), (first, 1000))
        self.assertEqual(again.date_to, date(2026, 6, 30))

    def test_one_bad_row_names_file_row_column_and_value_and_keeps_nothing(self):
        for number, (vals, words) in enumerate(
            (
                ({"staff_no": "X-1"}, ("row 3", "工号", "X-1")),
                ({"kind": "其他"}, ("row 3", "专项附加扣除项目", "其他")),
                ({"amount": 2000.01}, ("row 3", "月扣除额", "2000.00")),
                ({"amount": -1}, ("row 3", "月扣除额", "-1")),
                ({"end": date(2025, 12, 31)}, ("row 3", "有效期止", "2025-12-31")),
                ({"begin": "一月"}, ("row 3", "有效期起", "一月")),
                ({"count": 0}, ("row 3", "子女数", "0")),
                ({"share": 101}, ("row 3", "扣除比例", "101")),
                ({"share": 50, "amount": 1000.5}, ("row 3", "月扣除额", "1000.00")),
                ({"name": "李四"}, ("row 3", "姓名", "李四")),
                ({}, ("row 3", "专项附加扣除项目", "row 2")),
            )
        ):
            with self.subTest(number=number, vals=vals):
                message = self.refused(DEDUCTION, self.row(), self.row(**vals))
                for word in ("专项附加扣除.xlsx", *words):
                    self.assertIn(word, message)
                self.assertFalse(self.recorded())

    def test_a_wrong_id_number_is_refused_and_shown_masked(self):
        self.person.identification_id = ID_NUMBER
        wrong = "110105194912310038"

        message = self.refused(DEDUCTION, self.row(number=wrong))

        self.assertIn("证件号码", message)
        self.assertNotIn(wrong, message)
        self.assertNotIn(ID_NUMBER, message)
        self.assertTrue(self.load(DEDUCTION, self.row(number=ID_NUMBER.lower())))

    def test_rent_beside_a_loan_is_refused_in_the_file_and_with_the_record(self):
        loan = self.row(kind="住房贷款利息", amount=1000)
        rent = self.row(kind="住房租金-其他城市", amount=800)

        self.assertIn("住房贷款利息", self.refused(DEDUCTION, loan, rent))
        self.load(DEDUCTION, loan)
        self.assertIn("住房贷款利息", self.refused(DEDUCTION, rent))

    def test_a_loan_that_ends_makes_room_for_rent(self):
        self.load(DEDUCTION, self.row(kind="住房贷款利息", amount=1000))

        found = self.load(
            DEDUCTION,
            self.row(kind="住房租金-其他城市", amount=800, begin=date(2026, 7, 1)),
            self.row(kind="住房贷款利息", amount=1000, end=date(2026, 6, 30)),
        )

        self.assertEqual(len(found), 2)

    def test_the_import_is_on_record(self):
        found = self.load(DEDUCTION, self.row())

        message = found.message_ids.filtered(lambda m: "专项附加扣除.xlsx" in m.body)
        self.assertEqual(message.author_id, self.tax_officer.partner_id)

    def test_nobody_without_the_right_to_declarations_imports(self):
        for user in (self.officer, self.leader, self.finance):
            for model in (DEDUCTION, OPENING):
                with self.subTest(user=user.login, model=model):
                    with self.assertRaises(AccessError):
                        self.env[model].with_user(user).import_workbook(b"")


class TestOpenings(ImportCase):
    def row(self, **vals):
        row = {
            "工号": self.person.gov_staff_no,
            "纳税年度": 2026,
            "截至月份": 9,
            "任职月数": 9,
            "累计收入额": 45000,
            "累计专项扣除额": 4500,
            "累计专项附加扣除额": 18000,
            "累计已扣税额": 12.5,
            "年终奖已单独计税": None,
        }
        return row | vals

    def test_a_row_becomes_the_tax_year(self):
        opening = self.load(OPENING, self.row(年终奖已单独计税="是"))

        self.assertRecordValues(
            opening,
            [
                {
                    "employee_id": self.person.id,
                    "year": 2026,
                    "through_month": 9,
                    "months": 9,
                    "income": 45000,
                    "special": 4500,
                    "additional": 18000,
                    "withheld": 12.5,
                    "has_bonus_alone": True,
                    "rule": "auto",
                }
            ],
        )

    def test_same_year_again_replaces_figures_and_keeps_the_choice(self):
        first = self.load(OPENING, self.row())
        first.write({"rule": "whole_year", "rule_reason": "上年不超过6万元"})

        again = self.load(OPENING, self.row(累计收入额=46000))

        self.assertEqual((again, again.income), (first, 46000))
        self.assertEqual(again.rule, "whole_year")

    def test_bad_rows_are_named_and_nothing_is_kept(self):
        for vals, word in (
            ({"工号": "X-1"}, "工号"),
            ({"纳税年度": 2018}, "纳税年度"),
            ({"截至月份": 13}, "截至月份"),
            ({"任职月数": 10}, "任职月数"),
            ({"累计收入额": -1}, "累计收入额"),
            ({"累计已扣税额": None}, "累计已扣税额"),
            ({"年终奖已单独计税": "也许"}, "年终奖已单独计税"),
            ({}, "工号"),
        ):
            with self.subTest(vals=vals):
                message = self.refused(OPENING, self.row(), self.row(**vals))
                for part in ("个税期初数.xlsx", "row 3", word):
                    self.assertIn(part, message)
        self.assertFalse(
            self.env["gov.tax.opening"].search([("employee_id", "=", self.person.id)])
        )


class TestTemplates(ImportCase):
    def test_templates_hold_the_columns_and_are_what_the_builder_makes(self):
        for model in (DEDUCTION, OPENING):
            importer = self.env[model]
            [template] = importer.get_import_templates()
            with file_open(template["template"].lstrip("/"), "rb") as content:
                shipped = openpyxl.load_workbook(io.BytesIO(content.read()))
            built = openpyxl.load_workbook(
                io.BytesIO(import_template.build(importer._sheet))
            )
            for one, other in zip(shipped.worksheets, built.worksheets, strict=True):
                with self.subTest(model=model, sheet=one.title):
                    self.assertEqual(
                        list(one.iter_rows(values_only=True)),
                        list(other.iter_rows(values_only=True)),
                    )

    def test_labels_in_chinese_are_the_headers(self):
        for model in (DEDUCTION, OPENING):
            importer = self.env[model].with_context(lang="zh_CN")
            labels = importer.fields_get()
            columns = importer._sheet.columns
            with self.subTest(model=model):
                self.assertEqual(
                    [labels[column.name]["string"] for column in columns],
                    [column.header for column in columns],
                )
