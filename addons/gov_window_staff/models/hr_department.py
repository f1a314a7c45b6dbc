"""Service sites (政务服务机构): county centre, branches, towns, villages (1+7+N)."""

from odoo import api, fields, models
from odoo.fields import Domain

LEVELS = [
    ("county", "County Centre"),
    ("branch", "Branch Centre"),
    ("town", "Town or Street"),
    ("village", "Village or Community"),
]


class HrDepartment(models.Model):
    """Department as a service site."""

    _inherit = "hr.department"

    gov_code = fields.Char(string="Site Code", index=True, copy=False, tracking=True)
    gov_level = fields.Selection(LEVELS, string="Site Level", index=True, tracking=True)
    gov_county_id = fields.Many2one(
        "hr.department",
        string="County",
        compute="_compute_gov_county_id",
        store=True,
        recursive=True,
        index=True,
        help="The county centre above this site: pool of quotas and rounds.",
    )
    gov_window_ids = fields.One2many("gov.window", "department_id", string="Windows")
    gov_window_count = fields.Integer(
        string="Number of Windows", compute="_compute_gov_window_count"
    )
    gov_staff_count = fields.Integer(
        string="Staff of the Subtree", compute="_compute_gov_staff_count"
    )

    _gov_code_uniq = models.UniqueIndex(
        "(gov_code) WHERE gov_code IS NOT NULL", "This site code is already in use."
    )

    @api.depends("gov_level", "parent_id.gov_county_id")
    def _compute_gov_county_id(self):
        for site in self:
            is_county = site.gov_level == "county"
            site.gov_county_id = site if is_county else site.parent_id.gov_county_id

    def _compute_gov_window_count(self):
        counts = dict(
            self.env["gov.window"]._read_group(
                [("department_id", "in", self.ids)], ["department_id"], ["__count"]
            )
        )
        for site in self:
            site.gov_window_count = counts.get(site, 0)

    def _compute_gov_staff_count(self):
        # sudo: a head count is no personal data, and site officers, who cannot read
        # hr.employee, see it on the tree
        sites = self.sudo().search([("id", "child_of", self.ids)])
        counts = dict(
            self.env["hr.employee"]
            .sudo()
            ._read_group(
                [("department_id", "in", sites.ids)], ["department_id"], ["__count"]
            )
        )
        for site in self:
            prefix = site.parent_path or "/"
            site.gov_staff_count = sum(
                counts.get(child, 0)
                for child in sites
                if child.parent_path.startswith(prefix)
            )

    def action_open_gov_windows(self):
        """Windows of this site and below."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.window",
            "view_mode": "list,kanban,form",
            "domain": [("department_id", "child_of", self.ids)],
            "context": {"default_department_id": self.id},
            "name": self.env._("Windows"),
        }

    def action_open_gov_staff(self):
        """Staff of this site and below."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.employee",
            "view_mode": "kanban,list,form",
            "domain": [("department_id", "child_of", self.ids)],
            "context": {"default_department_id": self.id},
            "name": self.env._("Staff"),
        }

    @api.model
    def _search_display_name(self, operator, value):
        """Sites are found by code as well as by name."""
        found = super()._search_display_name(operator, value)
        if operator in ("ilike", "=", "in") and value:
            return Domain.OR([found, Domain("gov_code", operator, value)])
        return found
