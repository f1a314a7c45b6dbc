"""Import of the organisation (机构.xlsx)."""

from odoo import fields, models

from ..rules.sheets import Column, Sheet

LEVEL_WORDS = {
    "县中心": "county",
    "分中心": "branch",
    "镇街": "town",
    "村社": "village",
}
YES_NO = {"是": True, "否": False}
# columns that came later: a workbook without them is imported as before
PARTIES = {
    "managing_unit": "gov_managing_unit_id",
    "guiding_unit": "gov_guiding_unit_id",
    "territory_unit": "gov_territory_unit_id",
}
FIGURES = {"quota": "gov_quota", "matters": "gov_matter_count"}


class GovImportDepartment(models.TransientModel):
    """One row is a site; sites may stand in any order."""

    _name = "gov.import.department"
    _description = "Import Sites"
    _inherit = ["gov.import.mixin"]

    _target = "hr.department"
    _sheet = Sheet(
        "机构.xlsx",
        (
            Column("code", "机构编码", required=True),
            Column("name", "机构名称", required=True),
            Column("level", "层级", "choice", required=True, choices=LEVEL_WORDS),
            Column("parent_code", "上级编码"),
            Column("managing_unit", "主管部门", optional=True),
            Column("guiding_unit", "业务指导部门", optional=True),
            Column("territory_unit", "属地政府", optional=True),
            Column("is_pilot", "是否试点", "choice", choices=YES_NO, optional=True),
            Column("quota", "核定人数", "whole", default=0, optional=True),
            Column("matters", "事项数", "whole", default=0, optional=True),
        ),
    )

    code = fields.Char(string="Site Code")
    name = fields.Char(string="Site Name")
    level = fields.Char(string="Site Level")
    parent_code = fields.Char()
    managing_unit = fields.Char()
    guiding_unit = fields.Char()
    territory_unit = fields.Char(string="Territorial Government")
    is_pilot = fields.Char()
    quota = fields.Char(string="Approved Headcount")
    matters = fields.Char(string="Service Matters")

    def _check_rows(self, rows):
        in_file = {row.values["code"]: row for row in rows}
        sites = self._sites()
        problems = self._duplicate_problems(rows, "code")
        problems += self._unknown_problems(rows, "parent_code", {**sites, **in_file})
        problems += self._cycles(rows, in_file, sites)
        problems += self._negative_problems(rows, *FIGURES)
        return problems + self._orphans(rows)

    def _cycles(self, rows, in_file, sites):
        """Rows that are their own superior, directly or round a circle."""
        column = self._sheet.column("parent_code")
        return [
            row.problem(column, "cycle")
            for row in rows
            if row.values["code"] in self._superiors(row, in_file, sites)
        ]

    def _orphans(self, rows):
        """Sites without a superior while there is not exactly one county centre."""
        recorded = self._centres()
        in_file = {r.values["code"] for r in rows if r.values["level"] == "county"}
        if len(recorded) + len(in_file - set(recorded.mapped("gov_code"))) == 1:
            return []
        column = self._sheet.column("parent_code")
        return [
            row.problem(column, "required")
            for row in rows
            if row.values["level"] != "county" and not row.values["parent_code"]
        ]

    def _centres(self):
        return self.env["hr.department"].search([("gov_level", "=", "county")])

    def _superiors(self, row, in_file, sites):
        """Codes of all sites above a row, as they will stand after the import."""
        seen = []
        code = row.values["parent_code"]
        while code and code not in seen:
            seen.append(code)
            if code in in_file:
                code = in_file[code].values["parent_code"]
            else:
                code = sites[code].parent_id.gov_code if code in sites else None
        return seen

    def _sites(self):
        """{code: hr.department} of all sites."""
        sites = (
            self.env["hr.department"]
            .with_context(active_test=False)
            .search_fetch([("gov_code", "!=", False)], ["gov_code"])
        )
        return {site.gov_code: site for site in sites}

    def _import_rows(self, rows):
        sites, units = self._sites(), self._units_of(rows)
        new = [row for row in rows if row.values["code"] not in sites]
        created = self.env["hr.department"].create(
            [self._prepare_site_vals(row, units) for row in new]
        )
        sites.update({site.gov_code: site for site in created})
        centre = self._centres()[:1]
        for row in self._from_the_top(rows, sites):
            site = sites[row.values["code"]]
            parent = self._parent_of(row, sites, centre)
            vals = self._prepare_site_vals(row, units) | {"parent_id": parent.id}
            changed = {k: v for k, v in vals.items() if self._differs(site, k, v)}
            if changed:
                site.write(changed)
        return self.env["hr.department"].union(
            *[sites[row.values["code"]] for row in rows]
        )

    def _from_the_top(self, rows, sites):
        """Superiors first: two sites that change places are never in a circle."""
        in_file = {row.values["code"]: row for row in rows}
        return sorted(rows, key=lambda row: len(self._superiors(row, in_file, sites)))

    def _units_of(self, rows):
        """Units by name, those that are not recorded yet created: {name: record}."""
        units = self.env["res.partner"]
        found = {}
        for column, kind in (
            ("territory_unit", "government"),
            ("managing_unit", "unit"),
            ("guiding_unit", "unit"),
        ):
            names = {row.values[column] for row in rows if row.values[column]}
            found |= units._gov_units_named(names - set(found), kind)
        return found

    def _prepare_site_vals(self, row, units):
        vals = {
            "gov_code": row.values["code"],
            "name": row.values["name"],
            "gov_level": row.values["level"],
        }
        for column, name in PARTIES.items():
            if row.has(column):
                unit = units.get(row.values[column])
                vals[name] = unit.id if unit else False
        for column, name in FIGURES.items():
            if row.has(column):
                vals[name] = row.values[column]
        if row.has("is_pilot"):
            vals["gov_is_pilot"] = bool(row.values["is_pilot"])
        return vals

    def _differs(self, site, name, value):
        current = site[name]
        is_record = isinstance(current, models.BaseModel)
        return (current.id if is_record else current) != (value or False)

    def _parent_of(self, row, sites, centre):
        """The named superior; without one, the only county centre there is."""
        code = row.values["parent_code"]
        if row.values["level"] == "county" and not code:
            return self.env["hr.department"]
        return sites[code] if code else centre
