"""No export holds a formula that a person wrote, and its numbers stay numbers.

The writers are found in the code; one that is unknown here fails the first test.
"""

import ast
import base64
import io
from decimal import Decimal
from pathlib import Path

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.exceptions import UserError
from odoo.modules import get_module_path
from odoo.tests import BaseCase, tagged

from odoo.addons.gov_window_staff.tools import structure_workbook

from ..report import bank_workbook
from ..rules import bank_file
from .common_export import ExportCommon

ADDONS = ("gov_window_staff", "gov_training", "gov_assessment", "gov_payroll")
# every place that writes a workbook or a csv file
WRITERS = {
    "gov_window_staff/controllers/export.py",  # lists: test_export_formulas.py
    "gov_window_staff/tools/import_template.py",  # headers of ours alone
    "gov_window_staff/tools/structure_workbook.py",
    "gov_training/models/national/gov_certification_list.py",
    "gov_assessment/report/people_workbook_mixin.py",
    "gov_payroll/report/register.py",
    "gov_payroll/report/pack_workbook.py",
    "gov_payroll/report/bank_workbook.py",
    "gov_payroll/rules/bank_file.py",
}
NO_TEXTS_OF_PEOPLE = {
    "gov_window_staff/controllers/export.py",
    "gov_window_staff/tools/import_template.py",
    "gov_payroll/rules/bank_file.py",
}
MARKS = (
    "xlsxwriter.Workbook",
    "report.report_xlsx.abstract",
    "csv.writer",
    "ExportXlsx",
)
TYPED = {"write_string", "write_number", "write_blank"}
SAFE = "strings_to_formulas"
MARK = "危"
NAMES = (
    f'=HYPERLINK("http://x";"{MARK}")',
    f"+{MARK}|' /C calc'!A0",
    f"-{MARK}",
    f"@SUM({MARK})",
    f"\t={MARK}",
    f"http://{MARK}.example",
)
TEXTS = st.text(max_size=30).map(
    lambda text: "".join(letter for letter in text if letter.isprintable())
)
RISKY = st.tuples(st.sampled_from("=+-@\t\r"), TEXTS).map("".join) | TEXTS


def sources():
    """{path below addons: text} of the code of the product."""
    for addon in ADDONS:
        root = Path(get_module_path(addon))
        for path in sorted(root.rglob("*.py")):
            name = path.relative_to(root.parent).as_posix()
            if "/tests/" not in name:
                yield name, path.read_text()


def cells(content):
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [
        cell
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]


class TestWriters(BaseCase):
    def test_every_writer_is_known(self):
        found = {
            name for name, text in sources() if any(mark in text for mark in MARKS)
        }
        self.assertEqual(found, WRITERS)

    def test_texts_are_written_as_texts(self):
        for name, text in sources():
            if name not in WRITERS - NO_TEXTS_OF_PEOPLE:
                continue
            written = {
                node.func.attr
                for node in ast.walk(ast.parse(text))
                if isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr.startswith(("write", "merge_range"))
            }
            with self.subTest(name=name):
                # by method, or by the option for the whole workbook
                self.assertTrue(written <= TYPED or f'"{SAFE}": False' in text)

    @settings(max_examples=15, deadline=None, database=None, derandomize=True)
    @given(st.lists(RISKY, min_size=1, max_size=5), st.floats(-1e9, 1e9))
    def test_tables_of_the_structure_and_the_audit(self, texts, number):
        content = structure_workbook.build(
            texts[0],
            [(texts[0], number)],
            [{"title": texts[0], "header": texts, "rows": [texts, [number]]}],
        )
        self.assert_texts(content, texts, [number])

    @settings(max_examples=15, deadline=None, database=None, derandomize=True)
    @given(RISKY, RISKY, st.decimals(0, 10**6, places=2))
    def test_workbook_for_the_bank(self, name, place, amount):
        columns = [bank_file.Column(kind) for kind in ("name", "place", "amount")]
        payee = bank_file.Payee(1, "", name, "622", amount, place=place)
        content = bank_workbook.build(bank_file.Layout(tuple(columns)), [payee])
        self.assert_texts(content, [name, place], [float(amount)])

    def assert_texts(self, content, texts, numbers):
        found = cells(content)
        self.assertLessEqual({cell.data_type for cell in found}, {"s", "n"})
        self.assertFalse([cell for cell in found if cell.hyperlink])
        values = [cell.value for cell in found if cell.data_type == "n"]
        for number in numbers:
            self.assertTrue([v for v in values if abs(v - number) < 0.005])

    @given(st.tuples(st.sampled_from("=+-@\t\r"), TEXTS).map("".join))
    def test_text_file_for_the_bank_is_not_made_of_formulas(self, name):
        # a bank compares the name letter by letter: nothing is put before it
        layout = bank_file.Layout((bank_file.Column("name"),))
        payee = bank_file.Payee(1, "", name, "622", Decimal(1))
        self.assertTrue(bank_file.problems(layout, [payee]))


@tagged("post_install", "-at_install")
class TestEveryExport(ExportCommon):
    """A county in which everybody has a formula for a name."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for person, name in zip(cls.people, NAMES, strict=False):
            person.name = name
        for serial, name in enumerate(NAMES[len(cls.people) :], 10):
            cls.new_payee(serial, name=name)
        cls.staffing.name = f"=1+{MARK}"
        cls.pay_run = cls.locked_run()

    def assert_no_formula(self, content):
        hostile = [cell for cell in cells(content) if MARK in str(cell.value)]
        self.assertTrue(hostile)
        for cell in hostile:
            with self.subTest(cell=cell.coordinate, value=cell.value):
                self.assertEqual(cell.data_type, "s")
                self.assertFalse(cell.hyperlink)

    def assert_numbers(self, content):
        kinds = {cell.data_type for cell in cells(content)}
        self.assertTrue(kinds & {"n", "f"})

    def test_register(self):
        content = self.pay_run.gov_register_xlsx()

        self.assert_no_formula(content)
        self.assert_numbers(content)

    def test_finance_pack_refuses_the_bank_file_and_names_the_cause(self):
        self.template()

        with self.assertRaisesRegex(UserError, MARK):
            self.export(self.pay_run)

    def test_register_of_the_pack(self):
        for account in self.env["hr.employee"].search([]).bank_account_ids:
            account.active = False  # nobody is paid by the bank: no bank file is made
        pack = self.export(self.pay_run)
        for name, content in self.files(pack).items():
            if name.endswith(".xlsx"):
                self.assert_no_formula(content)
                self.assert_numbers(content)

    def test_reports_of_month_and_year(self):
        reports = self.env["ir.actions.report"].with_user(self.officer)
        batch = self.env["gov.appraisal.round"].search([], limit=1, order="id desc")
        content, _kind = reports._render(
            "gov_assessment.month_report_action", batch.ids
        )

        self.assert_no_formula(content)
        self.assert_numbers(content)
        for name in self.env.registry:
            if name.startswith("report.gov_") and hasattr(
                self.env[name], "generate_xlsx_report"
            ):
                with self.subTest(report=name):
                    self.assertFalse(self.env[name].get_workbook_options()[SAFE])

    def test_structure_table(self):
        table = self.env["gov.staff.structure"].with_user(self.officer).create({})
        table.action_workbook()

        self.assert_no_formula(base64.b64decode(table.workbook))
