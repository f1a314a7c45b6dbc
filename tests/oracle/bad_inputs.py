"""Bad input, one damage at a time, and the words by which the refusal must name it.

    good_folder(folder)                     # a copy of the sample county
    words = CASES["证件号码: wrong check digit"].damage(folder)
    unnamed(error_text, words)              # the words that the refusal forgot

Each damage hits row 3 of a sheet (its second row of data), so that
第 3 行 must be named.
Cases with ``asked=False`` are not listed in the issue; they follow from common sense.
"""

import shutil
import unicodedata
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook, load_workbook

from . import workbooks
from .identity import check_digit
from .workbooks import CERTIFICATES, COLUMNS, EVENTS, PEOPLE, REVIEWS, SITES

SAMPLE_COUNTY = Path(__file__).resolve().parents[2] / "config" / "sample_county"
ROW = 3
NAMED_ROW = f"第{ROW}行"
OLE_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")  # how an old .xls begins


@dataclass(frozen=True)
class BadInput:
    """A damage to a good folder; it returns the words that the refusal must contain."""

    name: str
    damage: Callable
    asked: bool = True


def good_folder(folder):
    """Copy the sample county's workbooks to ``folder``."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    for file in COLUMNS:
        shutil.copy(SAMPLE_COUNTY / file, Path(folder) / file)


def compact(text):
    """A message without what no reader minds: spaces and full-width forms."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def unnamed(error_text, words):
    """The words that the error text does not contain."""
    return [word for word in words if compact(word) not in compact(error_text)]


@contextmanager
def opened(folder, file):
    """The first sheet of a workbook, saved afterwards."""
    book = load_workbook(Path(folder) / file)
    yield book.worksheets[0]
    book.save(Path(folder) / file)


def column_of(sheet, column):
    """The number of a column by its header."""
    return [cell.value for cell in sheet[1]].index(column) + 1


# -- damages to cells ---------------------------------------------------------


def cell(file, column, value, name=None, show=True, asked=True, **others):
    """Put a value into row 3; ``others`` are more cells that the damage needs.

    ``show=False``: the value itself cannot be asked for (a blank, an overflow).
    """

    def damage(folder):
        with opened(folder, file) as sheet:
            for key, content in {**others, column: value}.items():
                sheet.cell(ROW, column_of(sheet, key)).value = content
        shown = (str(value),) if show and value is not None else ()
        return (file, NAMED_ROW, column, *shown)

    return BadInput(f"{file} {column}: {name or value}", damage, asked)


def blank(file, column, asked=True):
    """Empty a cell that must not be."""
    return cell(file, column, None, "blank", asked=asked)


def repeated(file, column, asked=True):
    """Row 3 takes over the value of row 2, which may stand there only once."""

    def damage(folder):
        with opened(folder, file) as sheet:
            place = column_of(sheet, column)
            value = sheet.cell(ROW - 1, place).value
            sheet.cell(ROW, place).value = value
        return (file, NAMED_ROW, column, value)

    return BadInput(f"{file} {column}: twice", damage, asked)


# -- damages to files ---------------------------------------------------------


def without_column(file, column):
    """Take a column away."""

    def damage(folder):
        with opened(folder, file) as sheet:
            sheet.delete_cols(column_of(sheet, column))
        return (file, column)

    return BadInput(f"{file}: without column {column}", damage)


def column_twice(file, column):
    """Name another column like an existing one."""

    def damage(folder):
        with opened(folder, file) as sheet:
            sheet.cell(1, sheet.max_column + 1).value = column
        return (file, column)

    return BadInput(f"{file}: column {column} twice", damage, asked=False)


def without_file(file):
    """Take a whole workbook away."""

    def damage(folder):
        (Path(folder) / file).unlink()
        return (file,)

    return BadInput(f"{file}: missing", damage)


def other_bytes(file, what, change):
    """Replace the workbook's bytes by ``change`` of them."""

    def damage(folder):
        path = Path(folder) / file
        path.write_bytes(change(path.read_bytes()))
        return (file,)

    return BadInput(f"{file}: {what}", damage)


def empty_workbook(file):
    """A workbook with an empty sheet."""

    def damage(folder):
        Workbook().save(Path(folder) / file)
        return (file,)

    return BadInput(f"{file}: an empty workbook", damage)


# -- the table ----------------------------------------------------------------

LAWSUITS = workbooks.CASES  # 立案.xlsx
BORN_30_FEBRUARY = "32080019900230123"
BORN_30_FEBRUARY += check_digit(BORN_30_FEBRUARY)
TEXT_FILE = "工号,姓名\n01001,某某\n".encode()
WHO = [CERTIFICATES, EVENTS, REVIEWS, LAWSUITS]  # files that name people by 工号
RANGE = {"条款": "2.4"}  # 酌情扣1-5分
FIXED = {"条款": "1.1"}  # 每人次扣5分

