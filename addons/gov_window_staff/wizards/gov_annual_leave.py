"""年休假: the year's days for everybody, by years of work."""

from datetime import date

from odoo import fields, models
from odoo.exceptions import UserError

from ..rules.service import annual_leave_days

CHUNK = 500  # allocations in one go


class GovAnnualLeave(models.TransientModel):
    """Allocates the annual leave of a year; who has one for the year is left alone."""

    _name = "gov.annual.leave"
    _description = "Annual Leave of a Year"

    year = fields.Integer(
        required=True, default=lambda self: fields.Date.context_today(self).year
    )
    leave_type_id = fields.Many2one(
        "hr.leave.type",
        string="Kind of Leave",
        required=True,
        domain=[("gov_tier_ids", "!=", False)],
        default=lambda self: self.env.ref(
            "gov_window_staff.leave_type_annual", raise_if_not_found=False
        ),
    )
    department_id = fields.Many2one(
        "hr.department", string="Site", help="Blank: all sites."
    )

    def action_allocate(self):
        """Create and approve the allocations that are still missing."""
        self.ensure_one()
        if not self.leave_type_id.gov_tier_ids:
            raise UserError(
                self.env._(
                    "“%s” says no days by years of work. Enter them there first.",
                    self.leave_type_id.name,
                )
            )
        days = self._days()
        if not days:
            raise UserError(
                self.env._(
                    "Nobody is left: all have their days of %s, or less than a full "
                    "year of work. The day of first employment stands in the profile.",
                    self.year,
                )
            )
        allocations = self._allocate(days)
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.leave.allocation",
            "view_mode": "list,form",
            "domain": [("id", "in", allocations.ids)],
            "name": self.env._("Annual Leave of %s", self.year),
        }

    def _days(self):
        """{hr.employee: days} of those without an allocation for the year."""
        tiers = [(tier.years, tier.days) for tier in self.leave_type_id.gov_tier_ids]
        days = {}
        for person in self._people() - self._served():
            entry = person.gov_entry_date
            start = person.gov_work_date or entry
            count = annual_leave_days(start, entry, self.year, tiers)
            if count:
                days[person] = count
        return days

    def _people(self):
        domain = [
            ("gov_staff_no", "!=", False),
            ("gov_entry_date", "<=", date(self.year, 12, 31)),
            "|",
            ("gov_leave_date", "=", False),
            ("gov_leave_date", ">=", date(self.year, 1, 1)),
        ]
        if self.department_id:
            domain.append(("department_id", "child_of", self.department_id.id))
        return self.env["hr.employee"].search(domain)

    def _served(self):
        """People with an allocation for the year that nobody refused."""
        return (
            self.env["hr.leave.allocation"]
            .search(
                [
                    ("holiday_status_id", "=", self.leave_type_id.id),
                    ("date_from", "=", date(self.year, 1, 1)),
                    ("state", "!=", "refuse"),
                ]
            )
            .employee_id
        )

    def _allocate(self, days):
        model = self.env["hr.leave.allocation"].with_context(
            mail_activity_automation_skip=True, tracking_disable=True
        )
        people = list(days)
        allocations = model.browse()
        for start in range(0, len(people), CHUNK):
            some = model.create(
                [
                    {
                        "name": self.env._("Annual leave of %s", self.year),
                        "employee_id": person.id,
                        "holiday_status_id": self.leave_type_id.id,
                        "number_of_days": days[person],
                        "date_from": date(self.year, 1, 1),
                        "date_to": date(self.year, 12, 31),
                    }
                    for person in people[start : start + CHUNK]
                ]
            )
            some.action_approve()
            allocations += some
        return allocations.with_context(tracking_disable=False)
