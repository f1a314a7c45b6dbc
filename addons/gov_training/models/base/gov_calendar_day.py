"""A holiday entered later: which planned sessions lie outside working hours now."""

from odoo import api, models


class GovCalendarDay(models.Model):
    """The stored hours outside working time follow the working-day calendar."""

    _inherit = "gov.calendar.day"

    @api.model_create_multi
    def create(self, vals_list):
        days = super().create(vals_list)
        self._gov_refresh_sessions(days.mapped("date"))
        return days

    def write(self, vals):
        dates = self.mapped("date")
        result = super().write(vals)
        self._gov_refresh_sessions(dates + self.mapped("date"))
        return result

    def unlink(self):
        dates = self.mapped("date")
        result = super().unlink()
        self._gov_refresh_sessions(dates)
        return result

    def _gov_refresh_sessions(self, dates):
        """Look again at sessions that are not over; marks set by hand stay elsewhere.

        sudo: the calendar is one for all sites.
        """
        if dates:
            sessions = self.env["gov.training.session"].sudo()
            sessions._refresh_off_hours(min(dates), max(dates))
