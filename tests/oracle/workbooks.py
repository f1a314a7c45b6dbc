"""Read the six workbooks of a month, by column name and not by place."""

import unicodedata
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook

SITES, PEOPLE, CERTIFICATES = "机构.xlsx", "花名册.xlsx", "证书.xlsx"
EVENTS, REVIEWS, CASES = "考核记录.xlsx", "好差评.xlsx", "立案.xlsx"
COLUMNS = {
    SITES: "机构编码 机构名称 层级 上级编码",
    PEOPLE: (
        "工号 姓名 性别 证件号码 手机号 机构编码 窗口 岗位 用工形式 派驻单位"
        " 学历 政治面貌 入职日期 试用期至 离职日期 基本工资 开户行 银行卡号"
    ),
    CERTIFICATES: "工号 等级 证书编号 发证日期 发证机构 核验日期",
    EVENTS: "工号 日期 条款 数量 分值 来源 事由",
    REVIEWS: "评价编号 办件编号 工号 评价等级 评价时间 是否默认评价 核实结论",
    CASES: "工号 立案日期 结案日期",
}
COLUMNS = {file: names.split() for file, names in COLUMNS.items()}


def header(value):
    """The column a header cell names: NFKC, no spaces, nothing after a bracket."""
    plain = unicodedata.normalize("NFKC", str(value or "")).replace(" ", "")
    return plain.split("(")[0]


def read(folder, file):
    """The rows of the first sheet as dicts of raw values, without blank rows."""
    book = load_workbook(Path(folder) / file, data_only=True)
    head, *rows = book.worksheets[0].iter_rows(values_only=True)
    names = [header(value) for value in head]
    return [
        dict(zip(names, row, strict=True))
        for row in rows
        if any(text(value) for value in row)
    ]


def text(value):
    """A cell as text: 1001.0 is the 工号 "1001", 2.2 the 条款 "2.2", blank ""."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()


def day(value):
    """A cell as a date: an Excel date (and time) or YYYY-MM-DD text, or None."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    plain = text(value)
    return date.fromisoformat(plain[:10]) if plain else None


def number(value, blank):
    """A cell as an exact Decimal; ``blank`` stands for an empty one."""
    plain = text(value)
    return Decimal(plain) if plain else Decimal(blank)
