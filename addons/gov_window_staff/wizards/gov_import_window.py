"""Import of windows (窗口.xlsx)."""

from odoo import fields, models

from ..rules.sheets import Column, Sheet
from .gov_import_department import YES_NO

KIND_WORDS = {
    "综合": "general",
    "部门": "department",
    "特殊": "special",
    "引导台": "guide",
}
EVALUATOR_WORDS = {"无": "none", "评价器": "device", "二维码": "qr"}
PEOPLE = {"main_no": "main_person_id", "backup_no": "backup_person_id"}
# column: field, for cells that are written as they are
PLAIN = {
    "number": "number",
    "kind": "kind",
    "evaluator": "evaluator_kind",
    "evaluator_number": "evaluator_number",
    "qr_content": "qr_content",
    "is_vanguard": "is_vanguard",
    "is_open": "is_open",
    "equipment": "equipment",
}


class GovImportWindow(models.TransientModel):
    """One row is a window, found by its site and name."""

    _name = "gov.import.window"
    _description = "Import Windows"
    _inherit = ["gov.import.mixin"]

    _target = "gov.window"
    _sheet = Sheet(
        "窗口.xlsx",
        (
            Column("site_code", "机构编码", required=True),
            Column("name", "窗口名称", required=True),
            Column("number", "窗口编号", optional=True),
            Column(
                "kind",
                "类型",
                "choice",
                choices=KIND_WORDS,
                default="general",
                optional=True,
            ),
            Column("area", "领域", optional=True),
            Column("main_no", "A角工号", optional=True),
            Column("backup_no", "B角工号", optional=True),
            Column(
                "evaluator",
                "评价方式",
                "choice",
                choices=EVALUATOR_WORDS,
                default="none",
                optional=True,
            ),
            Column("evaluator_number", "评价器编号", optional=True),
            Column("qr_content", "二维码内容", optional=True),
            Column(
                "is_vanguard",
                "党员先锋岗",
                "choice",
                choices=YES_NO,
                default=False,
                optional=True,
            ),
            Column(
                "is_open",
                "是否开放",
                "choice",
                choices=YES_NO,
                default=True,
                optional=True,
            ),
            Column("equipment", "设备", optional=True),
        ),
    )

    site_code = fields.Char()
    name = fields.Char(string="Window Name")
    number = fields.Char(string="Window No.")
    kind = fields.Char()
    area = fields.Char()
    main_no = fields.Char(string="Staff No. of Main Person (A)")
    backup_no = fields.Char(string="Staff No. of Backup Person (B)")
    evaluator = fields.Char(string="Way of Rating")
    evaluator_number = fields.Char(string="Evaluator No.")
    qr_content = fields.Char(string="QR Code Content")
    is_vanguard = fields.Char(string="Vanguard Post")
    is_open = fields.Char()
    equipment = fields.Char()

    def _check_rows(self, rows):
        sites = self._sites(rows)
        people = self._employees_by_staff_no(rows, *PEOPLE)
        problems = self._doubles(rows)
        problems += self._unknown_problems(rows, "site_code", sites)
        problems += self._unknown_problems(rows, "area", self._areas())
        for name in PEOPLE:
            problems += self._unknown_problems(rows, name, people)
        return problems + self._people_problems(rows, sites, people)

    def _sites(self, rows):
        """{code: hr.department} of the sites in the rows."""
        codes = {row.values["site_code"] for row in rows}
        sites = self.env["hr.department"].search_fetch(
            [("gov_code", "in", list(codes))], ["gov_code"]
        )
        return {site.gov_code: site for site in sites}

    def _areas(self):
        return self.env["gov.window.area"]._by_alias()

    def _key(self, row):
        return row.values["site_code"], row.values["name"]

    def _doubles(self, rows):
        """Rows whose window stood before in the same site."""
        column = self._sheet.column("name")
        first, problems = {}, []
        for row in rows:
            found = first.setdefault(self._key(row), row)
            if found is not row:
                problems.append(row.problem(column, "duplicate", first=found.number))
        return problems

    def _people_problems(self, rows, sites, people):
        """Persons in charge who have gone, work elsewhere, or stand twice."""
        today = fields.Date.context_today(self)
        problems = []
        for row in rows:
            for name in PEOPLE:
                person = people.get(row.values[name])
                column = self._sheet.column(name)
                left = person and person.gov_leave_date
                if not person:
                    continue
                if not person.active or (left and left < today):
                    problems.append(row.problem(column, "not_in_service"))
                elif person.department_id != sites.get(row.values["site_code"]):
                    site = person.department_id.name or "-"
                    problems.append(row.problem(column, "other_site", site=site))
            backup = row.values["backup_no"]
            if backup and backup == row.values["main_no"]:
                column = self._sheet.column("backup_no")
                problems.append(row.problem(column, "same_person"))
        return problems

    def _import_rows(self, rows):
        sites, areas = self._sites(rows), self._areas()
        people = self._employees_by_staff_no(rows, *PEOPLE)
        known = self._windows(sites)
        windows, new = {}, {}
        for row in rows:
            vals = self._prepare_window_vals(row, sites, areas, people)
            if self._key(row) in known:
                windows[self._key(row)] = known[self._key(row)]
                known[self._key(row)].write(vals)
            else:
                new[self._key(row)] = vals
        created = self.env["gov.window"].create(list(new.values()))
        windows |= dict(zip(new, created, strict=True))
        return self.env["gov.window"].union(*[windows[self._key(r)] for r in rows])

    def _windows(self, sites):
        """Windows of the sites, archived ones too: {(site code, name): gov.window}."""
        windows = (
            self.env["gov.window"]
            .with_context(active_test=False)
            .search([("department_id", "in", [site.id for site in sites.values()])])
        )
        return {(w.department_id.gov_code, w.name): w for w in windows}

    def _prepare_window_vals(self, row, sites, areas, people):
        vals = {
            "department_id": sites[row.values["site_code"]].id,
            "name": row.values["name"],
        }
        vals |= {f: row.values[c] or False for c, f in PLAIN.items() if row.has(c)}
        if row.has("area"):
            area = areas.get(row.values["area"])
            vals["area_id"] = area.id if area else False
        for column, name in PEOPLE.items():
            if row.has(column):
                person = people.get(row.values[column])
                vals[name] = person.id if person else False
        return vals
