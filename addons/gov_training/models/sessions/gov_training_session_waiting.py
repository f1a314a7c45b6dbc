"""Seats and the waiting list (候补) of a session."""

from odoo import api, fields, models

from ...rules.waiting import Waiting, moving_up, places


class GovTrainingSession(models.Model):
    """Whoever comes too late waits; a free seat goes to the first who can come."""

    _inherit = "gov.training.session"

    has_waiting_list = fields.Boolean(
        string="Waiting List",
        tracking=True,
        help="When all seats are taken, people wait in line instead of being refused.",
    )
    waiting_count = fields.Integer(
        string="Waiting", compute="_compute_attendance", store=True
    )
    seats_left = fields.Integer(
        string="Free Seats",
        compute="_compute_seats_left",
        help="Only where seats are limited.",
    )

    @api.depends("enrollment_ids.state")
    def _compute_attendance(self):
        result = super()._compute_attendance()
        counts = dict(
            self.env["gov.training.enrollment"]._read_group(
                [("session_id", "in", self.ids), ("state", "=", "waiting")],
                ["session_id"],
                ["__count"],
            )
        )
        for session in self:
            session.waiting_count = counts.get(session._origin, 0)
        return result

    @api.depends("capacity", "expected_count", "excused_count", "absent_count")
    def _compute_seats_left(self):
        for session in self:
            free = session.capacity - session._seats_taken()
            session.seats_left = max(0, free) if session.capacity else 0

    def write(self, vals):
        result = super().write(vals)
        if {"capacity", "has_waiting_list"} & set(vals):
            self._fill_from_waiting()
        return result

    def action_open_waiting(self):
        """The waiting list, in order."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.training.enrollment",
            "view_mode": "list,form",
            "domain": [("session_id", "=", self.id), ("state", "=", "waiting")],
            "context": {"gov_one_session": True, "gov_waiting": True},
            "name": self.env._("Waiting List of %s", self.name),
        }

    # === BUSINESS METHODS === #

    def _is_queueing(self):
        """Whether whoever finds no seat is put on the waiting list."""
        return bool(
            self.capacity and self.has_waiting_list and self.state in ("planned",)
        )

    def _waiting_lines(self):
        """The waiting list as the rule reads it.

        sudo: the order is the same for everybody, whomever the user may see.
        """
        lines = self.sudo().enrollment_ids.filtered(lambda e: e.state == "waiting")
        return [Waiting(e.id, e.waiting_since, e.is_required) for e in lines]

    def _waiting_places(self):
        """{enrollment id: place in the queue}, of one session."""
        self.ensure_one()
        return places(self._waiting_lines())

    def _fill_from_waiting(self):
        """Give free seats to those who wait, as long as enrollment is open."""
        for session in self.sudo().filtered(
            lambda s: s.state == "planned" and s.waiting_count
        ):
            session._give_free_seats()

    def _give_free_seats(self):
        lines = self._waiting_lines()
        free = len(lines)
        if self.capacity and self.has_waiting_list:
            free = self.capacity - self._seats_taken()
        if free <= 0:
            return
        # sudo: the queue is the same for all; the caller is superuser already
        waiting = (
            self.env["gov.training.enrollment"]
            .sudo()
            .browse([line.line for line in lines])
        )
        busy = waiting._busy_elsewhere().ids
        chosen = waiting.browse(moving_up(lines, free, busy))
        if chosen:
            chosen._unlocked().write({"state": "enrolled", "waiting_since": False})
            self._tell_people(
                chosen,
                self.env._("A seat is free: %s", self.name),
                self.env._(
                    "You have moved up from the waiting list and have a seat in “%s” "
                    "now.",
                    self.name,
                ),
            )
