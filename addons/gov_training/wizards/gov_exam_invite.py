"""Invite the people of a site and everything below it to an exam."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

COUNTY_WIDE = "gov_window_staff.group_hr_officer"


class GovExamInvite(models.TransientModel):
    """Proposes everybody in service today who is not on the list yet."""

    _name = "gov.exam.invite"
    _description = "Invite to an Exam"

    exam_id = fields.Many2one("gov.exam", required=True, ondelete="cascade")
    is_induction = fields.Boolean(related="exam_id.is_induction")
    department_id = fields.Many2one(
        "hr.department",
        string="Site and Below",
        compute="_compute_department_id",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
    )
    only_lacking = fields.Boolean(
        string="Only Who Lacks the Induction Exam",
        compute="_compute_only_lacking",
        store=True,
        readonly=False,
        precompute=True,
    )
    # public profiles: a site officer may not read hr.employee; the ids are the same
    employee_ids = fields.Many2many(
        "hr.employee.public",
        "gov_exam_invite_employee_rel",
        string="People",
        compute="_compute_employee_ids",
        store=True,
        readonly=False,
    )
    chosen_count = fields.Integer(
        string="To Be Invited", compute="_compute_chosen_count"
    )

    @api.depends("exam_id")
    def _compute_department_id(self):
        own = self.env.user.gov_department_ids
        for wizard in self:
            site = wizard.exam_id.department_id
            wizard.department_id = site if self._sees_county() else own[:1]

    @api.depends("exam_id")
    def _compute_only_lacking(self):
        for wizard in self:
            wizard.only_lacking = wizard.exam_id.is_induction

    @api.depends("exam_id", "department_id", "only_lacking")
    def _compute_employee_ids(self):
        for wizard in self:
            # sudo: only leaves out who is listed already; those people are not shown
            people = wizard._people() - wizard.exam_id.sudo().candidate_ids.employee_id
            if wizard.only_lacking:
                people = people._gov_without_induction("exam")
            wizard.employee_ids = self.env["hr.employee.public"].browse(people.ids)

    @api.depends("employee_ids")
    def _compute_chosen_count(self):
        for wizard in self:
            wizard.chosen_count = len(wizard.employee_ids)

    def action_invite(self):
        """Put them on the list."""
        self.ensure_one()
        if not self.employee_ids:
            raise UserError(self.env._("There is nobody to invite in this selection."))
        self.exam_id._invite(self.env["hr.employee"].browse(self.employee_ids.ids))
        return {"type": "ir.actions.act_window_close"}

    def _sees_county(self):
        # not `env.su`: stored fields are computed as superuser, for the same user
        return self.env.user.has_group(COUNTY_WIDE)

    def _people(self):
        """Window staff in service today at the chosen site and below.

        sudo: entry and leave dates are kept to HR; names are public.
        """
        domain = Domain("department_id", "child_of", self.department_id.ids)
        if not self._sees_county():
            own = self.env.user.gov_department_ids
            domain &= Domain("department_id", "child_of", own.ids)
        staff = self.env["hr.employee"].sudo()._gov_in_service()
        return staff.filtered_domain(domain)
