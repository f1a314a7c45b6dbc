"""Import of contribution bases (缴费基数.xlsx)."""

from odoo import fields, models

from odoo.addons.gov_window_staff.rules.sheets import Column, Sheet

AMOUNTS = ("social_base", "housing_base", "housing_percent")


class GovImportContributionBase(models.TransientModel):
    """One row is a person's bases from a day on; the same day again replaces them."""

    _name = "gov.import.contribution.base"
    _description = "Import Contribution Bases"
    _inherit = ["gov.import.mixin"]

    _target = "gov.contribution.base"
    _sheet = Sheet(
        "缴费基数.xlsx",
        (
            Column("staff_no", "工号", required=True),
            Column("date_from", "起缴日期", "date", required=True),
            Column("social_base", "社保缴费基数", "number", required=True),
            Column("housing_base", "公积金缴存基数", "number", required=True),
            Column("housing_percent", "公积金比例", "number", optional=True),
        ),
    )

    staff_no = fields.Char(string="Staff No.")
    date_from = fields.Char(string="First Day of Paying")
    social_base = fields.Char()
    housing_base = fields.Char()
    housing_percent = fields.Char(string="Housing Rate")

    def _check_rows(self, rows):
        people = self._employees_by_staff_no(rows)
        problems = self._unknown_problems(rows, "staff_no", people)
        problems += self._negative_problems(rows, *AMOUNTS)
        return problems + self._doubles(rows) + self._over_100(rows)

    def _over_100(self, rows):
        column = self._sheet.column("housing_percent")
        return [
            row.problem(column, "over_100")
            for row in rows
            if (row.values["housing_percent"] or 0) > 100
        ]

    def _doubles(self, rows):
        """Rows of the same person and day as one before."""
        column = self._sheet.column("staff_no")
        first, problems = {}, []
        for row in rows:
            found = first.setdefault(self._key(row), row)
            if found is not row:
                problems.append(row.problem(column, "duplicate", first=found.number))
        return problems

    def _key(self, row):
        return row.values["staff_no"], row.values["date_from"]

    def _import_rows(self, rows):
        people = self._employees_by_staff_no(rows)
        bases = self.env["gov.contribution.base"]
        found = bases.search(
            [("employee_id", "in", [person.id for person in people.values()])]
        )
        known = {(b.employee_id.gov_staff_no, b.date_from): b for b in found}
        result, new = {}, {}
        for row in rows:
            vals = {name: row.values[name] or 0 for name in AMOUNTS if row.has(name)}
            if self._key(row) in known:
                result[self._key(row)] = known[self._key(row)]
                known[self._key(row)].write(vals)
            else:
                person = people[row.values["staff_no"]]
                day = row.values["date_from"]
                new[self._key(row)] = {
                    **vals,
                    "employee_id": person.id,
                    "date_from": day,
                }
        created = bases.create(list(new.values()))
        result |= dict(zip(new, created, strict=True))
        return bases.union(*[result[self._key(row)] for row in rows])
