"""Import of a workbook: one shape for files, the import screen and `make month`.

A concrete importer is a transient model whose fields carry the Chinese headers as
labels, so that Odoo's import screen maps them by itself. `load` (the screen) and
`import_workbook` (files) take the same way: read every row by the rules, check it
against the database, refuse the whole file when anything is wrong, else write once.
"""

import psycopg2
import psycopg2.errors

from odoo import api, models
from odoo.exceptions import ValidationError
from odoo.tools import LazyTranslate

from ...exceptions import ImportRefused
from ...rules.cells import CellProblem
from ...rules.sheets import Problem, duplicates
from ...tools.workbook import read_first_sheet

_lt = LazyTranslate(__name__)

SHOWN_PROBLEMS = 50
UNSTORABLE = (
    psycopg2.DataError,
    psycopg2.errors.CheckViolation,
    psycopg2.errors.ProgramLimitExceeded,
)

MESSAGES = {
    "required": _lt("this cell must be filled"),
    "not_a_date": _lt("not a date; use an Excel date or YYYY-MM-DD"),
    "impossible_date": _lt("this date does not exist"),
    "not_a_number": _lt("not a number"),
    "too_many_places": _lt("at most %(places)s decimal places"),
    "number_cell": _lt(
        "Excel has rounded this long number; format the cell as text and type it again"
    ),
    "date_cell": _lt(
        "Excel has turned this into a date; format the cell as text and type it again"
    ),
    "excel_error": _lt("the formula of this cell has failed; type the value instead"),
    "unknown_choice": _lt("unknown; use one of: %(choices)s"),
    "missing_column": _lt("this column is missing from the header row"),
    "double_column": _lt("this column stands twice in the header row"),
    "old_xls": _lt("an old .xls workbook; save it as .xlsx and try again"),
    "not_xlsx": _lt("not an Excel workbook (.xlsx)"),
    "broken_xlsx": _lt("the workbook is damaged and cannot be opened"),
    "locked_xlsx": _lt(
        "the workbook is protected by a password; save it without one and try again"
    ),
    "too_big_xlsx": _lt("the workbook is too big to be read; split it"),
    "too_wide_xlsx": _lt(
        "the sheet has more than 1,000 columns; start from the template"
    ),
    "too_long": _lt("longer than %(longest)s characters"),
    "over_100": _lt("must not be greater than 100"),
    "too_large": _lt("this number is too large"),
    "not_stored": _lt(
        "a value of the file is too large, too long or outside what is allowed; "
        "nothing has been imported"
    ),
    "duplicate": _lt("stands twice, first in row %(first)s"),
    "unknown_record": _lt("no such record; check it or import that file first"),
    "not_whole": _lt("not a whole number"),
    "negative": _lt("must not be negative"),
    "not_positive": _lt("must be greater than 0"),
    "before": _lt("is before %(other)s (%(value)s)"),
    "not_in_service": _lt("is no longer in service"),
    "other_site": _lt("works at %(site)s, not at this site"),
    "same_person": _lt("main and backup person must not be the same"),
    "odd_credit_code": _lt(
        "fails the check of unified social credit codes; please check"
    ),
    "taken": _lt("already belongs to %(owner)s"),
    "cycle": _lt("this site would stand below itself"),
    "identity_shape": _lt("not an ID number of 18 characters"),
    "identity_birthday": _lt("the birth date inside the ID number does not exist"),
    "identity_checksum": _lt("the check digit of the ID number is wrong"),
    "identity_sex": _lt("does not agree with the sex in this row; please check"),
    "identity_blank": _lt("a document number has no blanks inside"),
    "before_file": _lt("is before the person's file, which begins on %(first)s"),
    "no_wage": _lt("no base wage, 0.00 is taken"),
    "odd_phone": _lt("not a mainland mobile number; please check"),
    "odd_card": _lt("fails the check of bank cards; please check"),
    "odd_status": _lt("not a political status of GB/T 4762, recorded as other"),
}


