"""Import of investigation cases (立案.xlsx)."""

from odoo import fields, models

from odoo.addons.gov_window_staff.rules.sheets import Column, Sheet


class GovImportCase(models.TransientModel):
    """One row is a case, found by the person and the day it was opened."""

    _name = "gov.import.case"
    _description = "Import Cases"
    _inherit = ["gov.import.mixin"]

    _target = "gov.case"
    _sheet = Sheet(
        "立案.xlsx",
        (
            Column("staff_no", "工号", required=True),
            Column("date_open", "立案日期", "date", required=True),
            Column("date_close", "结案日期", "date"),
        ),
    )

    staff_no = fields.Char(string="Staff No.")
    date_open = fields.Char(string="Opened On")
    date_close = fields.Char(string="Closed On")

    def _check_rows(self, rows):
        problems = self._unknown_problems(
            rows, "staff_no", self._employees_by_staff_no(rows)
        )
        problems += self._same_case_twice(rows)
        column = self._sheet.column("date_close")
        for row in rows:
            opened, closed = row.values["date_open"], row.values["date_close"]
            if closed and closed < opened:
                other = self._sheet.column("date_open").header
                problems.append(
                    row.problem(column, "before", other=other, value=opened)
                )
        return problems

    def _same_case_twice(self, rows):
        first, problems = {}, []
        for row in rows:
            key = (row.values["staff_no"], row.values["date_open"])
            if key in first:
                problems.append(
                    row.problem(
                        self._sheet.column("date_open"),
                        "duplicate",
                        first=first[key].number,
                    )
                )
            first.setdefault(key, row)
        return problems

    def _import_rows(self, rows):
        employees = self._employees_by_staff_no(rows)
        people = self.env["hr.employee"].union(*employees.values())
        cases = self.env["gov.case"].search([("employee_id", "in", people.ids)])
        known = {(case.employee_id, case.date_open): case for case in cases}
        touched, new = self.env["gov.case"], []
        for row in rows:
            employee = employees[row.values["staff_no"]]
            case = known.get((employee, row.values["date_open"]))
            closed = row.values["date_close"] or False
            if not case:
                new.append(
                    {
                        "employee_id": employee.id,
                        "date_open": row.values["date_open"],
                        "date_close": closed,
                    }
                )
            elif case.date_close != closed:
                case.date_close = closed
            touched |= case or touched
        return touched | self.env["gov.case"].create(new)
