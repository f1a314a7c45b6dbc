"""Write the six workbooks of the sample county (安澜县, made up) from its tables.

    python config/sample_county/build.py            # the workbooks beside this file
    python config/sample_county/build.py FOLDER     # elsewhere

The county is described in ``tables/*.txt``: one line a site, a person, a certificate,
an event. A dash is a blank cell and ``#`` starts a remark. Only what no reader would
want to read is made here: ID numbers, phones, bank cards, certificate and review
numbers. Nothing is drawn at random: the same tables always give the same workbooks.
"""

import sys
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

HERE = Path(__file__).resolve().parent
CREATED = datetime(2026, 11, 1, 9, 0)  # fixed, so that a rebuild changes no byte

# 320800 is the code of a city as a whole; no county issues ID numbers with it, so none
# of these belongs to a person.
ID_AREA = "320800"
ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643-1999
ID_CHECKS = "10X98765432"
PHONE_PREFIX = "1380000"
CARD_PREFIX = "622999"  # no bank uses it
BANKS = ("安澜农村商业银行城区支行", "安澜农村商业银行柳塘支行", "安澜邮政储蓄所")
ISSUER = "安澜县职业技能评价中心"

# file -> (column, width, kind); the kinds are text, date, time and number
COLUMNS = {
    "机构.xlsx": [
        ("机构编码", 12, "text"),
        ("机构名称", 44, "text"),
        ("层级", 10, "text"),
        ("上级编码", 12, "text"),
    ],
    "花名册.xlsx": [
        ("工号", 9, "text"),
        ("姓名", 10, "text"),
        ("性别", 6, "text"),
        ("证件号码", 22, "text"),
        ("手机号", 14, "text"),
        ("机构编码", 10, "text"),
        ("窗口", 18, "text"),
        ("岗位", 10, "text"),
        ("用工形式", 12, "text"),
        ("派驻单位", 28, "text"),
        ("学历", 12, "text"),
        ("政治面貌", 10, "text"),
        ("入职日期", 12, "date"),
        ("试用期至", 12, "date"),
        ("离职日期", 12, "date"),
        ("基本工资", 11, "number"),
        ("开户行", 26, "text"),
        ("银行卡号", 22, "text"),
    ],
    "证书.xlsx": [
        ("工号", 9, "text"),
        ("等级", 16, "text"),
        ("证书编号", 18, "text"),
        ("发证日期", 12, "date"),
        ("发证机构", 26, "text"),
        ("核验日期", 12, "date"),
    ],
    "考核记录.xlsx": [
        ("工号", 9, "text"),
        ("日期", 12, "date"),
        ("条款", 8, "text"),
        ("数量", 8, "number"),
        ("分值", 8, "number"),
        ("来源", 12, "text"),
        ("事由", 40, "text"),
    ],
    "好差评.xlsx": [
        ("评价编号", 16, "text"),
        ("办件编号", 20, "text"),
        ("工号", 9, "text"),
        ("评价等级", 12, "text"),
        ("评价时间", 18, "time"),
        ("是否默认评价", 14, "text"),
        ("核实结论", 12, "text"),
    ],
    "立案.xlsx": [
        ("工号", 9, "text"),
        ("立案日期", 12, "date"),
        ("结案日期", 12, "date"),
    ],
}


def read_table(name):
    """The lines of a table as dicts; ``-`` is a blank, remarks are dropped."""
    text = (HERE / "tables" / name).read_text(encoding="utf-8")
    lines = [line.split("#")[0].split() for line in text.splitlines()]
    head, *rows = [cells for cells in lines if cells]
    return [
        {
            column: "" if cell == "-" else cell
            for column, cell in zip(head, row, strict=True)
        }
        for row in rows
    ]


def id_number(born, sex, sequence):
    """A well-formed 证件号码 of nobody: 17th digit odd for 男, GB 11643 check."""
    odd = 1 if sex == "男" else 0
    body = f"{ID_AREA}{born.replace('-', '')}{(sequence * 2 + odd) % 1000:03d}"
    total = sum(
        int(digit) * weight for digit, weight in zip(body, ID_WEIGHTS, strict=True)
    )
    return body + ID_CHECKS[total % 11]


