"""A place in a session shows in the calendar of the person."""

from odoo import api, models

# signing in changes nothing about who is expected
PLACE_CHANGES = ("enrolled", "waiting", "withdrawn", "excused")


class GovTrainingEnrollment(models.Model):
    """Enrolling and leaving keep the calendar entries right."""

    _inherit = "gov.training.enrollment"

    @api.model_create_multi
    def create(self, vals_list):
        enrollments = super().create(vals_list)
        enrollments._sync_calendar()
        return enrollments

    def write(self, vals):
        result = super().write(vals)
        if vals.get("state") in PLACE_CHANGES:
            self._sync_calendar()
        return result

    def unlink(self):
        sessions = self.session_id
        has_users = bool(self._with_account())
        result = super().unlink()
        if has_users:
            sessions.exists()._sync_events()
        return result

    def _sync_calendar(self):
        concerned = self._with_account().session_id
        concerned.filtered(lambda s: s.state in ("planned", "ongoing"))._sync_events()

    def _with_account(self):
        """Lines of people with an account of the office.

        sudo: whether somebody has an account, nothing else is read.
        """
        lines = self.sudo().filtered(
            lambda e: e.employee_id.user_id and not e.employee_id.user_id.share
        )
        return self.browse(lines.ids)
