"""Sessions that come from a series."""

from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules.office_hours import utc
from ...rules.recurrence import Recurrence, occurrences

SHARED = (
    "name",
    "summary",
    "kind_id",
    "form_id",
    "organiser_kind",
    "organiser_id",
    "organiser_unit_id",
    "department_id",
    "user_id",
    "place",
    "link",
    "capacity",
    "has_waiting_list",
    "has_lieu",
    "audience",
)


class GovTrainingSeries(models.Model):
    """Days by the rule, and a session for each that has none yet."""

    _inherit = "gov.training.series"

    # === ACTIONS === #

    def action_prepare_sessions(self):
        """Draft sessions for the next months, where they are missing."""
        self.ensure_one()
        sessions = self._prepare_sessions()
        if not sessions:
            raise UserError(
                self.env._(
                    "Every date of the next %s months has its session already.",
                    self.months_ahead,
                )
            )
        return self.action_open_sessions()

    def action_open_sessions(self):
        """Sessions of this series."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.training.session",
            "view_mode": "list,kanban,calendar,form",
            "domain": [("series_id", "=", self.id)],
            "context": {"search_default_series": 1},
            "name": self.name,
        }

    # === BUSINESS METHODS === #

    def _rule(self):
        self.ensure_one()
        return Recurrence(
            weekday=int(self.weekday),
            week=int(self.week) if self.frequency == "monthly" else None,
            on_holiday=self.on_holiday,
        )

    def _occurrences(self, first, last):
        """Pairs (nominal day, day held) between two dates; see `rules.recurrence`."""
        calendar = self.env["gov.calendar.year"]._calendar()
        return occurrences(self._rule(), calendar, first, last)

    def _prepare_sessions(self, only_new=False):
        """Missing draft sessions of the coming months, of all series at once.

        :param only_new: leave out what was prepared before and then deleted
        """
        today = fields.Date.context_today(self)
        planned = {
            (session.series_id.id, session.series_day) for session in self.session_ids
        }
        vals_list = []
        for series in self:
            horizon = fields.Date.add(today, months=series.months_ahead)
            last = min(filter(None, (horizon, series.date_to)))
            first = max(series.date_from, today)
            if only_new and series.planned_until:
                first = max(first, series.planned_until + timedelta(1))
            vals_list += [
                series._prepare_session_vals(nominal, held)
                for nominal, held in series._occurrences(first, last)
                if (series.id, nominal) not in planned
            ]
            series._unlocked().planned_until = max(last, series.planned_until or last)
        return self.env["gov.training.session"].create(vals_list)

    def _prepare_session_vals(self, nominal, held):
        """Values of the session of a day; an override may add some."""
        self.ensure_one()
        vals = self._convert_to_write({name: self[name] for name in SHARED})
        start, end = utc(held, self.hour_from), utc(held, self.hour_to)
        pauses = []
        if self.pause_window_ids:
            pause = {
                "date_start": start,
                "date_end": end,
                "window_ids": [(6, 0, self.pause_window_ids.ids)],
                "services": self.pause_services,
            }
            pauses = [(0, 0, pause)]
        return {
            **vals,
            "name": f"{self.name} {held:%Y-%m-%d}",
            "topic_ids": [(6, 0, self.topic_ids.ids)],
            "trainer_ids": [(6, 0, self.trainer_ids.ids)],
            "date_start": start,
            "date_end": end,
            "series_id": self.id,
            "series_day": nominal,
            "pause_ids": pauses,
        }

    @api.model
    def _cron_prepare(self):
        """Keep the next months filled; what somebody deleted stays deleted."""
        self.search([("date_to", "=", False)])._prepare_sessions(only_new=True)
        today = fields.Date.context_today(self)
        self.search([("date_to", ">=", today)])._prepare_sessions(only_new=True)
