"""Workbook of the staff structure table: one sheet for the summary, one a section."""

import io

import xlsxwriter

# texts come from people: never let one become a formula or a link
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def build(title, summary, sections):
    """The bytes of the workbook.

    :param summary: [(label, number)]
    :param sections: [{title, header, rows}], None in a row is a dash
    """
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, OPTIONS)
    formats = _formats(book)
    first = book.add_worksheet(sheet_name(title, set()))
    names = {first.get_name().lower()}
    _write(first, [label for label, _n in summary], [[n for _l, n in summary]], formats)
    for section in sections:
        name = sheet_name(section["title"], names)
        names.add(name.lower())
        _write(book.add_worksheet(name), section["header"], section["rows"], formats)
    book.close()
    return content.getvalue()


def sheet_name(title, taken):
    """A sheet name that Excel takes and no other sheet has.

    >>> sheet_name("a/b", {"a b"})
    'a b 2'
    """
    name = plain = title.translate(FORBIDDEN)[:28].strip() or "Sheet"
    number = 2
    while name.lower() in taken:
        name, number = f"{plain} {number}", number + 1
    return name


def _formats(book):
    base = {"border": 1, "font_name": "宋体", "font_size": 11, "valign": "vcenter"}
    head = {**base, "bold": True, "bg_color": "#DDEBF7", "text_wrap": True}
    return {
        "head": book.add_format({**head, "align": "center"}),
        "text": book.add_format({**base, "num_format": "@"}),
        "number": book.add_format({**base, "num_format": "General"}),
    }


def _write(sheet, header, rows, formats):
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, max(1, len(header) - 1), 14)
    for place, title in enumerate(header):
        sheet.write_string(0, place, title, formats["head"])
    for line, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            if isinstance(value, int | float):
                sheet.write_number(line, place, value, formats["number"])
            else:
                sheet.write_string(line, place, value or "—", formats["text"])
