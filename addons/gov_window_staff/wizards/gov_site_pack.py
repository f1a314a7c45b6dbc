"""Model organisations of the policies (机构样板): 涟水 1+7+N, 五华 three levels."""

import csv

from odoo import api, fields, models
from odoo.tools import LazyTranslate, file_open

_lt = LazyTranslate(__name__)

PACKS = [("lianshui", "Lianshui County (1+7+N)"), ("wuhua", "Wuhua District")]
NOTES = {
    "lianshui": _lt(
        "The county centre, its 7 branches and the pilots: 2 towns and 3 villages. The "
        "policy does not name the other 14 towns and 369 villages; import them with "
        "机构.xlsx."
    ),
    "wuhua": _lt(
        "The district centre with its 926 matters. The policy does not name the 10 "
        "streets and 99 communities; import them with 机构.xlsx below this centre "
        "(code WHQ): 3 to 5 comprehensive windows are then expected at a street, 1 or "
        "2 at a community."
    ),
}


class GovSitePack(models.TransientModel):
    """Loads the sites that a policy names; what is recorded already stays as it is."""

    _name = "gov.site.pack"
    _description = "Load a Model Organisation"

    pack = fields.Selection(PACKS, string="Model", required=True, default="lianshui")
    note = fields.Text(string="What Is Loaded", compute="_compute_note")

    @api.depends("pack")
    def _compute_note(self):
        for wizard in self:
            note = NOTES.get(wizard.pack)
            wizard.note = self.env._(note) if note else False

    def action_load(self):
        """Create the sites that are missing and open all sites of the model."""
        self.ensure_one()
        self.check_access("write")
        sites = self._load()
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.department",
            "views": [
                [self.env.ref("gov_window_staff.hr_department_view_list").id, "list"],
                [False, "form"],
            ],
            "domain": [("id", "in", sites.ids)],
            "name": self.env._("Sites of the Model"),
        }

    def _load(self):
        """All sites of the model, the missing ones created; idempotent."""
        importer = self.env["gov.import.department"]
        rows, problems = importer._sheet.read_rows(self._lines())
        sites, codes = self._recorded(importer, rows)
        missing = []
        for row in rows:
            row.values["parent_code"] = codes.get(
                row.values["parent_code"], row.values["parent_code"]
            )
            if row.values["code"] not in codes:
                missing.append(row)
        loaded, more = importer._check_and_import(missing, problems)
        importer._refuse_errors(more, importer._sheet.file_name)
        county = (sites | loaded).filtered(lambda site: site.gov_level == "county")
        self._choose_standard(county)
        return sites | loaded

    def _lines(self):
        """(row number, cells) of the model's table, the header first."""
        path = f"gov_window_staff/data/site_packs/{self.pack}.csv"
        with file_open(path, "r") as table:
            return list(enumerate(csv.reader(table), 1))

    def _recorded(self, importer, rows):
        """Sites that are there already, by code or by name and level.

        :return: (hr.department, {code of the model: code of the recorded site})
        """
        by_code = importer._sites()
        names = [row.values["name"] for row in rows]
        by_name = {
            (site.name, site.gov_level): site
            for site in self.env["hr.department"]
            .with_context(lang=importer._file_language())
            .search([("name", "in", names), ("gov_code", "!=", False)])
        }
        sites, codes = self.env["hr.department"], {}
        for row in rows:
            code = row.values["code"]
            site = by_code.get(code) or by_name.get(
                (row.values["name"], row.values["level"])
            )
            if site:
                sites |= site
                codes[code] = site.gov_code
        return sites, codes

    def _choose_standard(self, counties):
        """The county follows the document of its policy unless it has chosen one."""
        standard = self.env.ref(
            f"gov_window_staff.site_standard_{self.pack}", raise_if_not_found=False
        )
        counties.filtered(lambda c: not c.gov_standard_id).gov_standard_id = standard
