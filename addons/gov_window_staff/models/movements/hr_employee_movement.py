"""Movements of a person: who may propose one, and the count on the profile."""

from odoo import api, fields, models
from odoo.fields import Domain

from ..people.hr_version import OFFICER


def care_domain(user):
    """Domain on hr.employee: the people whose movements a user may propose.

    HR officers: everybody; site officers: the people of the own sites and below;
    liaisons: the people of the own units (双重管理).
    """
    if user.has_group("gov_window_staff.group_hr_officer"):
        return Domain.TRUE
    own = Domain.FALSE
    if user.has_group("gov_window_staff.group_site_officer"):
        own |= Domain("department_id", "child_of", user.gov_department_ids.ids)
    if user.has_group("gov_window_staff.group_liaison"):
        own |= Domain("gov_dispatch_unit_id", "in", user.gov_unit_ids.ids)
    return own


class HrEmployee(models.Model):
    """Employee with movements."""

    _inherit = "hr.employee"

    gov_is_in_my_care = fields.Boolean(
        string="In My Care",
        compute="_compute_gov_is_in_my_care",
        search="_search_gov_is_in_my_care",
    )
    gov_movement_count = fields.Integer(
        string="Movements", compute="_compute_gov_movement_count", groups=OFFICER
    )

    @api.depends_context("uid")
    def _compute_gov_is_in_my_care(self):
        mine = self._gov_in_care_of(self.env.user)
        for person in self:
            person.gov_is_in_my_care = person in mine

    @api.model
    def _search_gov_is_in_my_care(self, operator, value):
        return search_in_care(self, operator)

    def _gov_in_care_of(self, user):
        """Those of `self` whose movements a user may propose."""
        # sudo: answers yes or no by site and unit
        people = self.sudo().with_context(active_test=False)
        found = people.search(Domain("id", "in", self.ids) & care_domain(user))
        return self.browse(found.ids)

    @api.depends_context("uid")
    def _compute_gov_movement_count(self):
        counts = dict(
            self.env["gov.staff.movement"]._read_group(
                [("employee_id", "in", self.ids)], ["employee_id"], ["__count"]
            )
        )
        for person in self:
            person.gov_movement_count = counts.get(person, 0)

    def action_open_gov_movements(self):
        """Movements of this person."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.staff.movement",
            "view_mode": "list,form",
            "domain": [("employee_id", "in", self.ids)],
            "context": {"default_employee_id": self.id, "default_kind": "transfer"},
            "name": self.env._("Movements"),
        }


class HrEmployeePublic(models.Model):
    """The twin: site officers and liaisons choose people through this model."""

    _inherit = "hr.employee.public"

    gov_is_in_my_care = fields.Boolean(
        string="In My Care",
        compute="_compute_gov_is_in_my_care",
        search="_search_gov_is_in_my_care",
    )

    @api.depends_context("uid")
    def _compute_gov_is_in_my_care(self):
        people = self.env["hr.employee"].browse(self.ids)
        mine = people._gov_in_care_of(self.env.user).ids
        for person in self:
            person.gov_is_in_my_care = person.id in mine

    @api.model
    def _search_gov_is_in_my_care(self, operator, value):
        return search_in_care(self, operator)


def search_in_care(model, operator):
    """Search of `gov_is_in_my_care` for both models; only `in [True]` is asked."""
    if operator != "in":
        return NotImplemented
    # sudo: site officers and liaisons cannot search hr.employee; ids only
    people = model.env["hr.employee"].sudo()
    return Domain("id", "in", people._search(care_domain(model.env.user)))
