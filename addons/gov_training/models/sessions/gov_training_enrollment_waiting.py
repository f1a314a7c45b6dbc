"""A line of the waiting list (候补)."""

from odoo import api, fields, models
from odoo.exceptions import UserError

FREES_A_SEAT = ("withdrawn", "excused", "absent")


class GovTrainingEnrollment(models.Model):
    """Waits when there is no seat, and moves up when one gets free."""

    _inherit = "gov.training.enrollment"

    is_required = fields.Boolean(
        string="Has to Attend",
        default=True,
        help="应参加: goes first on the waiting list, and absence without leave is "
        "reported for assessment.",
    )
    waiting_since = fields.Datetime(readonly=True, copy=False)
    waiting_place = fields.Integer(
        string="Place on the Waiting List", compute="_compute_waiting_place"
    )

    @api.depends("state", "waiting_since", "is_required", "session_id")
    def _compute_waiting_place(self):
        self.waiting_place = 0
        waiting = self._origin.filtered(lambda e: e.state == "waiting")
        places = {}
        for session in waiting.session_id:
            places.update(session._waiting_places())
        for enrollment in self:
            enrollment.waiting_place = places.get(enrollment._origin.id, 0)

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        return super().create(self._queued(vals_list))

    def write(self, vals):
        if vals.get("state") == "waiting" and not self._is_unlocked():
            raise UserError(
                self.env._(
                    "The waiting list fills itself when all seats are taken. Withdraw "
                    "the person instead."
                )
            )
        if not self._is_unlocked():
            vals = {k: v for k, v in vals.items() if k != "waiting_since"}
            if "state" in vals:
                vals["waiting_since"] = False
        result = super().write(vals)
        if vals.get("state") in FREES_A_SEAT:
            self.session_id._fill_from_waiting()
        return result

    def unlink(self):
        sessions = self.session_id
        result = super().unlink()
        sessions.exists()._fill_from_waiting()
        return result

    def _queued(self, vals_list):
        """The same values; who finds no seat any more waits, in the order given."""
        sessions = self.env["gov.training.session"].browse(
            {vals["session_id"] for vals in vals_list if vals.get("session_id")}
        )
        # sudo: the number of free seats is the same for everybody
        free = {
            session.id: session.capacity - session._seats_taken()
            for session in sessions.sudo()
            if session._is_queueing()
        }
        now, result = fields.Datetime.now(), []
        for vals in vals_list:
            session = vals.get("session_id")
            state = vals.get("state") or self.env.context.get("default_state")
            state = "enrolled" if state in (None, False, "waiting") else state
            if state == "enrolled" and session in free:
                free[session] -= 1
                state = "waiting" if free[session] < 0 else state
            since = now if state == "waiting" else False
            result.append({**vals, "state": state, "waiting_since": since})
        return result

    # === BUSINESS METHODS === #

    def _seat_again(self):
        """Back on the list, or at the end of the waiting list when it is full."""
        now = fields.Datetime.now()
        for session, lines in self.grouped("session_id").items():
            # sudo: as above
            free = len(lines)
            if session.sudo()._is_queueing():
                free = session.sudo().capacity - session.sudo()._seats_taken()
            free = max(0, free)
            lines[:free].write({"state": "enrolled"})
            late = lines[free:]
            if late:
                late._check_may_change()
                late._unlocked().write({"state": "waiting", "waiting_since": now})

    def _busy_elsewhere(self):
        """Those of the lines whose person sits in another session at the time."""
        busy = self.browse()
        for session, lines in self.grouped("session_id").items():
            people = session._busy_people(lines.employee_id)
            busy |= lines.filtered(lambda e, people=people: e.employee_id in people)
        return busy
