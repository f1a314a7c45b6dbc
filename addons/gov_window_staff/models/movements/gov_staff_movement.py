"""Staff movements (人员变动): entry, transfer, leaving and more, each approved."""

from odoo import api, fields, models
from odoo.api import NewId

from ..people.hr_version import SOURCES
from .gov_movement_kind import KINDS

STATES = [
    ("draft", "Draft"),
    ("submitted", "Under Approval"),
    ("approved", "Approved"),
    ("done", "In Effect"),
    ("refused", "Refused"),
    ("cancelled", "Cancelled"),
]
OPEN_STATES = ("draft", "submitted", "approved")
PAY = "gov_window_staff.group_hr_officer,gov_window_staff.group_leader"


class GovStaffMovement(models.Model):
    """A movement of one person; approved, it writes the dated profile once.

    What it proposes stands in the `to_` fields, what was so before in the same fields
    without `to_`, kept as it was when the person was chosen.
    """

    _name = "gov.staff.movement"
    _description = "Staff Movement"
    _inherit = [
        "mail.thread",
        "mail.activity.mixin",
        "tier.validation",
        "gov.protected.mixin",
    ]
    _order = "id desc"
    _rec_names_search = ["name", "person_name", "staff_no"]
    _mail_post_access = "read"  # a reviewer may ask back without a right to write

    _state_from = ["submitted"]
    _state_to = ["approved"]
    _cancel_state = "cancelled"
    _tier_validation_manual_config = True  # the form shows the steps in its own words

    name = fields.Char(string="No.", default="/", readonly=True, copy=False)
    kind = fields.Selection(KINDS, required=True, index=True)
    kind_id = fields.Many2one(
        "gov.movement.kind", string="Kind Record", compute="_compute_kind_id"
    )
    state = fields.Selection(
        STATES,
        default="draft",
        required=True,
        copy=False,
        tracking=True,
        index=True,
        group_expand=True,
    )
    requester_id = fields.Many2one(
        "res.users",
        string="Proposed By",
        default=lambda self: self.env.user,
        required=True,
        readonly=True,
        copy=False,
        ondelete="restrict",
    )
    county_id = fields.Many2one(
        "hr.department", compute="_compute_county_id", store=True, index=True
    )

    employee_id = fields.Many2one(
        "hr.employee",
        string="Person",
        index=True,
        ondelete="restrict",
        domain=[("gov_is_in_my_care", "=", True)],
    )
    person_name = fields.Char(
        string="Full Name",
        compute="_compute_person_name",
        store=True,
        index="trigram",
    )
    staff_no = fields.Char(
        string="Staff No.", compute="_compute_person_name", store=True
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Present Site",
        compute="_compute_present",
        store=True,
        index=True,
        copy=False,
    )
    window_id = fields.Many2one(
        "gov.window", "Present Window", compute="_compute_present", store=True
    )
    job_id = fields.Many2one(
        "hr.job", "Present Post", compute="_compute_present", store=True
    )
    post_level_id = fields.Many2one(
        "gov.skill.level", "Present Post Level", compute="_compute_present", store=True
    )
    unit_id = fields.Many2one(
        "res.partner",
        string="Dispatching Unit",
        compute="_compute_unit_id",
        store=True,
        readonly=False,
        index=True,
        domain=[("is_gov_unit", "=", True)],
    )

    to_department_id = fields.Many2one("hr.department", "New Site", index=True)
    to_window_id = fields.Many2one(
        "gov.window", "New Window", domain="[('department_id', '=', to_department_id)]"
    )
    to_job_id = fields.Many2one("hr.job", "New Post")
    to_contract_type_id = fields.Many2one("hr.contract.type", "Staffing Type")
    to_source = fields.Selection(SOURCES, string="Provided By")
    to_employer_id = fields.Many2one("res.partner", "Employer")
    to_wage = fields.Float("Base Wage", digits=(16, 2), groups=PAY)
    to_post_level_id = fields.Many2one("gov.skill.level", "New Post Level")
    to_is_dedicated = fields.Boolean(
        "Dedicated", help="Posted to a village station full-time (专职)."
    )

    effective_date = fields.Date(tracking=True, copy=False, index=True)
    end_date = fields.Date(copy=False, help="Last day of the secondment.")
    notice_date = fields.Date(
        copy=False, help="Day on which the written notice was handed in."
    )
    notice_override = fields.Text(
        "Reason for the Shorter Notice",
        help="Why the person may leave before the days of notice are over.",
    )
    trial_end = fields.Date("Probation Until", copy=False)
    trial_result = fields.Selection(
        [("pass", "Passed"), ("replace", "Not Suitable, to Be Replaced")],
        string="Result of the Probation",
    )
    outcome = fields.Selection(
        [
            ("leave", "Leaves the Window"),
            ("reassign", "Other Work is Proposed"),
            ("keep", "Stays"),
        ],
        default="leave",
        help="What the proposal asks the employer to do.",
    )
    replacement_needed = fields.Boolean(
        help="The unit is to send somebody else (责成单位重新派员入驻)."
    )
    replacement_due = fields.Date()
    replacement_id = fields.Many2one(
        "gov.staff.movement",
        "Replaced By",
        copy=False,
        domain=[("kind", "=", "entry")],
        help="Entry of the person whom the unit sent instead.",
    )
    reason_id = fields.Many2one(
        "gov.movement.reason",
        string="Ground",
        domain="['|', ('kind_ids', '=', False), ('kind_ids.code', '=', kind)]",
    )
    reason = fields.Text()
    consent_note = fields.Text(
        "Consultation with the Centre",
        help="Who was consulted, when, and what was agreed (先与中心协商,经中心同意).",
    )
    attachment_ids = fields.Many2many("ir.attachment", string="Letter and Papers")
    origin_id = fields.Many2one(
        "gov.staff.movement", "Follows", copy=False, readonly=True, index=True
    )
    step_ids = fields.One2many(
        "gov.staff.movement.step", "movement_id", string="Steps Taken", copy=False
    )

    _open_uniq = models.UniqueIndex(
        "(employee_id, kind) WHERE employee_id IS NOT NULL "
        "AND state IN ('draft', 'submitted', 'approved')",
        "This person already has an open movement of this kind. Go on with that one, "
        "or cancel it first.",
    )

    @api.depends("kind")
    def _compute_kind_id(self):
        for movement in self:
            movement.kind_id = self.env["gov.movement.kind"]._of(movement.kind)

    @api.depends("name", "person_name", "kind")
    def _compute_display_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        for movement in self:
            words = (movement.name, kinds.get(movement.kind), movement.person_name)
            movement.display_name = " ".join(w for w in words if w and w != "/")

    @api.depends("department_id", "to_department_id")
    def _compute_county_id(self):
        for movement in self:
            site = movement.to_department_id or movement.department_id
            movement.county_id = site.gov_county_id

    @api.depends("employee_id", "candidate_name", "candidate_staff_no")
    def _compute_person_name(self):
        for movement in self:
            # sudo: the proposer may know the people in the own care by name and number
            person = movement.sudo().employee_id
            movement.person_name = person.name or movement.candidate_name
            movement.staff_no = person.gov_staff_no or movement.candidate_staff_no

    @api.depends("employee_id")
    def _compute_present(self):
        """What is so now; only a new choice of the person reads it again."""
        present = self._present_facts()
        for movement in self:
            facts = present[movement]
            movement.department_id = facts.department_id
            movement.window_id = facts.gov_window_id
            movement.job_id = facts.job_id
            movement.post_level_id = facts.gov_post_level_id

    # apart from the others: the ORM computes none of a method's fields when a value is
    # given for one of them, and the unit of an entry is given
    @api.depends("employee_id", "kind")
    def _compute_unit_id(self):
        present = self._present_facts()
        for movement in self:
            unit = movement.unit_id if movement.kind == "entry" else False
            movement.unit_id = present[movement].gov_dispatch_unit_id or unit

    def _present_facts(self):
        """{movement: hr.version (sudo) of its person today, empty without one}."""
        # sudo: site officers and liaisons do not read hr.version; whose facts these
        # may be is checked when the movement is written
        nothing = self.env["hr.version"].sudo()
        people = self.sudo().employee_id._origin
        shown = people._gov_in_care_of(self.env.user)
        versions = nothing._gov_as_of(people, self._today())
        present = {}
        for movement in self:
            person = movement.sudo().employee_id._origin
            # a form that is being filled in tells nothing of other units' people
            is_hidden = isinstance(movement.id, NewId) and person not in shown
            present[movement] = versions.get(False if is_hidden else person.id, nothing)
        return present

    @api.model
    def _today(self):
        """Today where the office is: a night job runs without anybody's time zone."""
        if not self.env.user.tz and not self.env.context.get("tz"):
            self = self.with_context(tz="Asia/Shanghai")
        return fields.Date.context_today(self)

    @api.onchange("kind")
    def _onchange_kind(self):
        if self.kind == "entry":
            self.employee_id = False

    @api.onchange("to_department_id")
    def _onchange_to_department_id(self):
        if self.to_window_id.department_id != self.to_department_id:
            self.to_window_id = False
