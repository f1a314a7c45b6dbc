"""One spreadsheet cell: what each reader takes and what it refuses."""

from datetime import date, datetime
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..rules import cells
from ..rules.cells import CellProblem

QUICK = settings(database=None, deadline=None, derandomize=True, max_examples=60)


class CellCase(BaseCase):
    def assert_read(self, reader, cases):
        for raw, expected in cases:
            with self.subTest(raw=raw):
                self.assertEqual(reader(raw), expected)

    def assert_refused(self, reader, code, *raw_cells):
        for raw in raw_cells:
            with self.subTest(raw=raw), self.assertRaises(CellProblem) as problem:
                reader(raw)
            self.assertEqual(problem.exception.code, code)


class TestText(CellCase):
    def test_text_is_trimmed_and_full_width_forms_become_plain(self):
        cases = [
            ("  综合窗口\t", "综合窗口"),
            ("\u3000Ａ１\u3000", "A1"),
            ("３．１", "3.1"),
            ("（东）", "(东)"),
            (None, ""),
        ]
        self.assert_read(cells.read_text, cases)

    def test_numbers_read_as_a_person_sees_them(self):
        cases = [(1001, "1001"), (1001.0, "1001"), (1.1, "1.1"), (0, "0")]
        self.assert_read(cells.read_text, cases)

    def test_date_is_shown_without_midnight(self):
        self.assertEqual(cells.show(datetime(2026, 10, 1)), "2026-10-01")
        self.assertEqual(cells.show(datetime(2026, 10, 1, 9)), "2026-10-01 09:00:00")
        self.assertEqual(cells.show(date(2026, 10, 1)), "2026-10-01")


class TestDigits(CellCase):
    def test_blanks_go_and_a_small_x_becomes_a_capital(self):
        cases = [
            ("6229 9900 0000 0000 008", "6229990000000000008"),
            ("11010519491231002x", "11010519491231002X"),
            ("１３８００００００００", "13800000000"),
            (13800000001, "13800000001"),
            (13800000001.0, "13800000001"),
            (123456789012345, "123456789012345"),
        ]
        self.assert_read(cells.read_digits, cases)

    def test_number_of_more_than_15_digits_has_lost_its_last_ones(self):
        numbers = 1234567890123456, 320826199001011000, 6.22999e18
        self.assert_refused(cells.read_digits, "number_cell", *numbers)


class TestDates(CellCase):
    def test_excel_dates_and_written_dates_are_the_same_day(self):
        day = date(2026, 10, 1)
        raw_cells = [
            day,
            datetime(2026, 10, 1),
            datetime(2026, 10, 1, 8, 30),
            "2026-10-01",
            "2026-10-1",
            "2026/10/1",
            "2026.10.01",
            "2026年10月1日",
            " ２０２６-１０-０１ ",
            "2026-10-01 08:30",
            "2026-10-01T08:30:00",
        ]
        self.assert_read(cells.read_date, [(raw, day) for raw in raw_cells])

    def test_clock_is_kept_by_the_moment_reader(self):
        cases = [
            ("2026-10-01 9:30", datetime(2026, 10, 1, 9, 30)),
            ("2026-10-01 09:30:15.5", datetime(2026, 10, 1, 9, 30, 15)),
            (datetime(2026, 10, 1, 9, 30), datetime(2026, 10, 1, 9, 30)),
            (date(2026, 10, 1), datetime(2026, 10, 1)),
        ]
        self.assert_read(cells.read_moment, cases)

    def test_other_text_and_numbers_are_no_dates(self):
        raw_cells = [
            "昨天",
            "10/01/2026",
            "2026-10",
            "26-10-01",
            "20261001",
            46296,
            1.5,
        ]
        self.assert_refused(
            cells.read_date, "not_a_date", *raw_cells, "2026-10-01 早上"
        )

    def test_days_that_the_calendar_lacks_are_impossible(self):
        texts = ["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31"]
        self.assert_refused(cells.read_date, "impossible_date", *texts)

    def test_29_february_of_a_leap_year_is_possible(self):
        self.assertEqual(cells.read_date("2028-02-29"), date(2028, 2, 29))

    def test_clock_that_does_not_exist_is_impossible(self):
        texts = "2026-10-01 25:00", "2026-10-01 10:61"
        self.assert_refused(cells.read_moment, "impossible_date", *texts)

    def test_years_far_from_any_career_are_impossible(self):
        raw_cells = ["1899-12-31", "2201-01-01", date(1899, 12, 31), "0001-01-01"]
        self.assert_refused(cells.read_date, "impossible_date", *raw_cells)
        self.assert_read(
            cells.read_date,
            [("1900-01-01", date(1900, 1, 1)), ("2200-12-31", date(2200, 12, 31))],
        )

    @QUICK
    @given(st.dates(cells.EARLIEST, cells.LATEST))
    def test_any_day_survives_writing_and_reading(self, day):
        self.assertEqual(cells.read_date(day.isoformat()), day)
        self.assertEqual(cells.read_date(f"{day.year:04d}/{day.month}/{day.day}"), day)


