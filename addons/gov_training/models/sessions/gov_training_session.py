"""Training sessions (培训班次): planned, held and closed."""

from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...exceptions import SessionFull, SessionLocked
from ...rules.attendance import tally

STATES = [
    ("draft", "Draft"),
    ("planned", "Open for Enrollment"),
    ("ongoing", "In Session"),
    ("done", "Closed"),
    ("cancelled", "Cancelled"),
]
LIVE = ("planned", "ongoing", "done")
# what is written when the session is over: how it went, who won, the bills
AFTER_CLOSING = {
    "evaluation",
    "material_ids",
    "material_note",
    "award_ids",
    "cost_trainer",
    "cost_other",
    "cost_total",
}


class GovTrainingSession(models.Model):
    """One session (班次) with its list of people; a closed one stays as it is."""

    _name = "gov.training.session"
    _description = "Training Session"
    _inherit = [
        "gov.training.guard.mixin",
        "gov.training.design.mixin",
        "mail.thread",
        "mail.activity.mixin",
    ]
    _order = "date_start desc, id desc"

    name = fields.Char(string="Session", required=True, tracking=True)
    summary = fields.Html(string="Programme and Summary")
    county_id = fields.Many2one(
        related="department_id.gov_county_id",
        string="County",
        store=True,
        index=True,
    )

    # when and where
    place = fields.Char()
    date_start = fields.Datetime(
        string="Begins", required=True, copy=False, tracking=True, index=True
    )
    date_end = fields.Datetime(string="Ends", required=True, copy=False, tracking=True)
    hours = fields.Float(
        compute="_compute_hours",
        store=True,
        readonly=False,
        precompute=True,
        digits=(8, 1),
        tracking=True,
        help="Training hours that each person who came is credited with (学时).",
    )
    capacity = fields.Integer(string="Seats", help="0: no limit.")

    state = fields.Selection(
        STATES,
        default="draft",
        required=True,
        copy=False,
        tracking=True,
        index=True,
        group_expand=True,
    )
    enrollment_ids = fields.One2many(
        "gov.training.enrollment", "session_id", string="People"
    )
    expected_count = fields.Integer(
        string="Expected", compute="_compute_attendance", store=True
    )
    attended_count = fields.Integer(
        string="Present", compute="_compute_attendance", store=True
    )
    excused_count = fields.Integer(
        string="On Leave", compute="_compute_attendance", store=True
    )
    absent_count = fields.Integer(
        string="Absent", compute="_compute_attendance", store=True
    )
    unmarked_count = fields.Integer(
        string="Not Signed In", compute="_compute_attendance", store=True
    )
    attendance_rate = fields.Float(
        compute="_compute_attendance", store=True, digits=(5, 4), aggregator=None
    )

    is_editable = fields.Boolean(
        string="May Be Changed by the User", compute="_compute_is_editable"
    )
    is_own = fields.Boolean(string="Run by the User", compute="_compute_is_editable")

    _dates_order = models.Constraint(
        "CHECK(date_end > date_start)", "A session must end after it begins."
    )
    _hours_positive = models.Constraint(
        "CHECK(hours >= 0)", "Training hours cannot be negative."
    )
    _capacity_positive = models.Constraint(
        "CHECK(capacity >= 0)", "The number of seats cannot be negative."
    )

    @api.model
    def default_get(self, fields_list):
        """The next full hour, for two hours, at the user's site or the only county."""
        values = super().default_get(fields_list)
        now = fields.Datetime.now().replace(minute=0, second=0)
        counties = self.env["hr.department"].search([("gov_level", "=", "county")])
        only_county = counties if len(counties) == 1 else counties.browse()
        site = self.env.user.gov_department_ids[:1] or only_county
        proposed = {
            "date_start": now + timedelta(hours=1),
            "date_end": now + timedelta(hours=3),
            "department_id": site.id,
            "organiser_id": site.id,
        }
        for name in set(proposed) & set(fields_list):
            values.setdefault(name, proposed[name])
        return values

    # === COMPUTE METHODS === #

    @api.depends("enrollment_ids.state")
    def _compute_attendance(self):
        # stored, so computed as superuser: a site officer, who reads the own people
        # only, sees the head counts of a county session all the same
        counts = {}
        for session, state, number in self.env["gov.training.enrollment"]._read_group(
            [("session_id", "in", self.ids)], ["session_id", "state"], ["__count"]
        ):
            counts.setdefault(session.id, {})[state] = number
        for session in self:
            heads = tally(counts.get(session._origin.id, {}))
            session.expected_count = heads.expected
            session.attended_count = heads.attended
            session.excused_count = heads.excused
            session.absent_count = heads.absent
            session.unmarked_count = heads.unmarked
            session.attendance_rate = heads.rate

    @api.depends("state", "department_id")
    @api.depends_context("uid")
    def _compute_is_editable(self):
        allowed = self._origin._filtered_access("write")
        for session in self:
            may_write = not session._origin or session._origin in allowed
            session.is_own = may_write
            session.is_editable = may_write and session.state != "done"

    # === CONSTRAINTS === #

    @api.constrains("date_start", "date_end")
    def _check_conflicts(self):
        # sudo: people whom the user does not see cannot be in two places either
        self.sudo().enrollment_ids._check_conflicts()

    @api.constrains("organiser_kind", "organiser_unit_id")
    def _check_organiser(self):
        for session in self:
            if session.organiser_kind == "unit" and not session.organiser_unit_id:
                raise ValidationError(
                    self.env._("Name the department that organises “%s”.", session.name)
                )

    @api.constrains("capacity")
    def _check_capacity(self):
        # Two people who take the last seat at once both change this row's counts, so
        # the database lets one of them pass and Odoo tries the other again.
        # sudo: everybody on the list takes a seat, seen or not; only the count is told
        for session in self.sudo():
            taken = session._seats_taken()
            if session.capacity and taken > session.capacity:
                raise SessionFull(
                    self.env._(
                        "“%(session)s” has %(seats)s seats and %(taken)s people. Raise "
                        "the number of seats, or enroll fewer.",
                        session=session.name,
                        seats=session.capacity,
                        taken=taken,
                    )
                )

    def _seats_taken(self):
        """Leave and absence free a seat."""
        self.ensure_one()
        return self.expected_count - self.excused_count - self.absent_count

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        sessions = super().create(vals_list)
        if any(session.state != "draft" for session in sessions):
            raise UserError(self.env._("A new session starts as a draft."))
        return sessions

    def write(self, vals):
        if not self._is_unlocked():
            if "state" in vals:
                raise UserError(
                    self.env._("Use the buttons to move a session to its next step.")
                )
            if any(self._is_fixed_by_closing(name) for name in vals):
                self._check_not_closed()
        result = super().write(vals)
        if "department_id" in vals:
            # Odoo checks the rules before a write only: no session may be pushed to a
            # site that is none of the user's business
            self.check_access("write")
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_only_unheld(self):
        self._check_not_closed()
        self._check_state(("draft", "cancelled"))

    def _is_fixed_by_closing(self, name):
        return name not in AFTER_CLOSING and not name.startswith(
            ("message_", "activity_")
        )

    def _check_not_closed(self):
        closed = self.filtered(lambda session: session.state == "done")
        if closed:
            raise SessionLocked(
                self.env._(
                    "“%s” is closed and stays as it is. An administrator can reopen "
                    "it, giving a reason.",
                    closed[0].name,
                )
            )

    def _check_state(self, allowed):
        labels = dict(self._fields["state"]._description_selection(self.env))
        for session in self.filtered(lambda session: session.state not in allowed):
            raise UserError(
                self.env._(
                    "“%(session)s” is “%(state)s”; this step is possible only from: "
                    "%(allowed)s.",
                    session=session.name,
                    state=labels[session.state],
                    allowed=", ".join(labels[state] for state in allowed),
                )
            )
