"""The damages really damage, one place each, and the words name that place."""

import pytest
from openpyxl import load_workbook

from tests.oracle import bad_inputs
from tests.oracle.identity import check_digit
from tests.oracle.workbooks import COLUMNS


@pytest.fixture
def folder(tmp_path):
    bad_inputs.good_folder(tmp_path)
    return tmp_path


def contents(folder):
    """file -> its bytes."""
    return {file: read_bytes(folder / file) for file in COLUMNS}


def read_bytes(path):
    return path.read_bytes() if path.exists() else None


@pytest.mark.parametrize("name", bad_inputs.CASES)
def test_damage_changes_the_file_that_its_words_name(folder, name):
    before = contents(folder)

    words = bad_inputs.CASES[name].damage(folder)

    after = contents(folder)
    changed = [file for file in COLUMNS if before[file] != after[file]]
    assert changed == [words[0]]


def test_names_are_unique():
    assert len(bad_inputs.CASES) == len(bad_inputs.TABLE)


def test_every_refusal_of_the_issue_is_there():
    named = " ".join(case.name for case in bad_inputs.TABLE if case.asked)
    asked = (
        "证件号码: wrong check digit|机构编码: unknown|条款: unknown|above the range"
        "|证书编号: twice|工号: twice|2026-02-30|without column|an .xls|a text file"
    )

    assert all(words in named for words in asked.split("|"))


def test_wrong_check_digit_is_the_only_fault(folder):
    words = bad_inputs.CASES["花名册.xlsx 证件号码: wrong check digit"].damage(folder)

    number = words[-1]
    assert len(number) == 18
    assert check_digit(number[:17]) != number[17]


def test_damaged_row_is_the_one_that_is_named(folder):
    bad_inputs.CASES["考核记录.xlsx 来源: unknown"].damage(folder)

    sheet = load_workbook(folder / "考核记录.xlsx").worksheets[0]
    assert [cell.row for row in sheet for cell in row if cell.value == "听说"] == [3]


def test_unnamed_ignores_spaces_and_full_width():
    message = "花名册.xlsx 第 3 行“证件号码”:320800199003071230 校验位错误"
    words = ("花名册.xlsx", "第3行", "证件号码", "320800199003071230")

    assert bad_inputs.unnamed(message, words) == []
    assert bad_inputs.unnamed(message, ("第4行",)) == ["第4行"]
