"""Enroll the people of a site and everything below it, in one go."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from odoo.addons.gov_window_staff.models.organisation.hr_department import LEVELS

from ..models.plans.gov_training_series import AUDIENCES
from ..rules.schedule import local_day

COUNTY_WIDE = "gov_window_staff.group_hr_officer"


class GovTrainingEnroll(models.TransientModel):
    """Proposes everybody in service on the day who is free then."""

    _name = "gov.training.enroll"
    _description = "Enroll People"

    session_id = fields.Many2one(
        "gov.training.session", required=True, ondelete="cascade"
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Site",
        compute="_compute_department_id",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
    )
    gov_level = fields.Selection(
        LEVELS, string="Only Sites of Level", help="Empty: sites of every level."
    )
    audience = fields.Selection(
        AUDIENCES,
        compute="_compute_audience",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
    )
    is_required = fields.Boolean(
        string="They Have to Attend",
        default=True,
        help="应参加: who stays away without leave is reported when the session "
        "closes.",
    )
    # public profiles: a site officer may not read hr.employee; the ids are the same
    employee_ids = fields.Many2many(
        "hr.employee.public",
        "gov_training_enroll_employee_rel",
        string="People",
        compute="_compute_employee_ids",
        store=True,
        readonly=False,
    )
    listed_count = fields.Integer(
        string="Already on the List", compute="_compute_employee_ids", store=True
    )
    busy_count = fields.Integer(
        string="In Another Session Then", compute="_compute_employee_ids", store=True
    )
    chosen_count = fields.Integer(
        string="To Be Enrolled", compute="_compute_chosen_count"
    )
    seats_left = fields.Integer(compute="_compute_chosen_count")
    has_seats = fields.Boolean(compute="_compute_chosen_count")
    has_waiting_list = fields.Boolean(related="session_id.has_waiting_list")

    @api.depends("session_id")
    def _compute_department_id(self):
        """The session's site, or the part of it that the user is responsible for."""
        for wizard in self:
            site, own = wizard.session_id.department_id, self._own_sites()
            inside = self.env["hr.department"].search(
                [("id", "child_of", site.ids), ("id", "in", own.ids)], limit=1
            )
            covered = self._sees_county() or site in self._below(own)
            wizard.department_id = site if covered else inside

    @api.depends("session_id")
    def _compute_audience(self):
        for wizard in self:
            wizard.audience = wizard.session_id.audience or "all"

    @api.depends("session_id", "department_id", "gov_level", "audience")
    def _compute_employee_ids(self):
        for wizard in self:
            people = wizard._people()
            # sudo: only leaves out who is listed already, and counts them
            listed = people & wizard.session_id.sudo().enrollment_ids.employee_id
            busy = (people - listed) & wizard.session_id._busy_people(people)
            free = people - listed - busy
            wizard.employee_ids = self.env["hr.employee.public"].browse(free.ids)
            wizard.listed_count = len(listed)
            wizard.busy_count = len(busy)

    @api.depends("employee_ids", "session_id")
    def _compute_chosen_count(self):
        for wizard in self:
            session = wizard.session_id
            wizard.chosen_count = len(wizard.employee_ids)
            wizard.has_seats = bool(session.capacity)
            left = session.capacity - session._seats_taken() if session else 0
            wizard.seats_left = max(0, left)

    def action_enroll(self):
        """Write the whole list at once."""
        self.ensure_one()
        if not self.employee_ids:
            raise UserError(self.env._("There is nobody to enroll in this selection."))
        self.env["gov.training.enrollment"].create(
            [
                {
                    "session_id": self.session_id.id,
                    "employee_id": person,
                    "is_required": self.is_required,
                }
                for person in self.employee_ids.ids
            ]
        )
        return {"type": "ir.actions.act_window_close"}

    def _sees_county(self):
        # not `env.su`: stored fields are computed as superuser, for the same user
        return self.env.user.has_group(COUNTY_WIDE)

    def _own_sites(self):
        return self.env.user.gov_department_ids

    def _below(self, sites):
        return self.env["hr.department"].search([("id", "child_of", sites.ids)])

    def _sites(self):
        """Sites of the choice, without those that are none of the user's business."""
        domain = Domain("id", "child_of", self.department_id.ids)
        if self.gov_level:
            domain &= Domain("gov_level", "=", self.gov_level)
        if not self._sees_county():
            domain &= Domain("id", "child_of", self._own_sites().ids)
        return self.env["hr.department"].search(domain)

    def _people(self):
        """Window staff in service on the day, at the sites where they belong then.

        sudo: entry and leave dates are kept to HR; names are public.
        """
        day = local_day(self.session_id.date_start)
        in_service = (
            self.env["hr.employee"]
            .sudo()
            .search(
                [
                    ("gov_staff_no", "!=", False),
                    ("gov_entry_date", "<=", day),
                    "|",
                    ("gov_leave_date", "=", False),
                    ("gov_leave_date", ">=", day),
                ],
                order="gov_staff_no",
            )
        )
        # sudo: versions are kept to HR; only tells the site of the day
        versions = self.env["hr.version"].sudo()._gov_as_of(in_service, day)
        sites = self._sites()
        people = in_service.filtered(
            lambda person: versions.get(person.id, person).department_id in sites
        )
        return people & sites._gov_heads() if self.audience == "heads" else people
