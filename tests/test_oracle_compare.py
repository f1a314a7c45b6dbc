"""The comparison finds every kind of wrong cell, formula, row and page."""

from contextlib import contextmanager
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from tests.oracle import product
from tests.oracle.bad_inputs import SAMPLE_COUNTY
from tests.oracle.compare import APPRAISAL_FILE, PAYROLL_FILE, differences
from tests.oracle.month import settle
from tests.oracle.sheet import Sheet

PERIOD = "2026-10"
LAST_ROW = 120  # of 118 people and who left inside the month
TOTAL_ROW, CAPITAL_ROW, SIGNATURE_ROW = 121, 122, 123


@pytest.fixture(scope="module")
def right(tmp_path_factory):
    """A folder with both workbooks as they should be."""
    folder = tmp_path_factory.mktemp("right")
    product.write(settle(SAMPLE_COUNTY, PERIOD), folder)
    return folder


@pytest.fixture
def out(right, tmp_path):
    """A copy to spoil."""
    for file in (APPRAISAL_FILE, PAYROLL_FILE):
        (tmp_path / file).write_bytes((right / file).read_bytes())
    return tmp_path


@contextmanager
def spoiled(out, file):
    book = load_workbook(out / file)
    yield book.worksheets[0]
    book.save(out / file)


def found(out):
    return differences(SAMPLE_COUNTY, PERIOD, out)


def stored(out):
    """The differences, without the stored values that openpyxl drops when it saves."""
    return [words for words in found(out) if "None is stored" not in words]


def test_right_workbooks_have_no_difference(right):
    assert found(right) == []


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [
        ("C2", "安澜县", "01001 机构"),
        ("D2", 29.99, "01001 考勤纪律: 30 expected, 29.99 found"),
        ("D2", "30", "the number 30 expected, '30' found"),
        ("J2", 120.01, "01001 总分"),
        ("K2", 2, "01001 名次"),
        ("L2", "一般", "01001 等次: 好 expected, '一般' found"),
        ("M2", 360.01, "01001 考核奖励"),
        ("M2", 359.999, "01001 考核奖励"),
        ("K27", 1, "01026 名次: blank expected, 1 found"),
    ],
)
def test_wrong_cell_of_the_appraisal_is_found(out, place, value, words):
    with spoiled(out, APPRAISAL_FILE) as sheet:
        sheet[place] = value

    assert [words in line for line in found(out)] == [True]


def test_missing_person_is_found(out):
    with spoiled(out, APPRAISAL_FILE) as sheet:
        sheet.delete_rows(5)

    assert found(out) == ["月度考核.xlsx 01004 is missing"]


def test_wrong_order_is_found(out):
    with spoiled(out, APPRAISAL_FILE) as sheet:
        rows = [[cell.value for cell in sheet[row]] for row in (2, 3)]
        for row, values in zip((3, 2), rows, strict=True):
            for column, value in enumerate(values, 1):
                sheet.cell(row, column).value = value

    assert "the order of 工号 is wrong" in found(out)[0]


def test_person_outside_the_population_is_found(out):
    with spoiled(out, APPRAISAL_FILE) as sheet:
        sheet.append(["12007", "谢洋"])

    assert found(out) == ["月度考核.xlsx '12007' does not belong there"]


def test_other_header_is_found(out):
    with spoiled(out, PAYROLL_FILE) as sheet:
        sheet["F1"] = "基本工资(元)"

    assert len(found(out)) == 1
    assert "its header is" in found(out)[0]


def test_missing_workbook_is_found(out):
    (out / PAYROLL_FILE).unlink()

    assert ["cannot be read" in words for words in found(out)] == [True]


def test_formula_without_stored_value_is_found(out):
    with spoiled(out, PAYROLL_FILE):
        pass  # openpyxl saves formulas without their values

    assert (
        f"工资发放表.xlsx row {TOTAL_ROW} 应发合计: =SUM(K2:K120) gives 0"
        in " ".join(found(out))
    )


