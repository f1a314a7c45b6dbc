"""Facts of a session that assessment may take up (无故缺席、违纪、获奖)."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...rules.schedule import local_day

STATES = [
    ("draft", "To Be Checked"),
    ("confirmed", "Confirmed"),
    ("taken", "Taken Up by Assessment"),
    ("dismissed", "Dismissed"),
]


class GovTrainingIncident(models.Model):
    """A draft until the organiser confirms it; only confirmed ones go to assessment."""

    _name = "gov.training.incident"
    _description = "Training Incident"
    _inherit = ["gov.training.guard.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "date desc, id desc"
    _sealed_fields = frozenset({"is_automatic", "taken_reference", "session_date_id"})

    session_id = fields.Many2one(
        "gov.training.session", required=True, index=True, ondelete="restrict"
    )
    session_date_id = fields.Many2one(
        "gov.training.session.date", string="Date of the Session", ondelete="restrict"
    )
    employee_id = fields.Many2one(
        "hr.employee", string="Person", required=True, index=True, ondelete="restrict"
    )
    staff_no = fields.Char(related="employee_id.gov_staff_no", store=True)
    department_id = fields.Many2one(
        "hr.department",
        string="Site",
        compute="_compute_department_id",
        store=True,
        index=True,
        help="Where the person belonged on the day.",
    )
    kind_id = fields.Many2one(
        "gov.training.incident.kind",
        string="Incident",
        required=True,
        ondelete="restrict",
        tracking=True,
    )
    nature = fields.Selection(related="kind_id.nature", store=True)
    item_code = fields.Char(related="kind_id.item_code")
    date = fields.Date(
        compute="_compute_date", store=True, readonly=False, precompute=True
    )
    rank = fields.Char(string="Rank or Prize", help="Of an award: first prize, ...")
    points = fields.Float(
        compute="_compute_points",
        store=True,
        readonly=False,
        digits=(8, 1),
        help="Proposed from the kind; assessment decides by its own rules.",
    )
    description = fields.Text(string="Facts", tracking=True)
    evidence_ids = fields.Many2many("ir.attachment", bypass_search_access=True)
    user_id = fields.Many2one(
        "res.users", string="Noted By", default=lambda self: self.env.user
    )
    state = fields.Selection(
        STATES, default="draft", required=True, copy=False, tracking=True, index=True
    )
    dismissal = fields.Char(string="Why Dismissed", copy=False, tracking=True)
    is_automatic = fields.Boolean(string="From Attendance", copy=False)
    taken_reference = fields.Char(string="Taken Up As", copy=False)
    is_own = fields.Boolean(compute="_compute_is_own")

    _automatic_uniq = models.UniqueIndex(
        "(session_id, employee_id, kind_id, COALESCE(session_date_id, 0))"
        " WHERE is_automatic",
        "This absence is noted already.",
    )

    # === COMPUTE METHODS === #

    @api.depends("employee_id", "kind_id")
    def _compute_display_name(self):
        for incident in self:
            person = incident.employee_id.display_name or ""
            incident.display_name = f"{person} / {incident.kind_id.name or ''}"

    @api.depends("session_id", "session_date_id")
    def _compute_date(self):
        for incident in self:
            start = (
                incident.session_date_id.date_start or incident.session_id.date_start
            )
            incident.date = incident.date or (start and local_day(start))

    @api.depends("employee_id", "date")
    def _compute_department_id(self):
        for day, incidents in self.grouped("date").items():
            people = incidents.employee_id
            versions = self.env["hr.version"]._gov_as_of(people, day) if day else {}
            for incident in incidents:
                person = incident.employee_id
                dated = versions.get(person.id, person)
                incident.department_id = dated.department_id

    @api.depends("kind_id")
    def _compute_points(self):
        for incident in self:
            incident.points = incident.kind_id.points

    @api.depends("session_id")
    @api.depends_context("uid")
    def _compute_is_own(self):
        own = self.session_id._origin._filtered_access("write")
        for incident in self:
            session = incident.session_id._origin
            incident.is_own = not session or session in own

    # === CONSTRAINTS === #

    @api.constrains("kind_id", "rank")
    def _check_rank(self):
        for incident in self:
            if incident.nature == "award" and not (incident.rank or "").strip():
                # sudo: the line may be read, the profile not; only the name is shown
                raise ValidationError(
                    self.env._(
                        "Give the rank or prize that %s won.",
                        incident.sudo().employee_id.name,
                    )
                )

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        incidents = super().create([self._sealed(vals) for vals in vals_list])
        if any(incident.state != "draft" for incident in incidents):
            raise UserError(self.env._("An incident is a draft until it is confirmed."))
        incidents._check_organiser()
        incidents._check_people()
        return incidents

    def write(self, vals):
        if not self._is_unlocked():
            if {"state", "session_id", "employee_id"} & set(vals):
                raise UserError(
                    self.env._(
                        "An incident keeps its person and session; use the buttons to "
                        "confirm or dismiss it."
                    )
                )
            vals = {k: v for k, v in vals.items() if k not in self._sealed_fields}
            if any(not name.startswith(("message_", "activity_")) for name in vals):
                self._check_state(("draft",))
                self._check_organiser()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_only_drafts(self):
        self._check_state(("draft",))
        self._check_organiser()

    def _check_organiser(self):
        """Facts of a session are noted and confirmed by whoever runs it."""
        self.session_id.check_access("write")

    def _check_people(self):
        """Whoever runs a session reports who was in it, or the own people."""
        # sudo: who was enrolled, people of other sites included
        strangers = self.filtered(
            lambda i: i.employee_id
            not in i.sudo().session_id.enrollment_ids.employee_id
        ).employee_id
        if not self.env.su and strangers - strangers._gov_in_care_of(self.env.user):
            raise UserError(
                self.env._(
                    "Only people of the session are reported. Enroll the person first, "
                    "or ask the county office."
                )
            )

    def _check_state(self, allowed):
        labels = dict(self._fields["state"]._description_selection(self.env))
        for incident in self.filtered(lambda i: i.state not in allowed):
            # sudo: the title has the name of a profile; the incident itself may be read
            raise UserError(
                self.env._(
                    "%(incident)s is “%(state)s” and cannot be changed.",
                    incident=incident.sudo().display_name,
                    state=labels[incident.state],
                )
            )

    # === ACTIONS === #

    def action_confirm(self):
        """The facts are right; assessment may take them up."""
        self._check_organiser()
        self._check_state(("draft",))
        self._unlocked().write({"state": "confirmed"})

    def action_dismiss(self):
        """Ask for the reason; the wizard does the rest."""
        self._check_organiser()
        self._check_state(("draft", "confirmed"))
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.training.dismiss",
            "view_mode": "form",
            "target": "new",
            "context": {"default_incident_ids": self.ids},
            "name": self.env._("Dismiss"),
        }

    def action_draft(self):
        """Check the facts again."""
        self._check_organiser()
        self._check_state(("confirmed", "dismissed"))
        self._unlocked().write({"state": "draft", "dismissal": False})

    # === BUSINESS METHODS === #

    def _dismiss(self, reason):
        self._check_organiser()
        self._check_state(("draft", "confirmed"))
        self._unlocked().write({"state": "dismissed", "dismissal": reason.strip()})

    @api.model
    def _for_assessment(self, first, last):
        """Confirmed incidents of a period that assessment has not taken up yet."""
        return self.search(
            [
                ("date", ">=", first),
                ("date", "<=", last),
                ("state", "=", "confirmed"),
            ]
        )

    def _mark_taken(self, reference):
        """Assessment has made an event of each; called by gov_assessment.

        :param reference: what it became, shown here
        """
        self._check_state(("confirmed",))
        self._unlocked().write({"state": "taken", "taken_reference": reference})
