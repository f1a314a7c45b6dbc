"""One person on one date of a session (逐日签到)."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..base.gov_training_guard_mixin import SIGN_WAYS

STATES = [
    ("enrolled", "Not Signed In"),
    ("attended", "Present"),
    ("excused", "On Leave"),
    ("absent", "Absent"),
]


class GovTrainingAttendance(models.Model):
    """Only sessions with several dates have these; the enrollment sums them up."""

    _name = "gov.training.attendance"
    _description = "Attendance of a Date"
    _inherit = ["gov.training.guard.mixin", "gov.training.sign.trace"]
    _order = "date_start, staff_no, id"
    _sealed_fields = frozenset({"sign_time", "sign_way"})

    enrollment_id = fields.Many2one(
        "gov.training.enrollment", required=True, index=True, ondelete="cascade"
    )
    date_id = fields.Many2one(
        "gov.training.session.date",
        required=True,
        index=True,
        ondelete="cascade",
    )
    session_id = fields.Many2one(related="enrollment_id.session_id", store=True)
    employee_id = fields.Many2one(
        related="enrollment_id.employee_id", string="Person", store=True, index=True
    )
    staff_no = fields.Char(related="enrollment_id.staff_no", store=True)
    date_start = fields.Datetime(related="date_id.date_start", store=True)
    state = fields.Selection(STATES, default="enrolled", required=True, index=True)
    reason = fields.Char()
    sign_time = fields.Datetime(string="Signed In At", readonly=True, copy=False)
    sign_way = fields.Selection(
        SIGN_WAYS, string="Signed In By", readonly=True, copy=False
    )
    can_mark = fields.Boolean(related="enrollment_id.can_mark")

    _once_uniq = models.Constraint(
        "UNIQUE(enrollment_id, date_id)",
        "This person already stands on the sign-in list of this date.",
    )

    @api.depends("enrollment_id", "date_id")
    def _compute_display_name(self):
        for line in self:
            person = line.employee_id.display_name
            line.display_name = f"{person} / {line.date_id.display_name}"

    @api.constrains("enrollment_id", "date_id")
    def _check_session(self):
        for line in self:
            if line.date_id.session_id != line.enrollment_id.session_id:
                raise ValidationError(
                    self.env._("This date belongs to another session.")
                )

    @api.constrains("state", "reason")
    def _check_reason(self):
        for line in self:
            if line.state == "excused" and not (line.reason or "").strip():
                # sudo: the line may be read, the profile not; only the name is shown
                raise ValidationError(
                    self.env._(
                        "Give the reason why %s is on leave.",
                        line.sudo().employee_id.name,
                    )
                )

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create([self._sealed(vals) for vals in vals_list])
        lines._check_may_change()
        lines.enrollment_id._combine_dates()
        return lines

    def write(self, vals):
        if {"enrollment_id", "date_id"} & set(vals):
            raise UserError(
                self.env._("A line of the sign-in list keeps its person and date.")
            )
        self._check_may_change()
        if "state" in vals:
            vals = {**self._sealed(vals), **self._signed_vals(vals["state"])}
        else:
            vals = {k: v for k, v in vals.items() if k not in self._sealed_fields}
        result = super().write(vals)
        if "state" in vals and not self._is_unlocked():
            self.enrollment_id._combine_dates()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_only_open(self):
        self._check_may_change()

    def _check_may_change(self):
        """Signing in is the organiser's, while the session is being held."""
        # sudo: the state is no secret, and the right to sign in is asked just below
        sessions = self.sudo().enrollment_id.session_id
        sessions._check_not_closed()
        sessions._check_state(("ongoing",))
        sessions.with_env(self.env).check_access("write")

    # === ACTIONS === #

    def action_present(self):
        """Came on this date."""
        self.write({"state": "attended"})

    def action_absent(self):
        """Did not come on this date."""
        self.write({"state": "absent"})
