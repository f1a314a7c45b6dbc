"""Write a folder of six workbooks from short rows, for tests of one rule at a time.

    write_folder(folder, people=[person("A1")], events=[event("A1", "2.2")])

Columns that a row does not name stay blank.
"""

from pathlib import Path

from openpyxl import Workbook

from .workbooks import CASES, CERTIFICATES, COLUMNS, EVENTS, PEOPLE, REVIEWS, SITES

SITE = {"机构编码": "AL", "机构名称": "云汀县政务服务中心", "层级": "县中心"}
FILES = {
    "sites": SITES,
    "people": PEOPLE,
    "certificates": CERTIFICATES,
    "events": EVENTS,
    "reviews": REVIEWS,
    "cases": CASES,
}


def person(who, entry="2020-05-06", **cells):
    """A row of 花名册 with the required cells."""
    required = {"工号": who, "姓名": "某" + who, "机构编码": "AL", "入职日期": entry}
    return dict.fromkeys(COLUMNS[PEOPLE]) | required | cells


def event(who, item, when="2026-10-09", quantity=None, points=None):
    """A row of 考核记录."""
    return dict(zip(COLUMNS[EVENTS], (who, when, item, quantity, points), strict=False))


def certificate(issued, verified, level="五级/初级工", who="A1", number="ZS1"):
    """A row of 证书."""
    row = (who, level, number, issued, None, verified)
    return dict(zip(COLUMNS[CERTIFICATES], row, strict=True))


def review(level, verdict="属实", default="否", when="2026-10-09", who="A1"):
    """A row of 好差评."""
    row = (f"PJ{level}{verdict}{when}", None, who, level, when, default, verdict)
    return dict(zip(COLUMNS[REVIEWS], row, strict=True))


def case(opened, closed=None, who="A1"):
    """A row of 立案."""
    return {"工号": who, "立案日期": opened, "结案日期": closed}


def write_folder(folder, **rows):
    """Six workbooks; the kinds that are not given have a header only."""
    rows = {"sites": [SITE]} | rows
    for kind, file in FILES.items():
        book = Workbook()
        sheet = book.active
        sheet.append(COLUMNS[file])
        for row in rows.get(kind, []):
            sheet.append([row.get(column) for column in COLUMNS[file]])
        book.save(Path(folder) / file)
    return folder
