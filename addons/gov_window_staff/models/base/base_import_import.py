"""The import screen reads workbooks as safely as the files of `make month`."""

import csv
from datetime import datetime, time

from odoo import models

from odoo.addons.base_import.models.base_import import ImportValidationError

from ...rules.cells import CellProblem, clean
from ...tools.workbook import check_workbook, read_first_sheet

_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0"


class BaseImport(models.TransientModel):
    """Odoo spreads merged areas out in memory and lets a parser's error through."""

    _inherit = "base_import.import"

    def _read_file(self, options):
        content = self.file or b""
        is_ours = self._gov_is_ours()
        is_text = not content.startswith((_ZIP, _OLE))
        try:
            if is_ours and not (is_text and self._gov_is_csv()):
                return self._gov_rows(content, options)
            if content.startswith(_ZIP):
                check_workbook(content)
            return super()._read_file(options)
        except CellProblem as error:
            raise ImportValidationError(self._gov_words(error.code)) from error
        except (UnicodeError, csv.Error) as error:
            raise ImportValidationError(self._gov_words("broken_text")) from error

    def _gov_is_ours(self):
        model = self.env.get(self.res_model)
        return model is not None and hasattr(model, "import_workbook")

    def _gov_is_csv(self):
        is_named = (self.file_name or "").lower().endswith((".csv", ".txt"))
        return is_named or self.file_type == "text/csv"

    def _gov_words(self, code):
        if code == "broken_text":
            reason = self.env._("the text file cannot be read; save it as .xlsx")
        else:
            # pylint: disable=translation-not-lazy
            reason = self.env._(self.env["gov.import.mixin"]._messages()[code])
        return self.env._(
            "%(file)s: %(reason)s", file=self.file_name or "", reason=reason
        )

    def _gov_rows(self, content, options):
        """(number of rows, rows of texts, dates and moments), as Odoo's own readers."""
        lines = read_first_sheet(content)
        sheet = (self.file_name or "").rpartition(".")[0] or "1"
        options["sheets"], options["sheet"] = [sheet], sheet
        width = max((len(cells) for _number, cells in lines), default=0)
        rows = [
            [_as_screen(cell) for cell in cells] + [""] * (width - len(cells))
            for _number, cells in lines
            if any(clean(cell) for cell in cells)
        ]
        return len(rows), rows


def _as_screen(cell):
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date() if cell.time() == time.min else cell
    return (
        str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    )