TABLE = [
    # 花名册
    cell(PEOPLE, "证件号码", "320800199003071230", "wrong check digit"),
    cell(PEOPLE, "证件号码", "32080019900307123", "17 characters", asked=False),
    cell(PEOPLE, "证件号码", BORN_30_FEBRUARY, "born 30 February", asked=False),
    cell(PEOPLE, "机构编码", "ZZ99", "unknown"),
    *(blank(PEOPLE, column) for column in ("工号", "姓名", "机构编码", "入职日期")),
    repeated(PEOPLE, "工号"),
    repeated(PEOPLE, "证件号码"),
    cell(PEOPLE, "入职日期", "2026-02-30"),
    cell(PEOPLE, "试用期至", "2026-13-01"),
    cell(PEOPLE, "离职日期", "去年"),
    cell(PEOPLE, "入职日期", 99_999_999, "number out of range", show=False),
    cell(PEOPLE, "入职日期", -5, "negative number", show=False),
    cell(PEOPLE, "离职日期", "2019-12-31", "before 入职日期", 入职日期="2020-01-01"),
    cell(PEOPLE, "基本工资", -100, "negative"),
    cell(PEOPLE, "基本工资", "三千元", "text", asked=False),
    cell(PEOPLE, "姓名", "=1+1", "a formula nobody calculated", show=False),
    # 机构
    cell(SITES, "上级编码", "ZZ99", "unknown"),
    cell(SITES, "层级", "省中心", "unknown"),
    blank(SITES, "机构编码", asked=False),
    blank(SITES, "机构名称", asked=False),
    repeated(SITES, "机构编码", asked=False),
    cell(SITES, "上级编码", "AL02", "itself", asked=False, 机构编码="AL02"),
    # 证书
    repeated(CERTIFICATES, "证书编号"),
    cell(CERTIFICATES, "等级", "特级/大师", "unknown"),
    cell(CERTIFICATES, "发证日期", "2026-02-30"),
    cell(CERTIFICATES, "核验日期", "2026-06-31"),
    blank(CERTIFICATES, "证书编号", asked=False),
    blank(CERTIFICATES, "发证日期", asked=False),
    # 考核记录
    cell(EVENTS, "条款", "7.1", "unknown"),
    cell(EVENTS, "条款", "1.4", "unknown without its part"),
    cell(EVENTS, "分值", 6, "above the range", **RANGE),
    cell(EVENTS, "分值", 0.5, "below the range", **RANGE),
    cell(EVENTS, "分值", None, "missing where the policy gives a range", **RANGE),
    cell(EVENTS, "分值", 4, "different from the fixed points", **FIXED),
    cell(EVENTS, "数量", 0, "zero"),
    cell(EVENTS, "数量", -1, "negative"),
    cell(EVENTS, "数量", "两次", "text", asked=False),
    cell(EVENTS, "来源", "听说", "unknown"),
    cell(EVENTS, "日期", "2026-10-32"),
    blank(EVENTS, "日期", asked=False),
    blank(EVENTS, "条款", asked=False),
    # 好差评
    repeated(REVIEWS, "评价编号"),
    cell(REVIEWS, "评价等级", "很满意", "unknown"),
    cell(REVIEWS, "核实结论", "可能属实", "unknown"),
    cell(REVIEWS, "是否默认评价", "也许", "unknown"),
    cell(REVIEWS, "评价时间", "2026-02-30"),
    blank(REVIEWS, "评价等级", asked=False),
    blank(REVIEWS, "评价时间", asked=False),
    # 立案
    cell(LAWSUITS, "结案日期", "2026-08-31", "before 立案日期", 立案日期="2026-09-01"),
    cell(LAWSUITS, "立案日期", "2026-09-31"),
    blank(LAWSUITS, "立案日期", asked=False),
    # people nobody knows
    *(cell(file, "工号", "99999", "unknown") for file in WHO),
    *(blank(file, "工号", asked=False) for file in WHO),
    # files
    *(without_file(file) for file in COLUMNS),
    *(without_column(file, columns[0]) for file, columns in COLUMNS.items()),
    without_column(PEOPLE, "银行卡号"),
    without_column(EVENTS, "分值"),
    without_column(LAWSUITS, "结案日期"),
    column_twice(PEOPLE, "工号"),
    *(empty_workbook(file) for file in COLUMNS),
    *(other_bytes(file, "a text file", lambda _: TEXT_FILE) for file in COLUMNS),
    other_bytes(PEOPLE, "an .xls", lambda _: OLE_MAGIC + bytes(4096)),
    other_bytes(REVIEWS, "an .xls", lambda _: OLE_MAGIC + bytes(4096)),
    other_bytes(PEOPLE, "a cut-off download", lambda whole: whole[: len(whole) // 2]),
    other_bytes(EVENTS, "no bytes at all", lambda _: b""),
]
CASES = {case.name: case for case in TABLE}
