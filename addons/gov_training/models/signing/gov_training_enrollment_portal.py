"""Leaving a session oneself (取消报名)."""

from odoo import fields, models
from odoo.exceptions import UserError


class GovTrainingEnrollment(models.Model):
    """Called with full rights by pages that know the person behind the login."""

    _inherit = "gov.training.enrollment"

    def _why_not_leave(self):
        """Why the person cannot leave (a sentence), False when free to."""
        self.ensure_one()
        session = self.session_id
        if self.state not in ("enrolled", "waiting"):
            return self.env._("You have no place in this session.")
        if session.state != "planned" or session.date_start <= fields.Datetime.now():
            return self.env._("The session has begun; ask the organiser for leave.")
        if self.is_required and self.state == "enrolled":
            return self.env._(
                "You have been asked to attend this session. If you cannot come, ask "
                "the organiser for leave."
            )
        return False

    def _waiting_text(self):
        """Where the person stands in the queue."""
        return self.env._("No. %s on the waiting list", self.waiting_place)

    def _leave_from_portal(self):
        """Give the place back; the first who waits moves up.

        :raises UserError: see `_why_not_leave`
        """
        refusal = self._why_not_leave()
        if refusal:
            raise UserError(refusal)
        self.action_withdraw()
