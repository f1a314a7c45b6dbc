"""月度考核.xlsx: the month of a county, one row a person."""

from datetime import datetime

from odoo import models


class MonthReport(models.AbstractModel):
    """Header in row 1, people in staff number order, A4 landscape."""

    _name = "report.gov_assessment.month"
    _description = "Monthly Appraisal Workbook"
    _inherit = "report.report_xlsx.abstract"

    def get_workbook_options(self):
        # texts come from people: never let one become a formula or a link
        return {"strings_to_formulas": False, "strings_to_urls": False}

    def generate_xlsx_report(self, workbook, data, objs):
        for batch in objs:
            first_day = batch.date_from
            # the month, not the moment: the same data give the same file
            workbook.set_properties(
                {"created": datetime(first_day.year, first_day.month, first_day.day)}
            )
            formats = self._formats(workbook)
            sheet = workbook.add_worksheet("月度考核")
            columns = self._columns(batch)
            self._write_header(sheet, columns, formats)
            self._write_rows(sheet, columns, batch, formats)
            self._set_page(sheet, columns, batch)

    def _formats(self, workbook):
        base = {"border": 1, "font_name": "宋体", "font_size": 10, "valign": "vcenter"}
        return {
            "head": workbook.add_format(
                {
                    **base,
                    "bold": True,
                    "align": "center",
                    "bg_color": "#DDEBF7",
                    "text_wrap": True,
                }
            ),
            "text": workbook.add_format({**base, "num_format": "@"}),
            "centre": workbook.add_format({**base, "align": "center"}),
            "score": workbook.add_format({**base, "num_format": "General"}),
            "money": workbook.add_format({**base, "num_format": "#,##0.00"}),
        }

    def _columns(self, batch):
        """(title, value of an appraisal, width, format), in the order of the sheet."""
        grades = dict(
            self.env["gov.appraisal"]
            ._fields["grade"]
            ._description_selection(self.with_context(lang="zh_CN").env)
        )
        categories = [
            (category.name, self._category_getter(category), 9, "score")
            for category in batch.version_id.category_ids
        ]
        return [
            ("工号", lambda a: a.staff_no, 12, "text"),
            ("姓名", lambda a: a.person_name, 10, "text"),
            ("机构", lambda a: a.department_id.name, 26, "text"),
            *categories,
            ("总分", lambda a: a.total, 9, "score"),
            ("名次", lambda a: a.rank or None, 7, "centre"),
            ("等次", lambda a: grades.get(a.grade), 8, "centre"),
            ("考核奖励", lambda a: a.reward_amount, 11, "money"),
        ]

    def _category_getter(self, category):
        return lambda appraisal: (appraisal.category_scores or {}).get(category.code)

    def _write_header(self, sheet, columns, formats):
        for place, (title, _value, width, _format) in enumerate(columns):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, title, formats["head"])
        sheet.set_row(0, 30)

    def _write_rows(self, sheet, columns, batch, formats):
        for line, appraisal in enumerate(batch.appraisal_ids.sorted("staff_no"), 1):
            for place, (_title, value, _width, name) in enumerate(columns):
                content = value(appraisal)
                if content is None:
                    sheet.write_blank(line, place, None, formats[name])
                elif name == "text" or isinstance(content, str):
                    sheet.write_string(line, place, content or "", formats[name])
                else:
                    sheet.write_number(line, place, content, formats[name])

    def _set_page(self, sheet, columns, batch):
        sheet.freeze_panes(1, 2)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.6)
        month = f"{batch.date_from.year}年{batch.date_from.month}月"
        sheet.set_header(
            f'&C&"宋体,Bold"&14{batch.county_id.name} {month}窗口工作人员月度考核表'
        )
        sheet.set_footer("&C第 &P 页 共 &N 页")
        sheet.autofilter(0, 0, len(batch.appraisal_ids), len(columns) - 1)
