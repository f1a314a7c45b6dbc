"""A paper about a person: who, where, whose, as on the day it is about."""

from odoo import api, fields, models
from odoo.exceptions import UserError


class GovPersonPaperMixin(models.AbstractModel):
    """Site and unit are those of the day: a later move does not move the paper."""

    _name = "gov.person.paper.mixin"
    _description = "Paper about a Person"

    employee_id = fields.Many2one(
        "hr.employee", string="Person", index=True, ondelete="restrict", tracking=True
    )
    staff_no = fields.Char(
        string="Staff No.", compute="_compute_person", store=True, compute_sudo=True
    )
    person_name = fields.Char(
        string="Person's Name", compute="_compute_person", store=True, compute_sudo=True
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Site",
        compute="_compute_department_id",
        store=True,
        readonly=False,
        index=True,
        ondelete="restrict",
    )
    unit_id = fields.Many2one(
        "res.partner",
        string="Dispatching Unit",
        compute="_compute_unit_id",
        store=True,
        readonly=False,
        index=True,
        ondelete="restrict",
        domain=[("is_gov_unit", "=", True)],
    )
    county_id = fields.Many2one(
        "hr.department",
        compute="_compute_county_id",
        store=True,
        index=True,
        ondelete="restrict",
    )

    def _paper_day(self):
        """The day whose site and unit count."""
        self.ensure_one()
        return fields.Date.context_today(self)

    @api.depends("employee_id")
    def _compute_person(self):
        for paper in self:
            paper.staff_no = paper.employee_id.gov_staff_no
            paper.person_name = paper.employee_id.name

    @api.depends("employee_id")
    def _compute_department_id(self):
        for paper, version in self._person_versions():
            paper.department_id = version.department_id

    # a method of its own: a month's notice knows the site and not the unit
    @api.depends("employee_id")
    def _compute_unit_id(self):
        for paper, version in self._person_versions():
            paper.unit_id = version.gov_dispatch_unit_id

    def _person_versions(self):
        """(paper, hr.version of its person on its day) of the papers with a person."""
        # sudo: who may write the paper may know where the person served
        versions = self.env["hr.version"].sudo()
        for day, papers in self.grouped(lambda p: p._paper_day()).items():
            people = papers.employee_id.sudo()
            as_of = versions._gov_as_of(people, day) if people else {}
            for paper in papers.filtered("employee_id"):
                yield paper, as_of.get(paper.employee_id.id, versions)

    @api.depends("department_id")
    def _compute_county_id(self):
        for paper in self:
            # sudo: the county of a site is no secret
            paper.county_id = paper.sudo().department_id.gov_county_id

    def _refuse_own(self):
        """Nobody decides on a paper about oneself."""
        # sudo: compares the login of the person
        if any(p.employee_id.user_id == self.env.user for p in self.sudo()):
            raise UserError(
                self.env._("This concerns yourself: another officer has to do it.")
            )
