"""One person in one session (报名与签到)."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...exceptions import ScheduleConflict
from ...rules.schedule import Slot, conflicts, local_day
from .gov_training_session import LIVE

STATES = [
    ("enrolled", "Enrolled"),
    ("waiting", "Waiting List"),
    ("attended", "Present"),
    ("excused", "On Leave"),
    ("absent", "Absent"),
    ("withdrawn", "Withdrawn"),
]
BUSY = ("enrolled", "attended")
SIGNED = ("attended", "absent")


class GovTrainingEnrollment(models.Model):
    """Enrolled, then present, on leave (请假) or absent (缺席)."""

    _name = "gov.training.enrollment"
    _description = "Training Enrollment"
    _inherit = ["gov.training.guard.mixin", "gov.training.sign.trace"]
    _order = "date_start desc, session_id desc, staff_no, id"
    # how somebody signed in, waits and judges is never typed in by hand
    _sealed_fields = frozenset(
        {
            "sign_time",
            "sign_way",
            "feedback_content",
            "feedback_trainer",
            "feedback_order",
            "feedback_comment",
            "feedback_time",
        }
    )

    session_id = fields.Many2one(
        "gov.training.session", required=True, index=True, ondelete="cascade"
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
        help="Where the person belonged on the day of the session.",
    )
    county_id = fields.Many2one(
        related="department_id.gov_county_id",
        string="County",
        store=True,
        index=True,
    )
    state = fields.Selection(
        STATES, default="enrolled", required=True, copy=False, index=True
    )
    reason = fields.Char(copy=False, help="Why somebody is on leave or did not come.")
    date_start = fields.Datetime(
        related="session_id.date_start", store=True, index=True
    )
    date_end = fields.Datetime(related="session_id.date_end", store=True)
    session_state = fields.Selection(
        related="session_id.state", string="Session State", store=True
    )
    kind_id = fields.Many2one(related="session_id.kind_id", store=True)
    form_id = fields.Many2one(related="session_id.form_id", store=True)
    hours = fields.Float(
        string="Credited Hours",
        compute="_compute_hours",
        store=True,
        digits=(8, 1),
        help="Hours of the session once it is closed, for those who came.",
    )

    can_mark = fields.Boolean(
        string="May Be Signed In by the User", compute="_compute_can_mark"
    )

    _person_uniq = models.Constraint(
        "UNIQUE(session_id, employee_id)", "This person is already on the list."
    )

    @api.depends("session_id", "employee_id")
    def _compute_display_name(self):
        for enrollment in self:
            person = enrollment.employee_id.display_name
            session = enrollment.session_id.name
            enrollment.display_name = f"{person} / {session}"

    @api.depends("employee_id", "session_id.date_start")
    def _compute_department_id(self):
        for moment, enrollments in self.grouped("date_start").items():
            people = enrollments.employee_id
            versions = {}
            if moment:
                versions = self.env["hr.version"]._gov_as_of(people, local_day(moment))
            for enrollment in enrollments:
                person = enrollment.employee_id
                dated = versions.get(person.id, person)
                enrollment.department_id = dated.department_id

    @api.depends("state", "session_id.state", "session_id.hours")
    def _compute_hours(self):
        for enrollment in self:
            session = enrollment.session_id
            counts = enrollment.state == "attended" and session.state == "done"
            enrollment.hours = session.hours if counts else 0

    @api.depends("session_state")
    @api.depends_context("uid")
    def _compute_can_mark(self):
        held = self._origin.filtered(lambda e: e.session_state == "ongoing")
        own = held.session_id._filtered_access("write")
        for enrollment in self:
            enrollment.can_mark = enrollment._origin in held and (
                enrollment.session_id in own
            )

    # === CONSTRAINTS === #

    @api.constrains("state", "reason")
    def _check_reason(self):
        for enrollment in self:
            if enrollment.state == "excused" and not (enrollment.reason or "").strip():
                # sudo: the line may be read, the profile not; only the name is shown
                raise ValidationError(
                    self.env._(
                        "Give the reason why %s is on leave.",
                        enrollment.sudo().employee_id.name,
                    )
                )

    @api.constrains("session_id", "state")
    def _check_seats(self):
        self.session_id._check_capacity()

    @api.constrains("session_id", "employee_id", "state")
    def _check_conflicts(self):
        """Refuse a second session at the same time."""
        people = self.filtered(lambda e: e.state in BUSY).employee_id
        if not people:
            return
        moments = self.session_id
        # sudo: the other session may be one that the user does not see
        busy = self.sudo().search(
            [
                ("employee_id", "in", people.ids),
                ("state", "in", BUSY),
                ("session_state", "in", LIVE),
                ("date_start", "<", max(moments.mapped("date_end"))),
                ("date_end", ">", min(moments.mapped("date_start"))),
            ]
        )
        found = conflicts(slot for line in busy for slot in line._slots())
        if found:
            raise ScheduleConflict(self._conflict_text(found))

    def _slots(self):
        """When this person is expected, one slot for each date of the session."""
        person, session = self.employee_id.id, self.session_id
        return [Slot(person, start, end, session.id) for start, end in session._slots()]

    def _conflict_text(self, found):
        earlier, later = found[0]
        # sudo: the other session may be one that the user does not see; only the names
        # of person and sessions are told
        person = self.env["hr.employee"].sudo().browse(earlier.person)
        sessions = self.env["gov.training.session"].sudo()
        return self.env._(
            "%(person)s would be in “%(first)s” and “%(second)s” at the same time "
            "(%(count)s such people). Withdraw them from one of the two.",
            person=person.name,
            first=sessions.browse(earlier.session).name,
            second=sessions.browse(later.session).name,
            count=len({slot.person for slot, _other in found}),
        )

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        vals_list = [
            {**self._sealed(vals), **self._signed_vals(vals.get("state"))}
            for vals in vals_list
        ]
        enrollments = super().create(vals_list)
        enrollments._check_may_change()
        # nobody takes seats in a session that is none of the user's business
        enrollments.session_id.check_access("read")
        return enrollments

    def write(self, vals):
        if {"session_id", "employee_id"} & set(vals):
            raise UserError(
                self.env._(
                    "A line of the list belongs to one person and one session. "
                    "Withdraw it and enroll anew."
                )
            )
        if self._is_unlocked():
            return super().write(vals)
        vals = {k: v for k, v in vals.items() if k not in self._sealed_fields}
        if "state" in vals:
            vals |= self._signed_vals(vals["state"])
        self._check_may_change()
        result = super().write(vals)
        if "state" in vals:
            self._check_may_change()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_only_open(self):
        self._check_may_change()

    def _check_may_change(self):
        """Who may change the list, and until when.

        While enrollment is open whoever is responsible for the person enrolls and
        withdraws; leave and signing in are the organiser's; after closing, nobody.
        """
        # sudo: reads the state of sessions that the user may not read; the rights below
        # are the user's own
        for state, enrollments in self.sudo().grouped("session_state").items():
            sessions = self.browse(enrollments.ids).session_id
            sessions.sudo()._check_not_closed()
            sessions.sudo()._check_state(("planned", "ongoing"))
            if state == "ongoing":
                sessions.check_access("write")
            else:
                enrollments.with_env(self.env)._check_before_start()

    def _check_before_start(self):
        early = self.filtered(lambda e: e.state in SIGNED)
        if early:
            # sudo: the session may be one that the user cannot read; only its name
            raise UserError(
                self.env._(
                    "“%s” has not begun; people are signed in once it has.",
                    early[0].session_id.sudo().name,
                )
            )
        excused = self.filtered(lambda e: e.state == "excused")
        excused.session_id.check_access("write")

    # === ACTIONS === #

    def action_present(self):
        """Signed in (到场)."""
        self.write({"state": "attended"})

    def action_absent(self):
        """Did not come (缺席)."""
        self.write({"state": "absent"})

    def action_withdraw(self):
        """Take back the enrollment; the line stays for the record."""
        self.write({"state": "withdrawn"})

    def action_enroll_again(self):
        """Back on the list, not signed in yet; on the waiting list when it is full."""
        self._seat_again()

    # === BUSINESS METHODS === #

    def _refresh_departments(self):
        """Look up the sites again, as of the day of the session."""
        self.env.add_to_compute(self._fields["department_id"], self)
