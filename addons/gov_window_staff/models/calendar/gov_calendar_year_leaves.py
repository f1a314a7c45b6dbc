"""Copy of the days off into Odoo's own calendar (公共假期).

Time off of Odoo's own then leaves public holidays out. What that calendar cannot say
is that a Saturday is worked: such days stay with the working-day calendar alone.
"""

from datetime import datetime, time

import pytz

from odoo import fields, models

SATURDAY = 5
HOLIDAY_LIST = "hr_holidays.resource_calendar_leaves_tree_inherit"
COPY_STATES = [
    ("none", "Not Copied"),
    ("copied", "Copied"),
    ("partly", "Partly Copied"),
]


class GovCalendarYear(models.Model):
    """Year with its public holidays in `resource.calendar.leaves`."""

    _inherit = "gov.calendar.year"

    leave_ids = fields.One2many(
        "resource.calendar.leaves", "gov_year_id", string="Public Holidays", copy=False
    )
    is_copied = fields.Boolean(
        string="Copied to Time Off", readonly=True, copy=False, tracking=True
    )
    leave_count = fields.Integer(
        string="Public Holidays Copied", compute="_compute_copy_state"
    )
    copy_state = fields.Selection(
        COPY_STATES, string="In the Time Off Calendar", compute="_compute_copy_state"
    )

    def _compute_copy_state(self):
        for record in self:
            record.leave_count = len(record._own_leaves())
            wanted = record._weekdays_off()
            missing = wanted - record._covered(wanted)
            if not record.is_copied:
                record.copy_state = "none"
            else:
                record.copy_state = "partly" if missing else "copied"

    def action_copy_leaves(self):
        """Enter the days off of Monday to Friday as public holidays of the company.

        A second time changes nothing; days that somebody has entered by hand stay.
        """
        self.write({"is_copied": True})
        for record in self:
            record._sync_leaves()

    def action_remove_leaves(self):
        """Take back what `action_copy_leaves` has entered, nothing else."""
        self.write({"is_copied": False})
        self._own_leaves().unlink()

    def action_open_leaves(self):
        """The public holidays that were copied from this year."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "resource.calendar.leaves",
            "view_mode": "list",
            "views": [(self.env.ref(HOLIDAY_LIST).id, "list")],
            "domain": [("id", "in", self._own_leaves().ids)],
            "name": self.env._("Public Holidays"),
        }

    def unlink(self):
        self.check_access("unlink")
        self._own_leaves().unlink()
        return super().unlink()

    def _follow_leaves(self):
        """A change of the days goes on into the calendar, if the year was copied."""
        for record in self.exists():
            if record.is_copied:
                record._sync_leaves()

    def _own_leaves(self):
        # sudo: Odoo keeps public holidays to its own administrators; ours may copy the
        # notice that they keep, and the callers write the year first
        return self.sudo().leave_ids

    def _weekdays_off(self):
        return self.day_ids.filtered(
            lambda day: day.kind == "off" and day.date.weekday() < SATURDAY
        )

    def _sync_leaves(self):
        wanted = self._weekdays_off()
        leaves = self._own_leaves()
        stale = leaves.filtered(lambda leave: leave.gov_day_id not in wanted)
        stale.unlink()
        for leave in leaves - stale:
            day = leave.gov_day_id
            begin, end = self._span(day.date)
            vals = {"name": self._leave_name(day), "date_from": begin, "date_to": end}
            changed = {name: v for name, v in vals.items() if leave[name] != v}
            if changed:
                leave.write(changed)
        missing = wanted - self._covered(wanted)
        # sudo: as in _own_leaves
        self.env["resource.calendar.leaves"].sudo().create(
            [self._prepare_leave_vals(day) for day in missing]
        )
        self.invalidate_recordset(["leave_ids", "leave_count", "copy_state"])

    def _covered(self, days):
        """The days that a public holiday covers already, copied or entered by hand."""
        if not days:
            return days
        spans = {day: self._span(day.date) for day in days}
        holidays = self.env["resource.calendar.leaves"].search(
            [
                ("resource_id", "=", False),
                ("calendar_id", "=", False),
                ("company_id", "=", self.env.company.id),
                ("date_to", ">=", min(begin for begin, _end in spans.values())),
                ("date_from", "<=", max(end for _begin, end in spans.values())),
            ]
        )
        return days.filtered(
            lambda day: any(
                leave.date_from < spans[day][1] and leave.date_to > spans[day][0]
                for leave in holidays
            )
        )

    def _prepare_leave_vals(self, day):
        begin, end = self._span(day.date)
        return {
            "name": self._leave_name(day),
            "date_from": begin,
            "date_to": end,
            "calendar_id": False,  # all working schedules of the company
            "company_id": self.env.company.id,
            "gov_day_id": day.id,
            "gov_year_id": self.id,
        }

    def _leave_name(self, day):
        return day.name or self.env._("Public Holiday")

    def _span(self, day):
        """First and last second of a day at the company's place, in UTC."""
        calendar = self.env.company.resource_calendar_id
        zone = pytz.timezone(calendar.tz or "Asia/Shanghai")
        ends = (time.min, time(23, 59, 59))
        return [
            zone.localize(datetime.combine(fields.Date.to_date(day), end))
            .astimezone(pytz.utc)
            .replace(tzinfo=None)
            for end in ends
        ]
