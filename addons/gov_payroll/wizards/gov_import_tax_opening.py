"""Import of opening figures of the tax year (个税期初数.xlsx)."""

from odoo import fields, models
from odoo.tools import LazyTranslate

from odoo.addons.gov_window_staff.rules.sheets import Column, Sheet
from odoo.addons.gov_window_staff.tools import import_template

_lt = LazyTranslate(__name__)

import_template.NOTES.update(
    {
        ("个税期初数.xlsx", "工号"): "须已在花名册中；同一人同一年度再次导入时覆盖",
        ("个税期初数.xlsx", "截至月份"): "本表数字累计到几月，1 至 12；没有时填 0",
        ("个税期初数.xlsx", "任职月数"): "当年在本单位任职的月数，不超过截至月份",
        ("个税期初数.xlsx", "累计收入额"): "不含已单独计税的年终奖",
        ("个税期初数.xlsx", "累计专项扣除额"): "个人缴纳的社会保险费和住房公积金",
        ("个税期初数.xlsx", "累计专项附加扣除额"): "截至月份为止已经扣除的合计",
        ("个税期初数.xlsx", "年终奖已单独计税"): "留空为否",
    }
)
YES_NO = {"是": "yes", "否": "no"}
AMOUNTS = (
    *("income", "exempt", "special", "additional", "other", "relief", "withheld"),
)
MONTHS = ("through_month", "months")
MESSAGES = {
    "no_month": _lt("a month lies between 0 and 12"),
    "more_months": _lt("not more months than the figures cover (%(through)s)"),
    "no_tax_year": _lt("a tax year lies between 2019 and 2100"),
}


class GovImportTaxOpening(models.TransientModel):
    """One row is a person's tax year so far; the same year again replaces it."""

    _name = "gov.import.tax.opening"
    _description = "Import Opening Figures of Tax"
    _inherit = ["gov.import.mixin"]

    _target = "gov.tax.opening"
    _sheet = Sheet(
        "个税期初数.xlsx",
        (
            Column("staff_no", "工号", required=True),
            Column("year", "纳税年度", "whole", required=True),
            Column("through_month", "截至月份", "whole", required=True),
            Column("months", "任职月数", "whole", required=True),
            Column("income", "累计收入额", "number", required=True),
            Column("exempt", "累计免税额", "number", optional=True, default=0),
            Column("special", "累计专项扣除额", "number", required=True),
            Column("additional", "累计专项附加扣除额", "number", required=True),
            Column("other", "累计其他扣除额", "number", optional=True, default=0),
            Column("relief", "累计减免税", "number", optional=True, default=0),
            Column("withheld", "累计已扣税额", "number", required=True),
            Column("bonus_alone", "年终奖已单独计税", "choice", choices=YES_NO),
        ),
    )

    staff_no = fields.Char(string="Staff No.")
    year = fields.Char(string="Tax Year of the Figures")
    through_month = fields.Char()
    months = fields.Char(string="Months Employed Here")
    income = fields.Char(string="Sum of Income")
    exempt = fields.Char(string="Sum of Exempt Income")
    special = fields.Char(string="Sum of Contributions")
    additional = fields.Char(string="Sum of Declared Deductions")
    other = fields.Char(string="Sum of Other Deductions")
    relief = fields.Char(string="Sum of Relief")
    withheld = fields.Char(string="Sum of Tax Withheld")
    bonus_alone = fields.Char(string="Bonus Was Taxed Alone")

    def _messages(self):
        return {**super()._messages(), **MESSAGES}

    def _check_rows(self, rows):
        people = self._employees_by_staff_no(rows)
        problems = self._unknown_problems(rows, "staff_no", people)
        problems += self._negative_problems(rows, *AMOUNTS)
        first = {}
        for row in rows:
            problems += self._month_problems(row)
            found = first.setdefault(self._key(row), row)
            if found is not row:
                column = self._sheet.column("staff_no")
                problems.append(row.problem(column, "duplicate", first=found.number))
        return problems

    def _month_problems(self, row):
        through, months = (row.values[name] for name in MONTHS)
        if not 2019 <= row.values["year"] <= 2100:
            return [row.problem(self._sheet.column("year"), "no_tax_year")]
        if not 0 <= through <= 12:
            return [row.problem(self._sheet.column("through_month"), "no_month")]
        if not 0 <= months <= through:
            column = self._sheet.column("months")
            return [row.problem(column, "more_months", through=through)]
        return []

    def _key(self, row):
        return row.values["staff_no"], row.values["year"]

    def _import_rows(self, rows):
        people = self._employees_by_staff_no(rows)
        openings = self.env["gov.tax.opening"]
        employees = self.env["hr.employee"].union(*people.values())
        known = openings._by_year(employees, {row.values["year"] for row in rows})
        written, new = openings.browse(), []
        for row in rows:
            person, year = people[row.values["staff_no"]], row.values["year"]
            vals = {n: row.values[n] or 0 for n in AMOUNTS if row.has(n)}
            vals |= {name: row.values[name] for name in MONTHS}
            vals["has_bonus_alone"] = row.values["bonus_alone"] == "yes"
            if (person, year) in known:
                known[person, year].write(vals)
                written |= known[person, year]
            else:
                new.append({**vals, "employee_id": person.id, "year": year})
        written |= openings.create(new)
        written._log_import(self._sheet.file_name)
        return written
