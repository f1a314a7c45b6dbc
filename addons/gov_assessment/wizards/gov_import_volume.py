"""Import of the service volume (办件量.xlsx)."""

from odoo import fields, models

from odoo.addons.gov_window_staff.rules.sheets import Column, Sheet


class GovImportVolume(models.TransientModel):
    """One row a person and month; a newer file replaces the figure."""

    _name = "gov.import.volume"
    _description = "Import Service Volume"
    _inherit = ["gov.import.mixin"]

    _target = "gov.service.volume"
    _sheet = Sheet(
        "办件量.xlsx",
        (
            Column("staff_no", "工号", required=True),
            Column("month", "月份", "date", required=True),
            Column("cases", "办件量", "whole", required=True),
            Column("note", "备注", optional=True),
        ),
    )

    staff_no = fields.Char(string="Staff No.")
    month = fields.Char(string="Volume Month")
    cases = fields.Char(string="Service Volume")
    note = fields.Char(string="Volume Note")

    def _check_rows(self, rows):
        employees = self._employees_by_staff_no(rows)
        problems = self._unknown_problems(rows, "staff_no", employees)
        return problems + self._negative_problems(rows, "cases") + self._twice(rows)

    def _twice(self, rows):
        first, problems = {}, []
        column = self._sheet.column("staff_no")
        for row in rows:
            key = (row.values["staff_no"], self._month(row))
            before = first.setdefault(key, row)
            if before is not row:
                problems.append(row.problem(column, "duplicate", first=before.number))
        return problems

    def _month(self, row):
        return row.values["month"].replace(day=1)

    def _import_rows(self, rows):
        employees = self._employees_by_staff_no(rows)
        volumes = self.env["gov.service.volume"]
        known = {
            (volume.employee_id.id, volume.date): volume
            for volume in volumes.search(
                [("date", "in", list({self._month(row) for row in rows}))]
            )
        }
        new, found = [], volumes
        for row in rows:
            vals = {
                "employee_id": employees[row.values["staff_no"]].id,
                "date": self._month(row),
                "cases": row.values["cases"],
            }
            if row.has("note"):
                vals["note"] = row.values["note"] or False
            volume = known.get((vals["employee_id"], vals["date"]))
            if not volume:
                new.append(vals)
                continue
            found += volume
            changed = {
                name: vals[name]
                for name in ("cases", "note")
                if name in vals and volume[name] != vals[name]
            }
            if changed:
                volume.write(changed)
        return found + volumes.create(new)
