"""Rows of an outside system go the way of the workbook, each for itself."""

from odoo import api, models
from odoo.exceptions import AccessError, ValidationError
from odoo.tools import LazyTranslate

from odoo.addons.gov_window_staff.rules.sheets import Problem

_lt = LazyTranslate(__name__)

RECEIVE_LIMIT = 1000  # rows of one call
OFFICER = "gov_window_staff.group_hr_officer"


class GovImportMixin(models.AbstractModel):
    """The importer without a file; `_receive_key` are the columns that name a row."""

    _inherit = "gov.import.mixin"
    _receive_key = ()

    def _messages(self):
        return super()._messages() | {"unknown_key": _lt("no such key")}

    @api.model
    def _check_envelope(self, rows):
        """Refuse who may not hand rows in, and what is no list of objects."""
        if not self.env.user.has_group(OFFICER):
            raise AccessError(self.env._("Only HR officers hand records in."))
        if not isinstance(rows, list) or not all(isinstance(r, dict) for r in rows):
            raise ValidationError(self.env._("Hand in a list of objects."))
        if len(rows) > RECEIVE_LIMIT:
            raise ValidationError(
                self.env._("At most %s records in one call.", RECEIVE_LIMIT)
            )

    def _known(self, rows):
        """Names of the rows that are there already (see `_row_name`)."""
        raise NotImplementedError

    def _row_name(self, values):
        """The words by which the caller knows a row."""
        return " ".join(str(values.get(name) or "") for name in self._receive_key)

    def _receive(self, lines):
        """Import texts by column name.

        :param lines: list of {column name: text}
        :return: {"created", "updated": names of rows, "errors": [{"row" from 1, the
            key, "message"}]}; rows without an error are kept
        """
        self._take_turn()
        self = self.with_context(tracking_disable=True)
        columns = {column.name for column in self._sheet.columns}
        rows, problems = [], []
        for number, line in enumerate(lines, 1):
            own = {name: value for name, value in line.items() if name in columns}
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
        names = [self._row_name(row.values) for row in good]
        return {
            "created": [name for name in names if name not in known],
            "updated": [name for name in names if name in known],
            "errors": [
                self._error(problem, lines)
                for problem in sorted(problems, key=lambda p: p.row)
            ],
        }

    def _error(self, problem, lines):
        line = lines[problem.row - 1]
        return {
            "row": problem.row,
            **{name: line.get(name, "") for name in self._receive_key},
            "message": self._problem_text(problem),
        }
