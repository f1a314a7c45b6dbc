"""Write both workbooks as a right product would, for the tests of the comparison."""

from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from .compare import APPRAISAL_FILE, PAYROLL_FILE
from .month import APPRAISAL_COLUMNS, MONEY_COLUMNS, PAYROLL_COLUMNS


def write(expected, out):
    """Both workbooks of an oracle's month."""
    write_book(
        Path(out) / APPRAISAL_FILE,
        APPRAISAL_COLUMNS,
        expected.appraisals,
        lambda *_: None,
    )
    write_book(
        Path(out) / PAYROLL_FILE,
        PAYROLL_COLUMNS,
        expected.payroll,
        lambda *at: finish(expected, *at),
    )


def write_book(path, columns, rows, end):
    """Header, people, page setup; ``end`` writes what follows the people."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    sheet.write_row(0, 0, columns)
    for place, row in enumerate(rows, 1):
        for at, column in enumerate(columns):
            write_cell(sheet, place, at, column, row[column])
    end(sheet, len(rows) + 1)
    book.close()


def write_cell(sheet, place, at, column, value):
    """A text, a number, or the sum of the money columns before it."""
    if column == "应发合计":
        left, right = xl_col_to_name(at - 5), xl_col_to_name(at - 1)
        sums = f"=SUM({left}{place + 1}:{right}{place + 1})"
        sheet.write_formula(place, at, sums, None, float(value))
    elif isinstance(value, str):
        sheet.write_string(place, at, value)
    elif value is not None:
        sheet.write_number(place, at, float(value))


def finish(expected, sheet, place):
    """The three rows below the people: 合计, 大写, signatures."""
    sheet.write_string(place, 0, "合计")
    for column in MONEY_COLUMNS:
        at = PAYROLL_COLUMNS.index(column)
        name = xl_col_to_name(at)
        value = float(expected.totals[column])
        sheet.write_formula(place, at, f"=SUM({name}2:{name}{place})", None, value)
    sheet.write_string(place + 1, 0, f"应发合计(大写):人民币{expected.capital}")
    sheet.write_row(place + 2, 0, ["制表:", "", "", "复核:", "", "", "审批:"])