def bank_card(sequence):
    """A 19-digit card number of no bank with a right Luhn digit."""
    body = f"{CARD_PREFIX}{sequence:012d}"
    doubled = (
        int(digit) * (2 - place % 2) for place, digit in enumerate(reversed(body))
    )
    total = sum(value // 10 + value % 10 for value in doubled)
    return body + str(-total % 10)


def make_person(sequence, person):
    """One line of 花名册; a few people have no phone and a few no bank card."""
    made = {
        "证件号码": id_number(person.pop("出生日期"), person["性别"], sequence),
        "手机号": "" if sequence % 29 == 0 else f"{PHONE_PREFIX}{sequence:04d}",
    }
    if sequence % 37:
        made["开户行"] = BANKS[sequence % len(BANKS)]
        made["银行卡号"] = bank_card(sequence)
    return person | made


def make_certificate(sequence, certificate):
    """One line of 证书, numbered by year of issue and place in the table."""
    year = certificate["发证日期"][:4]
    return certificate | {"证书编号": f"AL{year}{sequence:06d}", "发证机构": ISSUER}


def make_review(sequence, review):
    """One line of 好差评; each 办件 is evaluated once (一次一评)."""
    month = review["评价时间"][:7].replace("-", "")
    return review | {
        "评价编号": f"HP{month}{sequence:05d}",
        "办件编号": f"BJ{month}{sequence:08d}",
    }


def as_is(_sequence, row):
    """A table that needs nothing made."""
    return row


SOURCES = {
    "机构.xlsx": ("sites.txt", as_is),
    "花名册.xlsx": ("people.txt", make_person),
    "证书.xlsx": ("certificates.txt", make_certificate),
    "考核记录.xlsx": ("events.txt", as_is),
    "好差评.xlsx": ("reviews.txt", make_review),
    "立案.xlsx": ("cases.txt", as_is),
}


def write_workbook(path, columns, rows):
    """One sheet: bold frozen header, filter, text kept as text, dates as dates."""
    book = xlsxwriter.Workbook(str(path))
    book.set_properties(
        {"title": path.stem, "comments": "示例数据,均为虚构", "created": CREATED}
    )
    cell = {"font_name": "宋体", "font_size": 11}
    bold = book.add_format(cell | {"bold": True, "bg_color": "#DDEBF7", "border": 1})
    formats = {
        "text": book.add_format(cell | {"num_format": "@"}),
        "date": book.add_format(cell | {"num_format": "yyyy-mm-dd"}),
        "time": book.add_format(cell | {"num_format": "yyyy-mm-dd hh:mm"}),
        "number": book.add_format(cell | {"num_format": "General"}),
    }
    sheet = book.add_worksheet(path.stem)
    for place, (column, width, kind) in enumerate(columns):
        sheet.set_column(place, place, width, formats[kind])
        sheet.write_string(0, place, column, bold)
        for number, row in enumerate(rows, 1):
            write_cell(sheet, number, place, row.get(column, ""), kind, formats[kind])
    sheet.ignore_errors({"number_stored_as_text": "A1:R9999"})
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)
    book.close()


def write_cell(sheet, row, place, value, kind, cell_format):
    """Write one cell as its kind; a blank one stays really empty."""
    if value == "":
        return
    if kind == "date":
        sheet.write_datetime(row, place, date.fromisoformat(value), cell_format)
    elif kind == "time":
        sheet.write_datetime(row, place, datetime.fromisoformat(value), cell_format)
    elif kind == "number":
        sheet.write_number(row, place, float(value), cell_format)
    else:
        sheet.write_string(row, place, value, cell_format)


def build(folder):
    """Write all six workbooks into ``folder``."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for file, (table, make) in SOURCES.items():
        rows = [
            make(sequence, row) for sequence, row in enumerate(read_table(table), 1)
        ]
        write_workbook(folder / file, COLUMNS[file], rows)


if __name__ == "__main__":
    build(sys.argv[1] if len(sys.argv) > 1 else HERE)