class GovImportMixin(models.AbstractModel):
    """Common path of all importers; `_sheet` gives the columns."""

    _name = "gov.import.mixin"
    _description = "Workbook Import"

    _sheet = None  # rules.sheets.Sheet
    _target = None  # model of the records that an import makes

    # -- entry points ------------------------------------------------------

    def import_workbook(self, content, file_name=None):
        """Import the bytes of a workbook; all of it or nothing.

        :return: (records of `_target`, list of warning texts)
        :raises ImportRefused: with one line a problem, in the user's language
        """
        self.check_access("create")
        file_name = file_name or self._sheet.file_name
        try:
            rows, problems = self._sheet.read_rows(read_first_sheet(content))
        except CellProblem as error:
            rows, problems = [], [Problem(error.code)]
        records, problems = self._check_and_import(rows, problems)
        self._refuse_errors(problems, file_name)
        return records, [self._problem_text(p, file_name) for p in problems]

    @api.model
    def load(self, fields, data):
        """Called by Odoo's import screen with mapped columns; all rows or none."""
        self.check_access("create")
        self._check_shape(fields, data)
        rows, problems = [], self._unmapped_columns(fields)
        for number, line in enumerate([] if problems else data, 2):
            row, row_problems = self._sheet.read_row(
                number, dict(zip(fields, line, strict=True))
            )
            problems += row_problems
            rows += [row] if row else []
        records, problems = self._check_and_import(rows, problems)
        errors = [problem for problem in problems if not problem.is_warning]
        if errors:
            # one message for the whole file: the screen shows it line by line
            message = self._refusal(errors, self._sheet.file_name)
            return {
                "ids": False,
                "messages": [{"type": "danger", "message": message}],
                "nextrow": 0,
            }
        self._notify_warnings(problems)
        return {"ids": records.ids, "messages": [], "nextrow": 0}

    @api.model
    def action_open_imported(self, ids):
        """Where the import screen goes afterwards: the records that it has made."""
        return {
            "type": "ir.actions.act_window",
            "res_model": self._target,
            "views": [[False, "list"], [False, "form"]],
            "domain": [("id", "in", ids)],
            "name": self.env._("Imported Records"),
        }

    @api.model
    def get_import_templates(self):
        """Template shown by the import screen."""
        path = f"/{self._module}/static/xlsx/{self._sheet.file_name}"
        return [{"label": self.env._("Download the template"), "template": path}]

    # -- hooks ---------------------------------------------------------------

    def _check_rows(self, rows):
        """Problems that only the database shows; list of `Problem`."""
        raise NotImplementedError

    def _import_rows(self, rows):
        """Write rows that are all in order; return records of `_target`."""
        raise NotImplementedError

    def _messages(self):
        """Words for each problem code; an addon adds its own."""
        return MESSAGES

    # -- helpers -------------------------------------------------------------

    def _check_and_import(self, rows, problems):
        self = self.with_context(lang=self._file_language(), tracking_disable=True)
        problems = problems + self._check_rows(rows)
        problems.sort(key=lambda problem: problem.row or 0)
        if any(not problem.is_warning for problem in problems):
            return self.env[self._target], problems
        try:
            with self.env.cr.savepoint():
                return self._import_rows(rows), problems
        except UNSTORABLE:
            # the last net: something was let through that no column takes
            return self.env[self._target], [*problems, Problem("not_stored")]

    def _refuse_errors(self, problems, file_name):
        """Raise `ImportRefused` unless all problems are warnings."""
        errors = [problem for problem in problems if not problem.is_warning]
        if errors:
            raise ImportRefused(self._refusal(errors, file_name))

    def _file_language(self):
        """Names in the files are Chinese: look them up in that language."""
        installed = dict(self.env["res.lang"].get_installed())
        return "zh_CN" if "zh_CN" in installed else self.env.lang

    def _duplicate_problems(self, rows, name):
        column = self._sheet.column(name)
        return [
            row.problem(column, "duplicate", first=first.number)
            for row, first in duplicates(rows, name)
        ]

    def _unknown_problems(self, rows, name, known):
        """Problems of rows whose filled value is not a key of `known`."""
        column = self._sheet.column(name)
        return [
            row.problem(column, "unknown_record")
            for row in rows
            if row.values[name] and row.values[name] not in known
        ]

    def _negative_problems(self, rows, *names):
        """Problems of rows whose number is below 0."""
        return [
            row.problem(self._sheet.column(name), "negative")
            for name in names
            for row in rows
            if (row.values[name] or 0) < 0
        ]

    def _employees_by_staff_no(self, rows, *columns):
        """{staff number: hr.employee} for the rows, archived people included.

        :param columns: names of the columns with the numbers, `staff_no` by default
        """
        numbers = {row.values[c] for row in rows for c in columns or ("staff_no",)}
        employees = (
            self.env["hr.employee"]
            .with_context(active_test=False)
            .search_fetch([("gov_staff_no", "in", list(numbers))], ["gov_staff_no"])
        )
        return {employee.gov_staff_no: employee for employee in employees}

    def _check_shape(self, fields, data):
        """Refuse a call that is no table; the import screen makes none such."""
        if not (
            isinstance(fields, list)
            and all(isinstance(name, str | bool) for name in fields)
            and isinstance(data, list)
            and all(isinstance(row, list | tuple) for row in data)
            and all(len(row) == len(fields) for row in data)
        ):
            raise ValidationError(
                self.env._("Hand in rows with one cell for each column.")
            )

    def _unmapped_columns(self, fields):
        return [
            Problem("missing_column", 1, column.header)
            for column in self._sheet.columns
            if column.required and column.name not in fields
        ]

    def _problem_text(self, problem, file_name=None):
        words = self.env._(self._messages()[problem.code])
        reason = words % problem.details
        if not problem.row:
            return self.env._(
                "%(file)s: %(reason)s", file=file_name or "", reason=reason
            )
        where = self.env._("row %s", problem.row)
        if problem.column:
            where += self.env._(", column “%s”", problem.column)
        if problem.value:
            where += self.env._(", value “%s”", problem.value)
        return self.env._(
            "%(file)s %(where)s: %(reason)s",
            file=file_name or "",
            where=where,
            reason=reason,
        ).strip()

    def _refusal(self, errors, file_name):
        lines = [self._problem_text(p, file_name) for p in errors[:SHOWN_PROBLEMS]]
        more = len(errors) - SHOWN_PROBLEMS
        if more > 0:
            lines.append(self.env._("… and %s more problems", more))
        return "\n".join(lines)

    def _notify_warnings(self, warnings):
        """Tell what a person should look at; the import itself is in order."""
        if warnings:
            self.env.user._bus_send(
                "simple_notification",
                {
                    "type": "warning",
                    "title": self.env._("Please check"),
                    "message": self._refusal(warnings, self._sheet.file_name),
                    "sticky": True,
                },
            )
