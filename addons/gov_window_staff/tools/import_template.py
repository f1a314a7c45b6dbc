"""The workbooks that the import screens offer for download (static/xlsx).

They are built from the importers' own columns. After a change of a column, in the
shell of a database (`make shell`):

    from odoo.addons.gov_window_staff.tools import import_template
    import_template.write_all(env, "gov_window_staff")
"""

import io
from datetime import datetime
from pathlib import Path

import xlsxwriter

from odoo.tools import file_path

CREATED = datetime(2026, 1, 1)  # fixed, so that a rebuild changes no byte
PREPARED_ROWS = 5000  # how far down the format of a column reaches
NOTES_SHEET = "填写说明"
NOTES_HEADER = ("列", "是否必填", "格式", "说明")

FORMATS = {"date": "yyyy-mm-dd", "moment": "yyyy-mm-dd hh:mm", "number": "0.00"}
WORDS = {
    "text": "文本",
    "digits": "文本（不要用数字格式，否则末位会丢失）",
    "date": "日期，如 2026-10-01",
    "moment": "日期和时间，如 2026-10-01 09:30",
    "number": "数字，最多两位小数",
}
NOTES = {
    ("机构.xlsx", "机构编码"): "每个机构一个，不得重复；已有的编码按本行更新",
    ("机构.xlsx", "上级编码"): "县中心留空；其他机构留空时归入唯一的县中心",
    ("花名册.xlsx", "工号"): "每人一个，不得重复；已有的工号按本行更新",
    ("花名册.xlsx", "性别"): "留空时按证件号码填写",
    ("花名册.xlsx", "证件号码"): "18 位公民身份号码，校验位须正确",
    ("花名册.xlsx", "手机号"): "11 位大陆手机号",
    ("花名册.xlsx", "机构编码"): "须已在机构表中",
    ("花名册.xlsx", "窗口"): "本机构的窗口；没有的自动新建",
    ("花名册.xlsx", "岗位"): "没有的自动新建",
    ("花名册.xlsx", "用工形式"): "如劳务派遣、公益性岗位；没有的自动新建",
    ("花名册.xlsx", "派驻单位"): "没有的自动新建",
    ("花名册.xlsx", "学历"): "如高中、大专、本科、硕士研究生、博士研究生",
    ("花名册.xlsx", "政治面貌"): "如中共党员、共青团员、群众",
    ("花名册.xlsx", "试用期至"): "试用期的最后一天；没有试用期时留空",
    ("花名册.xlsx", "离职日期"): "在岗时留空",
    ("花名册.xlsx", "基本工资"): "元/月；留空按 0.00 元处理",
    ("花名册.xlsx", "开户行"): "没有的自动新建",
    ("证书.xlsx", "工号"): "须已在花名册中",
    (
        "证书.xlsx",
        "等级",
    ): "五级/初级工、四级/中级工、三级/高级工、二级/技师、一级/高级技师",
    ("证书.xlsx", "证书编号"): "不得重复；已有的编号按本行更新",
    ("证书.xlsx", "核验日期"): "在国家职业技能等级证书网核验的日期；留空表示待核验",
    ("工作日历.xlsx", "日期"): "放假的每一天和调休上班的每一天；同一文件可含多个年份",
    ("工作日历.xlsx", "名称"): "如元旦、春节、调休上班",
    ("工作日历.xlsx", "法定"): "法定节假日填“是”，全年共 13 天；其余留空或填“否”",
}


def build(sheet):
    """The bytes of the template of a `rules.sheets.Sheet`."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    book.set_properties({"created": CREATED})
    _add_data_sheet(book, sheet)
    _add_notes_sheet(book, sheet)
    book.close()
    return content.getvalue()


def _add_data_sheet(book, sheet):
    page = book.add_worksheet(sheet.file_name.removesuffix(".xlsx"))
    page.freeze_panes(1, 0)
    for place, column in enumerate(sheet.columns):
        # text in all other columns: Excel would turn 001 into 1, 1-1 into a date
        number_format = book.add_format({"num_format": FORMATS.get(column.kind, "@")})
        page.set_column(place, place, _width(column), number_format)
        page.write(0, place, column.header, _header_format(book, column))
        if column.choices:
            choice = {"validate": "list", "source": list(column.choices)}
            page.data_validation(1, place, PREPARED_ROWS, place, choice)


def _width(column):
    return {"digits": 22, "moment": 18}.get(column.kind, 14)


def _header_format(book, column):
    colour = "#FCE4D6" if column.required else "#EDEDED"
    return book.add_format({"bold": True, "bg_color": colour, "border": 1})


def _add_notes_sheet(book, sheet):
    page = book.add_worksheet(NOTES_SHEET)
    page.set_column(0, 1, 12)
    page.set_column(2, 3, 48)
    page.write_row(0, 0, NOTES_HEADER, book.add_format({"bold": True}))
    for line, column in enumerate(sheet.columns, 1):
        page.write_row(line, 0, _notes(sheet, column))


def _notes(sheet, column):
    words = WORDS.get(column.kind) or f"以下之一：{'、'.join(column.choices)}"
    required = "必填" if column.required else "可留空"
    return (
        column.header,
        required,
        words,
        NOTES.get((sheet.file_name, column.header), ""),
    )


def write_all(env, module):
    """Write the templates of all importers of an addon into its static/xlsx."""
    for model in importers(env, module):
        path = Path(file_path(module)) / "static" / "xlsx" / model._sheet.file_name
        path.write_bytes(build(model._sheet))


def importers(env, module):
    """The import models that an addon defines."""
    names = sorted(name for name in env.registry if name.startswith("gov.import."))
    models = [env[name] for name in names if not env[name]._abstract]
    return [model for model in models if model._original_module == module]