def test_number_instead_of_a_formula_is_found(out):
    with spoiled(out, PAYROLL_FILE) as sheet:
        sheet["K2"] = 6740
        sheet[f"F{TOTAL_ROW}"] = 409180.08

    assert "工资发放表.xlsx row 2 应发合计 is not a formula" in stored(out)
    assert f"工资发放表.xlsx row {TOTAL_ROW} 基本工资 is not a formula" in stored(out)


def test_total_that_misses_the_last_person_is_found(out):
    with spoiled(out, PAYROLL_FILE) as sheet:
        sheet[f"F{TOTAL_ROW}"] = f"=SUM(F2:F{LAST_ROW - 1})"

    sheet = Sheet(out / PAYROLL_FILE)

    formula = sheet.formula(TOTAL_ROW, "基本工资")
    assert sheet.evaluate(formula) == Decimal("409180.08") - 3300


@pytest.mark.parametrize("formula", ["=F2*2", "=VLOOKUP(A1,B2:C3,2)", "=F2+1"])
def test_formula_that_is_no_sum_is_named(out, formula):
    with spoiled(out, PAYROLL_FILE) as sheet:
        sheet["K2"] = formula

    assert any("is not a sum that can be checked" in words for words in stored(out))


@pytest.mark.parametrize("formula", ["=ROUND(SUM(F2:J2),2)", "=F2+G2+H2+I2+J2"])
def test_other_sums_of_the_same_cells_are_right(out, formula):
    sheet = Sheet(out / PAYROLL_FILE)

    assert sheet.evaluate(formula) == sheet.evaluate("=SUM($F$2:$J$2)")


@pytest.mark.parametrize(
    ("row", "text", "words"),
    [
        (CAPITAL_ROW, "大写:壹拾元整", "大写 is"),
        (CAPITAL_ROW, "大写:壹佰肆拾伍万陆仟肆佰壹拾捌元零捌分", "大写 is"),
        (CAPITAL_ROW, "", "there is no row 大写"),
        (TOTAL_ROW, "", "there is no row 合计"),
        (SIGNATURE_ROW, "制表:", "there is no row 制表/复核/审批"),
    ],
)
def test_wrong_row_below_the_people_is_found(out, row, text, words):
    with spoiled(out, PAYROLL_FILE) as sheet:
        sheet.cell(row, 1).value = text
        sheet.cell(SIGNATURE_ROW, 4).value = "复核:" if row != SIGNATURE_ROW else None

    assert any(words in line for line in stored(out))


@pytest.mark.parametrize(
    "text",
    [
        "人民币(大写):肆拾伍万陆仟肆佰壹拾捌圆零捌分",
        "合计大写 肆拾伍万陆仟肆佰壹拾捌元零捌分",
    ],
)
def test_spellings_of_the_capital_amount_are_accepted(out, text):
    with spoiled(out, PAYROLL_FILE) as sheet:
        sheet.cell(CAPITAL_ROW, 1).value = text

    assert not any("大写" in words for words in found(out))


@pytest.mark.parametrize("file", [APPRAISAL_FILE, PAYROLL_FILE])
def test_page_that_does_not_print_well_is_found(out, file):
    with spoiled(out, file) as sheet:
        sheet.page_setup.paperSize = 1
        sheet.page_setup.orientation = "portrait"
        sheet.print_title_rows = "1:2"
        sheet.page_setup.fitToHeight = 1

    lines = [words for words in stored(out) if words.startswith(file)]

    for words in ("not A4", "not landscape", "not the header row", "squeezed"):
        assert any(words in line for line in lines), words


def test_table_wider_than_the_page_is_found(out):
    with spoiled(out, APPRAISAL_FILE) as sheet:
        sheet.sheet_properties.pageSetUpPr.fitToPage = False
        sheet.column_dimensions["C"].width = 90

    assert any("mm wide" in words for words in found(out))
