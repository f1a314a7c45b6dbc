"""Import of the State Council's holiday notices (工作日历.xlsx)."""

from collections import Counter

from odoo import fields, models
from odoo.tools import LazyTranslate

from ..models.calendar.gov_calendar_year import FIRST_YEAR, LAST_YEAR
from ..rules.sheets import Column, Problem, Sheet

_lt = LazyTranslate(__name__)

STATUTORY_DAYS = 13  # a year, 国务院令第795号, since 2025
STATUTORY_SINCE = 2025

MESSAGES = {
    "year_entered": _lt(
        "%(year)s is already entered. To take the year anew from this file, open it "
        "under Configuration › Working-Day Calendar, press “Allow Replacement” and "
        "import again"
    ),
    "year_range": _lt("the year must lie between %(first)s and %(last)s"),
    "worked_statutory": _lt("a day that is worked cannot be a statutory holiday"),
    "worked_weekday": _lt("a working day from Monday to Friday anyway; please check"),
    "statutory_count": _lt(
        "%(year)s has %(count)s statutory days instead of %(expected)s; please check"
    ),
}


class GovImportCalendar(models.TransientModel):
    """One row is a day off or a weekend day that is worked; years come whole."""

    _name = "gov.import.calendar"
    _description = "Import Working-Day Calendar"
    _inherit = ["gov.import.mixin"]

    _target = "gov.calendar.year"
    _sheet = Sheet(
        "工作日历.xlsx",
        (
            Column("day", "日期", "date", required=True),
            Column(
                "kind", "类型", "choice", True, choices={"放假": "off", "上班": "work"}
            ),
            Column("holiday", "名称", required=True),
            Column("statutory", "法定", "choice", choices={"是": True, "否": False}),
        ),
    )

    day = fields.Char(string="Calendar Date")
    kind = fields.Char(string="Off or Worked")
    holiday = fields.Char(string="Holiday Name")
    statutory = fields.Char(string="Statutory Holiday")

    def _messages(self):
        return {**super()._messages(), **MESSAGES}

    def _check_rows(self, rows):
        problems = self._duplicate_problems(rows, "day")
        problems += self._outside_range(rows) + self._entered_years(rows)
        return problems + self._odd_kinds(rows) + self._odd_counts(rows)

    def _outside_range(self, rows):
        column = self._sheet.column("day")
        return [
            row.problem(column, "year_range", first=FIRST_YEAR, last=LAST_YEAR)
            for row in rows
            if not FIRST_YEAR <= row.values["day"].year <= LAST_YEAR
        ]

    def _entered_years(self, rows):
        """One problem a year, at its first row: the rest of the file says the same."""
        column = self._sheet.column("day")
        years = self._years(rows)
        kept = {year for year, record in years.items() if not record.is_replaceable}
        problems = []
        for row in rows:
            year = row.values["day"].year
            if year in kept:
                kept.discard(year)
                problems.append(row.problem(column, "year_entered", year=year))
        return problems

    def _odd_kinds(self, rows):
        kind, statutory = self._sheet.column("kind"), self._sheet.column("statutory")
        worked = [row for row in rows if row.values["kind"] == "work"]
        problems = [
            row.problem(statutory, "worked_statutory")
            for row in worked
            if row.values["statutory"]
        ]
        return problems + [
            row.problem(kind, "worked_weekday", is_warning=True)
            for row in worked
            if row.values["day"].weekday() < 5
        ]

    def _odd_counts(self, rows):
        counts = Counter({row.values["day"].year: 0 for row in rows})
        counts.update(row.values["day"].year for row in rows if row.values["statutory"])
        return [
            Problem(
                "statutory_count",
                is_warning=True,
                details={"year": year, "count": count, "expected": STATUTORY_DAYS},
            )
            for year, count in sorted(counts.items())
            if year >= STATUTORY_SINCE and count != STATUTORY_DAYS
        ]

    def _years(self, rows):
        """{year: gov.calendar.year} of the years in the file that are entered."""
        wanted = list({row.values["day"].year for row in rows})
        found = self.env["gov.calendar.year"].search([("year", "in", wanted)])
        return {record.year: record for record in found}

    def _import_rows(self, rows):
        known = self._years(rows)
        wanted = sorted({row.values["day"].year for row in rows})
        known_years = self.env["gov.calendar.year"].union(*known.values())
        known_years.day_ids.unlink()
        new = known_years.create([{"year": y} for y in wanted if y not in known])
        years = {record.year: record.id for record in known_years | new}
        self.env["gov.calendar.day"].create(
            [
                {
                    "year_id": years[row.values["day"].year],
                    "date": row.values["day"],
                    "kind": row.values["kind"],
                    "name": row.values["holiday"],
                    "is_statutory": bool(row.values["statutory"]),
                }
                for row in rows
            ]
        )
        found = known_years | new
        found._finish_import()
        return found
