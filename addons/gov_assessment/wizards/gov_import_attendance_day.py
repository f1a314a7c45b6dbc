"""Import of attendance (考勤打卡.xlsx)."""

from odoo import fields, models
from odoo.tools import LazyTranslate

from odoo.addons.gov_window_staff.rules.sheets import Column, Sheet

from ..rules.attendance import clock, read_minute

_lt = LazyTranslate(__name__)

STATUS_WORDS = {
    "正常": "normal",
    "迟到": "late",
    "早退": "late",
    "缺卡": "no_punch",
    "旷工": "absent",
    "外勤": "outside",
    "请假": "leave",
    "请假未备案": "unfiled",
}
PUNCHES = ("am_in", "am_out", "pm_in", "pm_out")


class GovImportAttendanceDay(models.TransientModel):
    """One row is a person's day; the same day again takes the newer row."""

    _name = "gov.import.attendance.day"
    _description = "Import Attendance"
    _inherit = ["gov.import.mixin"]

    _target = "gov.attendance.day"
    _sheet = Sheet(
        "考勤打卡.xlsx",
        (
            Column("staff_no", "工号", required=True),
            Column("date", "日期", "date", required=True),
            Column("am_in", "上午上班"),
            Column("am_out", "上午下班", optional=True),
            Column("pm_in", "下午上班", optional=True),
            Column("pm_out", "下午下班"),
            Column("status", "状态", "choice", choices=STATUS_WORDS, optional=True),
            Column("statement", "情况说明", optional=True),
        ),
    )

    staff_no = fields.Char(string="Staff No.")
    date = fields.Char()
    am_in = fields.Char(string="Morning In")
    am_out = fields.Char(string="Morning Out")
    pm_in = fields.Char(string="Afternoon In")
    pm_out = fields.Char(string="Afternoon Out")
    status = fields.Char(string="Record Status")
    statement = fields.Char(string="Unit's Statement")

    def _messages(self):
        return super()._messages() | {
            "not_a_time": _lt("not a time of day, as 08:55"),
        }

    def _check_rows(self, rows):
        employees = self._employees_by_staff_no(rows)
        problems = self._unknown_problems(rows, "staff_no", employees)
        seen = {}
        for row in rows:
            problems += self._time_problems(row)
            key = (row.values["staff_no"], row.values["date"])
            if key in seen:
                column = self._sheet.column("date")
                problems.append(row.problem(column, "duplicate", first=seen[key]))
            seen.setdefault(key, row.number)
        return problems

    def _time_problems(self, row):
        problems = []
        for name in PUNCHES:
            try:
                read_minute(row.values[name])
            except ValueError:
                problems.append(row.problem(self._sheet.column(name), "not_a_time"))
        return problems

    def _import_rows(self, rows):
        employees = self._employees_by_staff_no(rows)
        days = self.env["gov.attendance.day"]
        there = days.search(
            [
                ("employee_id", "in", [person.id for person in employees.values()]),
                ("date", "in", list({row.values["date"] for row in rows})),
            ]
        )
        known = {(day.employee_id.id, day.date): day for day in there}
        new, touched = [], days
        for row in rows:
            vals = self._prepare_day_vals(row, employees)
            day = known.get((vals["employee_id"], vals["date"]))
            if not day:
                new.append(vals)
            else:
                self._update(day, vals)
                touched += day
        # thousands of days: what the file brought needs no message on each of them
        quiet = days.with_context(tracking_disable=True)
        return touched + quiet.create(new).with_env(self.env)

    def _prepare_day_vals(self, row, employees):
        vals = {
            "employee_id": employees[row.values["staff_no"]].id,
            "date": row.values["date"],
        }
        for column in self._sheet.columns[2:]:
            if row.has(column.name):
                vals[column.name] = row.values[column.name] or False
        for name in set(PUNCHES) & set(vals):
            minute = read_minute(vals[name] or "")
            vals[name] = False if minute is None else clock(minute)
        return vals

    def _update(self, day, vals):
        changed = {
            name: value
            for name, value in vals.items()
            if name not in ("employee_id", "date") and day[name] != value
        }
        if changed:
            day.write(changed)
