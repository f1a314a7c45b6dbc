"""Compare the two workbooks of ``make month`` with the oracle, cell for cell.

    differences(input_folder, "2026-10", output_folder)   -> sentences, none when right

    python -m tests.oracle.compare INPUT PERIOD OUT      (from the checkout)

prints them and exits with 1 if there are any.
"""

import re
import sys
import unicodedata
from decimal import Decimal
from pathlib import Path
from zipfile import BadZipFile

from openpyxl.utils.exceptions import InvalidFileException

from .capital import plain
from .month import APPRAISAL_COLUMNS, MONEY_COLUMNS, PAYROLL_COLUMNS, settle
from .sheet import Sheet, is_number, page_differences

APPRAISAL_FILE, PAYROLL_FILE = "月度考核.xlsx", "工资发放表.xlsx"
TEXT_COLUMNS = {"工号", "姓名", "机构", "用工形式", "等次"}
EXACT_COLUMNS = {*MONEY_COLUMNS, "名次", "序号"}
# what openpyxl raises for a file that is missing, no zip, or no workbook
UNREADABLE = (OSError, KeyError, ValueError, BadZipFile, InvalidFileException)
POINTS_SLACK, MONEY_SLACK = Decimal("0.00501"), Decimal("0.000001")
SIGNATURES = ("制表", "复核", "审批")


def differences(folder, period, out):
    """Everything in which the produced workbooks are not what the issue says."""
    expected = settle(folder, period)
    appraisals = table_differences(
        out, APPRAISAL_FILE, APPRAISAL_COLUMNS, expected.appraisals
    )
    payroll = table_differences(out, PAYROLL_FILE, PAYROLL_COLUMNS, expected.payroll)
    if not payroll or "cannot be read" not in payroll[0]:
        payroll += register_differences(Sheet(Path(out) / PAYROLL_FILE), expected)
    return appraisals + payroll


def table_differences(out, file, columns, rows):
    """Header, people, order, cells and page of one workbook."""
    try:
        sheet = Sheet(Path(out) / file)
    except UNREADABLE as problem:
        return [f"{file} cannot be read: {problem!r}"]
    if sheet.header != columns:
        return [f"{file} cannot be read: its header is {sheet.header}, not {columns}"]
    found = people_differences(sheet, [row["工号"] for row in rows])
    places = {sheet.value(row, "工号"): row for row in sheet.rows()}
    for row in rows:
        if row["工号"] in places:
            found += row_differences(sheet, places[row["工号"]], columns, row)
    return [f"{file} {words}" for words in found + page_differences(sheet)]


def people_differences(sheet, expected):
    """ "Both workbooks list exactly the population, in 工号 order" """
    numbers = [sheet.value(row, "工号") for row in sheet.rows()]
    listed = [number for number in numbers if number not in (None, "")]
    if listed == expected:
        return []
    found = [f"{number} is missing" for number in expected if number not in listed]
    found += [
        f"{number!r} does not belong there"
        for number in listed
        if number not in expected
    ]
    found += [
        f"{number} stands there twice"
        for number in set(listed)
        if listed.count(number) > 1
    ]
    return found or [f"the order of 工号 is wrong: {listed}"]


def row_differences(sheet, place, columns, row):
    """The cells of one person."""
    found = []
    for column in columns:
        words = cell_difference(sheet.value(place, column), row[column], column)
        if words:
            found.append(f"{row['工号']} {column}: {words}")
    return found


def cell_difference(value, expected, column):
    """In words why a cell is not the expected one, or None."""
    blank = value is None or value == ""
    if expected is None or expected == "":
        return None if blank else f"blank expected, {value!r} found"
    if column in TEXT_COLUMNS:
        return None if value == expected else f"{expected} expected, {value!r} found"
    if not is_number(value):
        return f"the number {expected} expected, {value!r} found"
    slack = MONEY_SLACK if column in EXACT_COLUMNS else POINTS_SLACK
    wrong = abs(Decimal(repr(value)) - expected) > slack
    return f"{expected} expected, {value!r} found" if wrong else None


def register_differences(sheet, expected):
    """What only the pay register has: formulas, total row, 大写, signatures."""
    if sheet.header != PAYROLL_COLUMNS:
        return []
    people = [row for row in sheet.rows() if sheet.value(row, "工号") not in (None, "")]
    below = [row for row in sheet.rows() if row > max(people, default=1)]
    found = []
    for row in people:
        found += formula_differences(sheet, row, "应发合计")
    totals = [
        row
        for row in below
        if "合计" in sheet.row_text(row) and "大写" not in sheet.row_text(row)
    ]
    if totals:
        found += total_differences(sheet, totals[0], expected.totals)
    else:
        found.append("there is no row 合计 below the people")
    found += capital_differences(sheet, below, expected.capital)
    texts = [sheet.row_text(row) for row in below]
    if not any(all(word in text for word in SIGNATURES) for text in texts):
        found.append("there is no row 制表/复核/审批")
    return [f"{PAYROLL_FILE} {words}" for words in found]


def total_differences(sheet, row, totals):
    """ "totals as formulas with stored values" that are right"""
    found = []
    for column in MONEY_COLUMNS:
        words = cell_difference(sheet.value(row, column), totals[column], column)
        if words:
            found.append(f"合计 {column}: {words}")
        found += formula_differences(sheet, row, column)
    return found


def formula_differences(sheet, row, column):
    """A cell must be a formula, and its stored value what the formula gives."""
    formula, value = sheet.formula(row, column), sheet.value(row, column)
    where = f"row {row} {column}"
    if formula is None:
        return [f"{where} is not a formula"]
    result = sheet.evaluate(formula)
    if result is None:
        return [f"{where}: the formula {formula} is not a sum that can be checked"]
    if not is_number(value) or abs(Decimal(repr(value)) - result) > MONEY_SLACK:
        return [f"{where}: {formula} gives {result}, but {value!r} is stored"]
    return []


def capital_differences(sheet, rows, expected):
    """ "the total in 人民币大写" """
    lines = [sheet.row_text(row) for row in rows if "大写" in sheet.row_text(row)]
    if not lines:
        return ["there is no row 大写 below the people"]
    words = plain(unicodedata.normalize("NFKC", lines[0]))
    runs = re.findall("[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分]+", words)
    return (
        []
        if plain(expected) in runs
        else [f"大写 is {lines[0]!r}, expected {expected}"]
    )


if __name__ == "__main__":
    problems = differences(*sys.argv[1:])
    print("\n".join(problems) or "no difference")
    sys.exit(bool(problems))
