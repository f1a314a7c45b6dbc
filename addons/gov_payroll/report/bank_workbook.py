"""A bank file as a workbook: text cells, amounts without separators, no total row."""

import io
from datetime import datetime

import xlsxwriter

from ..rules import bank_file

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
# the same data give the same bytes
CREATED = datetime(2000, 1, 1)


def build(layout, payees):
    """Bytes of the workbook of one part."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, OPTIONS)
    book.set_properties({"created": CREATED})
    text = book.add_format({"num_format": "@"})
    amount = book.add_format({"num_format": "0" if layout.in_cents else "0.00"})
    sheet = book.add_worksheet("代发")
    for column, spec in enumerate(layout.columns):
        wide = spec.kind in ("card", "identity", "bank", "place")
        sheet.set_column(column, column, 26 if wide else 12)
    rows = [bank_file.cells(layout, payee) for payee in payees]
    if layout.has_header:
        sheet.write_row(0, 0, [column.header for column in layout.columns], text)
    for number, row in enumerate(rows, start=int(layout.has_header)):
        for column, value in enumerate(row):
            if layout.columns[column].kind == "amount":
                sheet.write_number(number, column, float(value), amount)
            else:
                sheet.write_string(number, column, value, text)
    book.close()
    return content.getvalue()
