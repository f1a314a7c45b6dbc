"""工资发放表.xlsx: a pay register that a bookkeeper can follow and sign."""

from datetime import datetime, time

from odoo import models

# The form is an official one: its words are Chinese whatever the user's language.
LEFT = (("序号", 6), ("工号", 13), ("姓名", 11), ("机构", 28), ("用工形式", 14))
MONEY_WIDTH = 13
GROSS = "应发合计"
FONT = "宋体"
MONEY = "#,##0.00"
PAPER_A4 = 9


class ReportGovPayrollRegister(models.AbstractModel):
    """Renders the `rules.register.Register` of a run."""

    _name = "report.gov_payroll.register"
    _description = "Pay Register"
    _inherit = "report.report_xlsx.abstract"

    def get_workbook_options(self):
        """Text stays text: a name that begins with = is no formula."""
        return {
            "strings_to_formulas": False,
            "strings_to_urls": False,
            # row by row: a county of 20,000 does not stand in memory as a sheet
            "constant_memory": True,
        }

    def generate_xlsx_report(self, workbook, data, objs):
        """One sheet for each run."""
        for run in objs:
            register = run.gov_register_rows()
            # the same data give the same bytes
            created = datetime.combine(register.period_end, time.min)
            workbook.set_properties({"title": register.title, "created": created})
            sheet = workbook.add_worksheet(f"{register.period_end:%Y-%m}")
            styles = self._styles(workbook)
            self._set_up_page(sheet, register)
            self._write_header(sheet, styles, register)
            self._write_rows(sheet, styles, register)
            self._write_footer(sheet, styles, register)

    def _styles(self, workbook):
        base = {"font_name": FONT, "font_size": 10, "valign": "vcenter", "border": 1}
        money = {**base, "num_format": MONEY}
        return {
            "head": workbook.add_format(
                {
                    **base,
                    "bold": True,
                    "align": "center",
                    "bg_color": "#E7EDF5",
                    "text_wrap": True,
                }
            ),
            "text": workbook.add_format({**base, "num_format": "@"}),
            "wrap": workbook.add_format({**base, "num_format": "@", "text_wrap": True}),
            "number": workbook.add_format({**base, "align": "center"}),
            "money": workbook.add_format(money),
            "label": workbook.add_format({**base, "bold": True, "align": "center"}),
            "total": workbook.add_format({**money, "bold": True}),
            "capital": workbook.add_format({**base, "bold": True}),
            "sign": workbook.add_format(
                {"font_name": FONT, "font_size": 11, "valign": "vcenter"}
            ),
        }

    def _set_up_page(self, sheet, register):
        sheet.set_landscape()
        sheet.set_paper(PAPER_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.9, bottom=0.7)
        sheet.center_horizontally()
        sheet.repeat_rows(0)
        sheet.freeze_panes(1, 3)
        title = register.title.replace("&", "&&")
        sheet.set_header(f'&C&"{FONT},Bold"&16{title}')
        sheet.set_footer("&C第 &P 页 / 共 &N 页")
        for column, (_name, width) in enumerate(LEFT):
            sheet.set_column(column, column, width)
        first = len(LEFT)
        sheet.set_column(first, first + len(register.columns), MONEY_WIDTH)

    def _write_header(self, sheet, styles, register):
        names = [name for name, _width in LEFT] + [*register.columns, GROSS]
        sheet.set_row(0, 24)
        sheet.write_row(0, 0, names, styles["head"])

    def _write_rows(self, sheet, styles, register):
        for number, row in enumerate(register.rows, start=1):
            sheet.write_number(number, 0, number, styles["number"])
            sheet.write_string(number, 1, row.staff_no, styles["text"])
            sheet.write_string(number, 2, row.name, styles["text"])
            sheet.write_string(number, 3, row.site, styles["wrap"])
            sheet.write_string(number, 4, row.staffing, styles["wrap"])
            for column, amount in enumerate(row.amounts, start=len(LEFT)):
                sheet.write_number(number, column, float(amount), styles["money"])
            self._write_row_sum(sheet, styles["money"], number, row.gross, register)

    def _write_row_sum(self, sheet, style, row, value, register):
        """应发合计 of one row as a formula with its value stored."""
        first = len(LEFT)
        last = first + len(register.columns)
        formula = f"=SUM({_cell(row, first)}:{_cell(row, last - 1)})"
        sheet.write_formula(row, last, formula, style, float(value))

    def _write_footer(self, sheet, styles, register):
        count = len(register.rows)
        self._write_totals(sheet, styles, count + 1, register)
        self._write_capital(sheet, styles, count + 2, register)
        self._write_signatures(sheet, styles, count + 3, register)

    def _write_totals(self, sheet, styles, row, register):
        first = len(LEFT)
        sheet.merge_range(row, 0, row, first - 1, "合计", styles["label"])
        for column, total in enumerate((*register.totals, register.gross), start=first):
            formula = f"=SUM({_cell(1, column)}:{_cell(row - 1, column)})"
            sheet.write_formula(row, column, formula, styles["total"], float(total))

    def _write_capital(self, sheet, styles, row, register):
        first, last = len(LEFT), len(LEFT) + len(register.columns)
        sheet.set_row(row, 22)
        sheet.merge_range(row, 0, row, first - 1, "合计(大写)", styles["label"])
        sheet.merge_range(row, first, row, last, register.capital, styles["capital"])

    def _write_signatures(self, sheet, styles, row, register):
        sheet.set_row(row, 36)
        last = len(LEFT) + len(register.columns)
        starts = (0, 4, 8)
        ends = (3, 7, last)
        blocks = zip(starts, ends, register.signatures.items(), strict=True)
        for start, end, (label, name) in blocks:
            sheet.merge_range(row, start, row, end, f"{label}：{name}", styles["sign"])


def _cell(row, column):
    """A1 name of a cell; the register ends before column Z."""
    return f"{chr(ord('A') + column)}{row + 1}"
