"""Calendar entry that stands for a date of a training session."""

from odoo import api, fields, models
from odoo.exceptions import UserError


class CalendarEvent(models.Model):
    """Kept by the session; `gov_training_session_calendar.py` writes it."""

    _inherit = "calendar.event"

    gov_session_id = fields.Many2one(
        "gov.training.session",
        string="Training Session",
        index="btree_not_null",
        ondelete="cascade",
        readonly=True,
    )

    # Odoo lets every colleague change every entry of the shared calendar

    @api.model_create_multi
    def create(self, vals_list):
        events = super().create(vals_list)
        events._gov_check_session()
        return events

    def write(self, vals):
        if not all(name.startswith(("message_", "activity_")) for name in vals):
            self._gov_check_session()
        result = super().write(vals)
        if "gov_session_id" in vals:
            self._gov_check_session()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_not_of_a_session(self):
        self._gov_check_session()

    def _gov_check_session(self):
        if not self.env.su and self.filtered("gov_session_id"):
            raise UserError(
                self.env._(
                    "This entry belongs to a training session and follows it. Change "
                    "the session instead."
                )
            )
