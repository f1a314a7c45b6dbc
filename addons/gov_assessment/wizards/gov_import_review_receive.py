"""Rows of the interface go the way of the workbook, each for itself."""

from odoo import models

from odoo.addons.gov_window_staff.rules.sheets import Problem


class GovImportReview(models.TransientModel):
    """The importer without a file."""

    _inherit = "gov.import.review"

    def _receive(self, lines):
        """Import texts by column name; see `gov.service.review.gov_receive`."""
        self = self.with_context(tracking_disable=True)
        names = {column.name for column in self._sheet.columns}
        rows, problems = [], []
        for number, line in enumerate(lines, 1):
            own = {name: value for name, value in line.items() if name in names}
            row, found = self._sheet.read_row(number, own)
            problems += found
            problems += [
                Problem("unknown_key", number, name) for name in line if name not in own
            ]
            rows += [row] if row else []
        problems += self._check_rows(rows)
        refused = {problem.row for problem in problems}
        good = [row for row in rows if row.number not in refused]
        known = set(self._known(good))
        self._import_rows(good)
        numbers = [row.values["number"] for row in good]
        return {
            "created": [number for number in numbers if number not in known],
            "updated": [number for number in numbers if number in known],
            "errors": [self._error(problem, lines) for problem in problems],
        }

    def _error(self, problem, lines):
        return {
            "row": problem.row,
            "number": lines[problem.row - 1].get("number", ""),
            "message": self._problem_text(problem),
        }
