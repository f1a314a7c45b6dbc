"""A sheet: headers find their columns, rows become values or problems."""

from datetime import date
from decimal import Decimal

from odoo.tests import BaseCase

from ..rules.sheets import Column, Problem, Row, Sheet, duplicates, header_title

SHEET = Sheet(
    "人.xlsx",
    (
        Column("number", "工号", required=True),
        Column("card", "卡号", "digits"),
        Column("day", "日期", "date"),
        Column("amount", "数量", "number", default=Decimal(1)),
        Column("sex", "性别", "choice", choices={"男": "male"}),
    ),
)
HEADERS = ["工号", "卡号", "日期", "数量", "性别"]


def read(*lines, headers=tuple(HEADERS)):
    return SHEET.read_rows(list(enumerate([headers, *lines], 1)))


class TestHeaders(BaseCase):
    def test_hints_in_brackets_and_blanks_do_not_count(self):
        for header in (
            "层级(县中心/分中心)",
            "层级（县中心）",
            " 层 级 ",
            "层级(",
            "层\n级",
        ):
            with self.subTest(header=header):
                self.assertEqual(header_title(header), "层级")

    def test_columns_may_stand_in_any_order_beside_others(self):
        rows, problems = read(
            ["男", "备注", 2, "2026-10-01", "62", "W1"],
            headers=["性别(男/女)", "别的", "数量", "日期", "卡号", "工号"],
        )

        self.assertEqual(problems, [])
        self.assertEqual(
            rows[0].values,
            {
                "number": "W1",
                "card": "62",
                "day": date(2026, 10, 1),
                "amount": Decimal(2),
                "sex": "male",
            },
        )

    def test_missing_columns_are_all_named_and_no_row_is_read(self):
        rows, problems = read(["W1", "62"], headers=["工号", "卡号", None])

        self.assertEqual(rows, [])
        self.assertEqual([p.column for p in problems], ["日期", "数量", "性别"])
        self.assertEqual({(p.code, p.row) for p in problems}, {("missing_column", 1)})

    def test_column_that_stands_twice_is_refused(self):
        _rows, problems = read(headers=[*HEADERS, "工号(新)"])

        self.assertEqual(problems, [Problem("double_column", 1, "工号")])

    def test_sheet_without_any_row_lacks_every_column(self):
        _rows, problems = SHEET.read_rows([])

        self.assertEqual([p.column for p in problems], HEADERS)


class TestRows(BaseCase):
    def test_blank_cells_take_the_default(self):
        rows, _problems = read(["W1", None, "", "  ", None])

        self.assertEqual(
            rows[0].values,
            {"number": "W1", "card": None, "day": None, "amount": 1, "sex": None},
        )

    def test_blank_rows_are_skipped_and_numbers_count_as_excel_does(self):
        rows, _problems = read([None] * 5, ["W1"], ["", " ", None], ["W2"])

        self.assertEqual(
            [(r.number, r.values["number"]) for r in rows], [(3, "W1"), (5, "W2")]
        )

    def test_short_row_has_blank_cells_at_its_end(self):
        rows, problems = read(["W1"])

        self.assertFalse(problems)
        self.assertIsNone(rows[0].values["day"])

    def test_every_bad_cell_of_every_row_is_told(self):
        rows, problems = read(
            [None, "1", "昨天", "多", "不详"],
            ["W2", 320826199001011000, "2026-02-30", "1.005", "男"],
        )

        self.assertEqual(rows, [])
        self.assertEqual(
            [(p.row, p.column, p.code, p.value) for p in problems],
            [
                (2, "工号", "required", ""),
                (2, "日期", "not_a_date", "昨天"),
                (2, "数量", "not_a_number", "多"),
                (2, "性别", "unknown_choice", "不详"),
                (3, "卡号", "number_cell", "320826199001011000"),
                (3, "日期", "impossible_date", "2026-02-30"),
                (3, "数量", "too_many_places", "1.005"),
            ],
        )

    def test_failed_formula_is_no_value_in_any_column(self):
        for error in ("#REF!", "#N/A", "#DIV/0!", "#VALUE!"):
            for place, header in enumerate(HEADERS):
                line = ["W1", None, None, None, None]
                line[place] = error
                with self.subTest(error=error, header=header):
                    _rows, problems = read(line)
                    self.assertEqual(
                        problems, [Problem("excel_error", 2, header, error)]
                    )

    def test_good_rows_are_returned_beside_the_problems_of_bad_ones(self):
        rows, problems = read(["W1"], [None, "1"], ["W3"])

        self.assertEqual([row.number for row in rows], [2, 4])
        self.assertEqual([problem.row for problem in problems], [3])


class TestDuplicates(BaseCase):
    def rows(self, *numbers):
        return [Row(n, {}, {"number": value}) for n, value in enumerate(numbers, 2)]

    def test_later_rows_are_paired_with_the_first_of_their_value(self):
        rows = self.rows("A", "B", "A", "A")

        pairs = [(a.number, b.number) for a, b in duplicates(rows, "number")]

        self.assertEqual(pairs, [(4, 2), (5, 2)])

    def test_blank_values_are_no_duplicates(self):
        self.assertEqual(duplicates(self.rows(None, None, "", ""), "number"), [])
