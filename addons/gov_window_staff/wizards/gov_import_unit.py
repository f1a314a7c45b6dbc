"""Import of dispatching units (派驻单位.xlsx)."""

from odoo import fields, models

from ..rules.sheets import Column, Sheet
from ..rules.units import credit_code_problem
from .gov_import_department import YES_NO

KIND_WORDS = {"部门单位": "unit", "劳务派遣机构": "agency", "属地政府": "government"}
# column: field, for cells that are written as they are
PLAIN = {
    "kind": "gov_unit_kind",
    "credit_code": "gov_credit_code",
    "leader": "gov_leader",
    "phone": "phone",
    "quota": "gov_quota",
    "matters": "gov_matter_count",
    "whole_unit": "gov_whole_unit",
}


class GovImportUnit(models.TransientModel):
    """One row is a unit, found by its name."""

    _name = "gov.import.unit"
    _description = "Import Dispatching Units"
    _inherit = ["gov.import.mixin"]

    _target = "res.partner"
    _sheet = Sheet(
        "派驻单位.xlsx",
        (
            Column("name", "单位名称", required=True),
            Column(
                "kind",
                "单位类型",
                "choice",
                choices=KIND_WORDS,
                default="unit",
                optional=True,
            ),
            Column("credit_code", "统一社会信用代码", "digits", optional=True),
            Column("leader", "单位负责人", optional=True),
            Column("phone", "联系电话", "digits", optional=True),
            Column("chief_no", "首席代表工号", optional=True),
            Column("quota", "核定派驻人数", "whole", default=0, optional=True),
            Column("matters", "进驻事项数", "whole", default=0, optional=True),
            Column(
                "whole_unit",
                "整体入驻",
                "choice",
                choices=YES_NO,
                default=False,
                optional=True,
            ),
        ),
    )

    name = fields.Char(string="Unit Name")
    kind = fields.Char(string="Unit Kind")
    credit_code = fields.Char(string="Unified Social Credit Code")
    leader = fields.Char(string="Leader of the Unit")
    phone = fields.Char(string="Contact Phone")
    chief_no = fields.Char(string="Staff No. of Chief Representative")
    quota = fields.Char(string="Approved to Send")
    matters = fields.Char(string="Matters Moved In")
    whole_unit = fields.Char(string="Moved In as a Whole")

    def _check_rows(self, rows):
        people = self._employees_by_staff_no(rows, "chief_no")
        problems = self._duplicate_problems(rows, "name")
        problems += self._unknown_problems(rows, "chief_no", people)
        problems += self._negative_problems(rows, "quota", "matters")
        return problems + self._odd_credit_codes(rows)

    def _odd_credit_codes(self, rows):
        column = self._sheet.column("credit_code")
        return [
            row.problem(column, "odd_credit_code", is_warning=True)
            for row in rows
            if (code := row.values["credit_code"]) and credit_code_problem(code)
        ]

    def _import_rows(self, rows):
        people = self._employees_by_staff_no(rows, "chief_no")
        known = self._units(rows)
        new = {}
        for row in rows:
            name, vals = row.values["name"], self._prepare_unit_vals(row, people)
            if name in known:
                known[name].write(vals)
            else:
                new[name] = vals | {"name": name, "is_company": True}
        created = self.env["res.partner"].create(list(new.values()))
        units = known | dict(zip(new, created, strict=True))
        return self.env["res.partner"].union(*[units[r.values["name"]] for r in rows])

    def _units(self, rows):
        """Recorded units of the rows, archived ones too: {name: res.partner}."""
        names = [row.values["name"] for row in rows]
        units = (
            self.env["res.partner"]
            .with_context(active_test=False)
            .search([("is_gov_unit", "=", True), ("name", "in", names)])
        )
        return {unit.name: unit for unit in units}

    def _prepare_unit_vals(self, row, people):
        vals = {"is_gov_unit": True}
        vals |= {f: row.values[c] or False for c, f in PLAIN.items() if row.has(c)}
        if row.has("chief_no"):
            person = people.get(row.values["chief_no"])
            vals["gov_chief_id"] = person.id if person else False
        return vals
