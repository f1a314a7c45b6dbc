"""Repeated absence without leave (多次旷工, S9) as a ground of a proposal."""

from decimal import Decimal

from odoo import models

from odoo.addons.gov_window_staff.rules.leaving import absent_too_often
from odoo.addons.gov_window_staff.rules.movement_dates import add_months

ONE_DAY = Decimal(1)  # the text counts each as 旷工 and names no shorter time


class HrEmployee(models.Model):
    """Employee whose confirmed absences are counted over the span of the rules."""

    _inherit = "hr.employee"

    def _gov_dismissal_grounds(self, day):
        grounds = super()._gov_dismissal_grounds(day)
        counties = self.department_id.gov_county_id
        limits = self.env["gov.entry.policy"]._versions_for(counties, day)
        for person, absences in self._gov_absences(limits, day).items():
            limit = limits[person.department_id.gov_county_id]
            if limit and absent_too_often(
                absences,
                day,
                limit.absence_times,
                Decimal(str(limit.absence_days)),
                limit.absence_months,
            ):
                ground = self._gov_absence_ground(absences)
                grounds.setdefault(person.id, []).append(ground)
        return grounds

    def _gov_absences(self, limits, day):
        """{person: [(date, days)]} of confirmed records under items that say 旷工."""
        spans = [version.absence_months for version in limits.values() if version]
        if not spans:
            return {}
        # sudo: whoever may see the grounds of a person sees where they come from
        events = (
            self.env["gov.assessment.event"]
            .sudo()
            .search(
                [
                    ("employee_id", "in", self.ids),
                    ("state", "=", "confirmed"),
                    ("item_id.is_absence", "=", True),
                    ("date", ">", add_months(day, -max(spans))),
                    ("date", "<=", day),
                ],
                order="date",
            )
        )
        return {
            self.browse(person.id): [
                (event.date, ONE_DAY)
                for event in own
                for _time in range(max(1, round(event.quantity)))
            ]
            for person, own in events.grouped("employee_id").items()
        }

    def _gov_absence_ground(self, absences):
        last = max(date for date, _days in absences)
        return {
            "code": "absence",
            "text": self.env._(
                "Absent without leave %(times)s times, the last time on %(date)s",
                times=len(absences),
                date=last,
            ),
            "date": last,
            "source": self.env._("Assessment Records"),
        }
