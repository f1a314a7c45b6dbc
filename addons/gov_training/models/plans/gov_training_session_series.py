"""A session of a series: on which day it should be by the calendar."""

from odoo import api, fields, models

from ...rules.recurrence import held_on
from ...rules.schedule import local_day
from .gov_training_series import AUDIENCES


class GovTrainingSession(models.Model):
    """Session of a recurring training."""

    _inherit = "gov.training.session"

    series_id = fields.Many2one(
        "gov.training.series",
        index="btree_not_null",
        ondelete="restrict",
        copy=False,
    )
    series_day = fields.Date(
        string="Regular Day",
        copy=False,
        help="The day by the weekday alone; a day off moves the session.",
    )
    audience = fields.Selection(
        AUDIENCES,
        default="all",
        required=True,
        help="Whom the list of people to enroll proposes.",
    )

    _series_uniq = models.UniqueIndex(
        "(series_id, series_day) WHERE series_id IS NOT NULL AND state != 'cancelled'",
        "This day of the series already has its session.",
    )

    @api.depends("series_id", "series_day", "state")
    def _compute_time_note(self):
        result = super()._compute_time_note()
        for session in self.filtered(
            lambda s: s.series_id and s.series_day and s.state in ("draft", "planned")
        ):
            session.time_note = session._series_note() or session.time_note
        return result

    def _series_note(self):
        """A calendar that came after the session may ask for another day."""
        calendar = self.env["gov.calendar.year"]._calendar()
        day = held_on(self.series_id._rule(), calendar, self.series_day)
        if not day:
            return self.env._("The regular day is off; the series leaves it out.")
        if not self.date_start or local_day(self.date_start) == day:
            return False
        return self.env._(
            "By the series and the working-day calendar this session belongs to %s.",
            fields.Date.to_string(day),
        )
