"""Lists that people export: no value of a record becomes a formula of theirs."""

from odoo.addons.web.controllers import export

# what Excel, WPS and Calc take for a formula at the beginning of a cell
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _as_text(value):
    """With an apostrophe before it, as Odoo does for = + - alone.

    >>> _as_text("@SUM(A1)"), _as_text("王芳"), _as_text(-3)
    ("'@SUM(A1)", '王芳', -3)
    """
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value


class CSVExport(export.CSVExport):
    """Odoo leaves @, TAB and CR as they are."""

    def from_data(self, fields, columns_headers, rows):
        # its own prefix is for texts that begin with = + -, so none gets two
        return super().from_data(
            fields,
            [_as_text(header) for header in columns_headers],
            [[_as_text(value) for value in row] for row in rows],
        )


def _write_text(self, row, column, cell_value, style=None):
    """A text is written as a text: `write` makes formulas and links of some."""
    if isinstance(cell_value, str):
        return self.worksheet.write_string(row, column, cell_value, style)
    return _write(self, row, column, cell_value, style)


# the writer is no controller and no model: there is nothing to inherit from
_write = export.ExportXlsxWriter.write
export.ExportXlsxWriter.write = _write_text
