"""Calendar entry that stands for a date of a training session."""

from odoo import fields, models


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
