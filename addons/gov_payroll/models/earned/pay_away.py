"""Days that people were away in a month, collected in sets (no records of its own)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from odoo.addons.gov_assessment.models.attendance.gov_attendance_day_judge import (
    _covered,
)
from odoo.addons.gov_window_staff.rules.month import Month

from ...rules.absence import absent_days

HALF = Decimal("0.5")
ZERO = Decimal(0)


@dataclass
class Away:
    """Days away of one person.

    :param leaves: {hr.leave.type: working days}
    :param absent: {date: share of the day} of confirmed absence
    """

    leaves: dict = field(default_factory=lambda: defaultdict(Decimal))
    absent: dict = field(default_factory=dict)

    @property
    def days(self):
        """All working days away, paid leave included."""
        return sum(self.leaves.values(), ZERO) + sum(self.absent.values(), ZERO)


def collect(run, people):
    """{employee id: Away} of the run's month, in two queries."""
    month = Month.of(run.date_start)
    found = defaultdict(Away)
    _add_leaves(run.env, people, month, found)
    _add_absences(run.env, people, month, found)
    return found


def _add_leaves(env, people, month, found):
    calendar = env["gov.calendar.year"]._calendar()
    leaves = env["hr.leave"].search(
        [
            ("employee_id", "in", people.ids),
            ("state", "=", "validate"),
            ("request_date_from", "<=", month.last),
            ("request_date_to", ">=", month.first),
        ]
    )
    for leave in leaves:
        person = leave.employee_id
        first = max(month.first, leave.request_date_from, person.gov_entry_date)
        last = min(
            month.last, leave.request_date_to, person.gov_leave_date or month.last
        )
        days = sum(
            (HALF * len(_covered(leave, day)) for day in calendar.between(first, last)),
            ZERO,
        )
        if leave.request_unit_hours and not days:
            days = Decimal(str(round(leave.number_of_days, 4)))
        if days:
            found[person.id].leaves[leave.holiday_status_id] += days


def _add_absences(env, people, month, found):
    events = env["gov.assessment.event"].search(
        [
            ("employee_id", "in", people.ids),
            ("state", "=", "confirmed"),
            ("item_id.is_absence", "=", True),
            ("date", ">=", month.first),
            ("date", "<=", month.last),
        ],
        order="date",
    )
    for person, own in events.grouped("employee_id").items():
        found[person.id].absent = absent_days(
            (event.date, Decimal(str(event.quantity))) for event in own
        )
