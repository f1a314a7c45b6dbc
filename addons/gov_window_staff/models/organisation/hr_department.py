"""Service sites (政务服务机构): county centre, branches, towns, villages (1+7+N)."""

from odoo import api, fields, models
from odoo.fields import Domain

from .gov_window import GENERAL, RATED, UNRATED

LEVELS = [
    ("county", "County Centre"),
    ("branch", "Branch Centre"),
    ("town", "Town or Street"),
    ("village", "Village or Community"),
]

# figures of a site and everything below it: {key: field}
FIGURES = {
    "staff": "gov_staff_count",
    "holder": "gov_holder_count",
    "window": "gov_window_total_count",
    "general": "gov_general_window_count",
    "rated": "gov_rated_window_count",
    "unrated": "gov_unrated_window_count",
}


class HrDepartment(models.Model):
    """Department as a service site: its place in the tree and its figures."""

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
    gov_site_count = fields.Integer(
        string="Sites Below", compute="_compute_gov_figures"
    )
    gov_staff_count = fields.Integer(
        string="Staff of the Subtree", compute="_compute_gov_figures"
    )
    gov_holder_count = fields.Integer(
        string="Certificate Holders",
        compute="_compute_gov_figures",
        help="People of the subtree with a verified certificate.",
    )
    gov_window_total_count = fields.Integer(
        string="Windows of the Subtree", compute="_compute_gov_figures"
    )
    gov_general_window_count = fields.Integer(
        string="Comprehensive Windows",
        compute="_compute_gov_figures",
        help="Open comprehensive windows of the subtree.",
    )
    gov_rated_window_count = fields.Integer(
        string="Windows with Evaluator", compute="_compute_gov_figures"
    )
    gov_unrated_window_count = fields.Integer(
        string="Windows without Evaluator", compute="_compute_gov_figures"
    )
    gov_evaluator_rate = fields.Float(
        string="Evaluator Coverage",
        compute="_compute_gov_figures",
        help="Open windows with an evaluator or a QR code; guide desks do not count.",
    )

    _gov_code_uniq = models.UniqueIndex(
        "(gov_code) WHERE gov_code IS NOT NULL", "This site code is already in use."
    )

    @api.depends("gov_level", "parent_id.gov_county_id")
    def _compute_gov_county_id(self):
        for site in self:
            is_county = site.gov_level == "county"
            site.gov_county_id = site if is_county else site.parent_id.gov_county_id

    @api.depends("gov_level")
    @api.depends_context("hierarchical_naming")
    def _compute_display_name(self):
        """The name of a site says where it is, so it stands without those above."""
        sites = self.filtered("gov_level")
        for site in sites:
            site.display_name = site.name
        return super(HrDepartment, self - sites)._compute_display_name()

    def _compute_gov_window_count(self):
        counts = dict(
            self.env["gov.window"]._read_group(
                [("department_id", "in", self.ids)], ["department_id"], ["__count"]
            )
        )
        for site in self:
            site.gov_window_count = counts.get(site._origin, 0)

    def _compute_gov_figures(self):
        below = self._gov_subtree()
        own = below._gov_own_figures()
        totals = {key: below._gov_roll_up(own[key]) for key in FIGURES}
        sites = below._gov_roll_up(dict.fromkeys(below.ids, 1))
        for site in self:
            site_id = site._origin.id
            for key, name in FIGURES.items():
                site[name] = totals[key].get(site_id, 0)
            site.gov_site_count = max(sites.get(site_id, 0) - 1, 0)
            counted = site.gov_rated_window_count + site.gov_unrated_window_count
            site.gov_evaluator_rate = (
                site.gov_rated_window_count / counted if counted else 0
            )

    def _gov_subtree(self):
        """These sites and all below them, archived ones left out."""
        ids = set(self.ids)
        # a site whose superior is here too would only lengthen the search
        tops = self.filtered(lambda site: not ids & set(site._gov_path()[:-1]))._origin
        return self.search([("id", "child_of", tops.ids)])

    def _gov_path(self):
        """Ids from the top of the tree down to this site."""
        return [int(part) for part in (self.parent_path or "").split("/") if part]

    def _gov_own_figures(self):
        """Figures of each site itself: {key: {site id: number}}."""
        here = Domain("department_id", "in", self.ids)
        # sudo: head counts are no personal data, and site officers, who cannot read
        # hr.employee and all certificates, see them on the tree
        people = self.env["hr.employee"].sudo()
        staff = here & people._gov_serving(fields.Date.context_today(self))
        windows = self.env["gov.window"]
        holders = Domain("gov_certificate_ids.state", "=", "verified")
        groups = {
            "staff": (people, staff),
            "holder": (people, staff & holders),
            "window": (windows, here),
            "general": (windows, here & GENERAL),
            "rated": (windows, here & RATED),
            "unrated": (windows, here & UNRATED),
        }
        return {
            key: {
                site.id: number
                for site, number in model._read_group(
                    domain, ["department_id"], ["__count"]
                )
            }
            for key, (model, domain) in groups.items()
        }

    def _gov_roll_up(self, numbers):
        """Each number added to all sites above: {site id: total}."""
        totals = {}
        for site in self:
            number = numbers.get(site.id)
            for site_id in site._gov_path() if number else ():
                totals[site_id] = totals.get(site_id, 0) + number
        return totals

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

    def action_open_gov_unrated_windows(self):
        """Windows of this site and below that have no evaluator."""
        action = self.action_open_gov_windows()
        action["context"] = {"search_default_unrated": 1}
        return action

    def action_open_gov_sites(self):
        """Sites below this one."""
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "gov_window_staff.hr_department_action"
        )
        below = [("id", "child_of", self.ids), ("id", "not in", self.ids)]
        return action | {"domain": below, "name": self.env._("Sites Below")}

    def action_open_gov_staff(self):
        """Staff of this site and below."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.employee",
            "view_mode": "kanban,list,form",
            "domain": list(
                Domain("department_id", "child_of", self.ids)
                & self.env["hr.employee"]._gov_serving(fields.Date.context_today(self))
            ),
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