class TestNumbers(CellCase):
    def test_amounts_are_decimals(self):
        cases = [
            ("3,200.50", Decimal("3200.5")),
            ("¥3200", Decimal(3200)),
            ("￥3200", Decimal(3200)),
            ("３２００", Decimal(3200)),
            (0.1 + 0.2, Decimal("0.3")),
            (3200.0, Decimal(3200)),
            (0, Decimal(0)),
            ("-5", Decimal(-5)),
        ]
        self.assert_read(cells.read_number, cases)

    def test_text_and_switches_are_no_numbers(self):
        raw_cells = ["三千", "3000元", "", "-", "1.2.3", True, "NaN", "Infinity"]
        self.assert_refused(cells.read_number, "not_a_number", *raw_cells)

    def test_third_decimal_place_is_refused_not_rounded(self):
        self.assert_refused(
            cells.read_number, "too_many_places", "1.005", 1.005, "0.001"
        )

    def test_zeros_after_the_second_place_are_no_places(self):
        self.assertEqual(cells.read_number("1.5000"), Decimal("1.5"))

    @QUICK
    @given(st.decimals(-(10**9), 10**9, places=2))
    def test_any_amount_survives_text_and_a_float_cell(self, amount):
        self.assertEqual(cells.read_number(f"{amount:,}"), amount)
        self.assertEqual(cells.read_number(float(amount)), amount)


class TestChoices(CellCase):
    def test_listed_words_mean_their_key(self):
        self.assertEqual(
            cells.read_choice(" 男 ", {"男": "male", "女": "female"}), "male"
        )

    def test_other_words_are_refused_with_the_list(self):
        with self.assertRaises(CellProblem) as problem:
            cells.read_choice("不详", {"男": "male", "女": "female"})

        self.assertEqual(problem.exception.code, "unknown_choice")
        self.assertEqual(problem.exception.details, {"choices": "男 女"})


class TestLimits(CellCase):
    def test_what_nobody_sees_is_dropped(self):
        cases = [
            ("王\x00芳", "王芳"),
            ("\u202e王芳\u202c", "王芳"),
            ("\ufeffA\u200b1", "A1"),
            ("\ud800", ""),
        ]
        self.assert_read(cells.read_text, cases)

    def test_numbers_without_end_are_refused_before_they_are_reckoned(self):
        huge = ("1e999999999", 1e308, "-1E+99999", 10**12)

        self.assert_refused(cells.read_number, "too_large", *huge)
        self.assert_refused(cells.read_whole, "too_large", *huge, 2**31)

    def test_texts_have_an_end(self):
        self.assert_refused(cells.read_text, "too_long", "王" * 2001)
        self.assert_refused(cells.read_digits, "too_long", "1" * 101)

    def test_of_a_long_value_the_message_shows_the_beginning(self):
        self.assertEqual(len(cells.show("x" * 32767)), cells.SHOWN + 1)
