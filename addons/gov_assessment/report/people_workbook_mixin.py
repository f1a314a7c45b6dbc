"""A list of people as a workbook for the office: one sheet, one row a person."""

from datetime import datetime

from odoo import models


class PeopleWorkbookMixin(models.AbstractModel):
    """Header in row 1, A4 landscape; a concrete report says columns and people.

    Hooks: `_sheet_name`, `_created`, `_columns`, `_people`, `_page_title`.
    """

    _name = "gov.people.workbook.mixin"
    _description = "Workbook of People"
    _inherit = "report.report_xlsx.abstract"

    _sheet_name = ""

    def _created(self, document):
        """The day of the document (date): the same data give the same file."""
        raise NotImplementedError

    def _columns(self, document):
        """(title, value of a person's record, width, format), in their order."""
        raise NotImplementedError

    def _people(self, document):
        """The records behind the rows, in their order."""
        raise NotImplementedError

    def _page_title(self, document):
        """Title on each printed page."""
        raise NotImplementedError

    def get_workbook_options(self):
        # texts come from people: never let one become a formula or a link
        return {
            "strings_to_formulas": False,
            "strings_to_urls": False,
            # row by row: a county of 20,000 does not stand in memory as a sheet
            "constant_memory": True,
        }

    def generate_xlsx_report(self, workbook, data, objs):
        """One sheet for each document."""
        for document in objs:
            day = self._created(document)
            # the period, not the moment
            workbook.set_properties({"created": datetime(day.year, day.month, day.day)})
            formats = self._formats(workbook)
            sheet = workbook.add_worksheet(self._sheet_name)
            columns, people = self._columns(document), self._people(document)
            self._write_header(sheet, columns, formats)
            self._write_rows(sheet, columns, people, formats)
            self._set_page(sheet, len(columns), len(people), document)

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

    def _write_header(self, sheet, columns, formats):
        for place, (title, _value, width, _format) in enumerate(columns):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, title, formats["head"])
        sheet.set_row(0, 30)

    def _write_rows(self, sheet, columns, people, formats):
        for line, record in enumerate(people, 1):
            for place, (_title, value, _width, name) in enumerate(columns):
                content = value(record)
                if content is None:
                    sheet.write_blank(line, place, None, formats[name])
                elif name == "text" or isinstance(content, str):
                    sheet.write_string(line, place, content or "", formats[name])
                else:
                    sheet.write_number(line, place, content, formats[name])

    def _set_page(self, sheet, width, height, document):
        sheet.freeze_panes(1, 2)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.6)
        sheet.set_header(f'&C&"宋体,Bold"&14{self._page_title(document)}')
        sheet.set_footer("&C第 &P 页 共 &N 页")
        sheet.autofilter(0, 0, height, width - 1)

    def _words(self, model, name):
        """{value: Chinese word} of a selection field."""
        chinese = self.with_context(lang="zh_CN").env
        return dict(chinese[model]._fields[name]._description_selection(chinese))
