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
LIST_LENGTH = 255  # of a drop-down list in Excel; longer ones break the file
PREPARED_ROWS = 5000  # how far down the format of a column reaches
NOTES_SHEET = "填写说明"
NOTES_HEADER = ("列", "是否必填", "格式", "说明")

FORMATS = {
    "date": "yyyy-mm-dd",
    "moment": "yyyy-mm-dd hh:mm",
    "number": "0.00",
    "whole": "0",
}
WORDS = {
    "text": "文本",
    "digits": "文本（不要用数字格式，否则末位会丢失）",
    "date": "日期，如 2026-10-01",
    "moment": "日期和时间，如 2026-10-01 09:30",
    "number": "数字，最多两位小数",
    "whole": "整数",
}
NOTES = {
    ("机构.xlsx", "机构编码"): "每个机构一个，不得重复；已有的编码按本行更新",
    ("机构.xlsx", "上级编码"): "县中心留空；其他机构留空时归入唯一的县中心",
    ("机构.xlsx", "主管部门"): "分中心的业务主管部门；没有的自动新建为派驻单位",
    ("机构.xlsx", "业务指导部门"): "县级业务指导部门；没有的自动新建为派驻单位",
    ("机构.xlsx", "属地政府"): "镇街、村社的属地政府；没有的自动新建为派驻单位",
    ("机构.xlsx", "核定人数"): "只计本机构，不含下级；没有核定时留空",
    ("机构.xlsx", "事项数"): "进驻事项的数量",
    ("窗口.xlsx", "机构编码"): "须已在机构表中",
    ("窗口.xlsx", "窗口名称"): "同一机构内不得重名；已有的窗口按本行更新",
    ("窗口.xlsx", "类型"): "留空时为综合窗口",
    ("窗口.xlsx", "领域"): "须已在窗口领域清单中，如人社医保、企业开办、办不成事",
    ("窗口.xlsx", "二维码内容"): "评价方式为二维码时填写，即扫码后打开的网址",
    ("窗口.xlsx", "A角工号"): "须为本机构在岗人员",
    ("窗口.xlsx", "B角工号"): "须为本机构在岗人员，不得与 A 角相同",
    ("派驻单位.xlsx", "单位名称"): "不得重复；已有的单位按本行更新",
    ("派驻单位.xlsx", "单位类型"): "留空时为部门单位",
    ("派驻单位.xlsx", "统一社会信用代码"): "18 位；校验不符时只作提醒",
    ("派驻单位.xlsx", "首席代表工号"): "须已在花名册中",
    ("派驻单位.xlsx", "核定派驻人数"): "没有核定时留空",
    ("花名册.xlsx", "工号"): "每人一个，不得重复；已有的工号按本行更新",
    ("花名册.xlsx", "性别"): "留空时按证件号码填写",
    (
        "花名册.xlsx",
        "证件号码",
    ): "身份证、港澳台居住证、外国人永久居留证为 18 位，校验位须正确",
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
    ("花名册.xlsx", "证件类型"): "留空为居民身份证",
    ("花名册.xlsx", "用人单位"): "签订合同、发放工资的单位；没有的自动新建",
    ("花名册.xlsx", "岗位类别"): "只有窗口人员计入考核人数；留空为窗口",
    ("花名册.xlsx", "定岗等级"): "如五级/初级工、四级/中级工",
    ("花名册.xlsx", "进驻时间"): "留空按入职日期计算最低服务期",
    ("花名册.xlsx", "参加工作时间"): "年休假的工作年限从此日起算",
    (
        "花名册.xlsx",
        "生效日期",
    ): "已有人员的变更自该日起生效；留空时直接更正现有档案；新人员不用填",
    ("证书.xlsx", "工号"): "须已在花名册中",
    (
        "证书.xlsx",
        "等级",
    ): "五级/初级工、四级/中级工、三级/高级工、二级/技师、一级/高级技师",
    ("证书.xlsx", "证书编号"): "不得重复；已有的编号按本行更新",
    ("证书.xlsx", "核验日期"): "在国家职业技能等级证书网核验的日期；留空表示待核验",
    ("证书.xlsx", "核验结果"): "证书网显示的结果；没有核验日期时不导入",
    ("证书.xlsx", "核验网址"): "查询时使用的网址；没有核验日期时不导入",
    ("证书.xlsx", "理论知识成绩"): "满分一般为 100 分；没有成绩时留空",
    ("证书.xlsx", "专业技能成绩"): "满分一般为 100 分；没有成绩时留空",
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
        words = list(column.choices)
        if words and len(",".join(words)) <= LIST_LENGTH:
            choice = {"validate": "list", "source": words}
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
