"""One produced sheet, read twice: stored values (data_only=True) and formulas."""

import re
from decimal import Decimal

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries

A4, LANDSCAPE = "9", "landscape"
A4_LANDSCAPE_MM = 297
MM_PER_CHARACTER = (
    1.9  # a column of width 1 in the default font, about 7 pixels at 96 dpi
)
MM_PER_INCH = 25.4
ROWS_THAT_FIT_ONE_PAGE = 60


class Sheet:
    """The first sheet of a workbook, addressed by row number and column name."""

    def __init__(self, path):
        self.values = load_workbook(path, data_only=True).worksheets[0]
        self.formulas = load_workbook(path, data_only=False).worksheets[0]
        self.header = [cell.value for cell in self.values[1]]
        while self.header and self.header[-1] is None:
            self.header.pop()

    def rows(self):
        """The numbers of all rows below the header."""
        return range(2, self.values.max_row + 1)

    def value(self, row, column):
        """The stored value of a cell."""
        return self.values.cell(row, self.header.index(column) + 1).value

    def formula(self, row, column):
        """The formula of a cell as text, or None when it holds a plain value."""
        value = self.formulas.cell(row, self.header.index(column) + 1).value
        value = getattr(value, "text", value)
        return value if isinstance(value, str) and value.startswith("=") else None

    def row_text(self, row):
        """All texts of a row, stuck together."""
        return "".join(
            str(cell.value) for cell in self.values[row] if cell.value is not None
        )

    def evaluate(self, formula):
        """What a formula of sums gives from the stored values of the cells it names.

        Understood: ``=F2+G2``, ``=SUM(F2:J2)``, ``=SUM(F2,G2:J2)``,
        ``=SUBTOTAL(9,F2:F9)``, and ROUND(..., 2) around them; None for another.
        """
        body = formula.lstrip("=").replace("$", "").replace(" ", "").upper()
        wrapped = re.fullmatch(r"ROUND\((.*),2\)", body)
        body = wrapped[1] if wrapped else body
        called = re.fullmatch(r"(?:SUM\(|SUBTOTAL\((?:9|109),)([A-Z0-9:,]+)\)", body)
        if called:
            places = called[1].split(",")
        elif re.fullmatch(r"[A-Z]+\d+(\+[A-Z]+\d+)*", body):
            places = body.split("+")
        else:
            return None
        return sum((self.range_sum(place) for place in places), Decimal(0))

    def range_sum(self, place):
        """The sum of the numbers of a range or of one cell."""
        left, top, right, bottom = range_boundaries(place)
        cells = self.values.iter_rows(top, bottom, left, right, values_only=True)
        return sum(
            (Decimal(repr(v)) for row in cells for v in row if is_number(v)), Decimal(0)
        )


def is_number(value):
    """A real number in the cell, not a text that looks like one."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def width_mm(sheet, columns):
    """How wide the columns print, in millimetres, unscaled."""
    default = (
        sheet.sheet_format.defaultColWidth or sheet.sheet_format.baseColWidth or 8.43
    )
    widths = {}
    for dimension in sheet.column_dimensions.values():
        for index in range(dimension.min or 0, (dimension.max or 0) + 1):
            widths[get_column_letter(index)] = dimension.width
    letters = (get_column_letter(index) for index in range(1, columns + 1))
    return sum(widths.get(letter, default) for letter in letters) * MM_PER_CHARACTER


def page_differences(sheet):
    """What keeps a sheet from being "ready to print on A4 landscape"."""
    page = sheet.formulas
    setup, found = page.page_setup, []
    if str(setup.paperSize) != A4:
        found.append(f"paper is {setup.paperSize}, not A4 (9)")
    if setup.orientation != LANDSCAPE:
        found.append(f"orientation is {setup.orientation}, not landscape")
    if (page.print_title_rows or "").replace("$", "") != "1:1":
        found.append(f"repeated rows are {page.print_title_rows}, not the header row 1")
    return found + fit_differences(page, len(sheet.header))


def fit_differences(page, columns):
    """All columns on one page across, but not a hundred people on one page."""
    fitted = (
        page.sheet_properties.pageSetUpPr
        and page.sheet_properties.pageSetUpPr.fitToPage
    )
    if fitted:
        squeezed = (
            page.page_setup.fitToHeight not in (0, "0")
            and page.max_row > ROWS_THAT_FIT_ONE_PAGE
        )
        return ["all rows are squeezed onto one page (fitToHeight)"] if squeezed else []
    margins = (page.page_margins.left + page.page_margins.right) * MM_PER_INCH
    scale = (page.page_setup.scale or 100) / 100
    needed = width_mm(page, columns) * scale + margins
    return (
        [f"the table is {needed:.0f} mm wide, the page {A4_LANDSCAPE_MM}"]
        if needed > A4_LANDSCAPE_MM
        else []
    )
