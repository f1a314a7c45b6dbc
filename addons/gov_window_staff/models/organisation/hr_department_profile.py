"""What is recorded of a service site: parties, pilot, quota, training base."""

from odoo import api, fields, models

from ...tools.figures import search_figure
from .hr_department import LEVELS

UNITS = [("is_gov_unit", "=", True)]


class HrDepartment(models.Model):
    """Facts of a site that no policy computes."""

    _inherit = "hr.department"

    gov_managing_unit_id = fields.Many2one(
        "res.partner",
        string="Managing Unit",
        domain=UNITS,
        tracking=True,
        index="btree_not_null",
        help="主管部门: manages a branch centre.",
    )
    gov_guiding_unit_id = fields.Many2one(
        "res.partner",
        string="Guiding Unit",
        domain=UNITS,
        tracking=True,
        index="btree_not_null",
        help="业务指导部门: the county department that guides the work.",
    )
    gov_territory_unit_id = fields.Many2one(
        "res.partner",
        string="Territorial Government",
        domain=UNITS,
        tracking=True,
        index="btree_not_null",
        help="属地政府: manages the centre of a town and its villages.",
    )
    gov_is_pilot = fields.Boolean(string="Pilot", tracking=True)
    gov_pilot_date = fields.Date(string="Pilot Since", tracking=True)
    gov_phone = fields.Char(string="Service Telephone")
    gov_address = fields.Char(string="Site Address")
    gov_matter_count = fields.Integer(
        string="Service Matters", help="进驻事项: matters that can be handled here."
    )
    gov_is_training_base = fields.Boolean(string="Training Base", tracking=True)
    gov_trains_level = fields.Selection(
        LEVELS,
        string="Trains the Level",
        help="Whose window staff the base trains: the centre trains the streets, a "
        "street its communities.",
    )
    gov_quota = fields.Integer(
        string="Approved Headcount",
        tracking=True,
        help="核定人数 of this site alone; 0: none has been approved.",
    )
    gov_vacancy_count = fields.Integer(
        string="Vacancies",
        compute="_compute_gov_vacancy_count",
        search="_search_gov_vacancy_count",
        help="Approved headcount less the people of this site; negative: too many.",
    )

    _gov_quota_positive = models.Constraint(
        "CHECK(gov_quota >= 0)", "An approved headcount cannot be negative."
    )
    _gov_matter_positive = models.Constraint(
        "CHECK(gov_matter_count >= 0)", "A number of matters cannot be negative."
    )

    @api.depends("gov_quota")
    def _compute_gov_vacancy_count(self):
        own = self._gov_own_figures()["staff"]
        for site in self:
            here = own.get(site._origin.id, 0)
            site.gov_vacancy_count = site.gov_quota - here if site.gov_quota else 0

    def _search_gov_vacancy_count(self, operator, value):
        sites = self.search([("gov_level", "!=", False)])
        return search_figure(sites, "gov_vacancy_count", operator, value)

    @api.onchange("gov_is_pilot")
    def _onchange_gov_is_pilot(self):
        if self.gov_is_pilot and not self.gov_pilot_date:
            self.gov_pilot_date = fields.Date.context_today(self)
