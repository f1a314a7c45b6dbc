"""Since when a person has worked at windows without a long break (连续工作)."""

from odoo import models

from ...rules.continuity import continuous_since


class HrEmployee(models.Model):
    """Employee with the beginning of the continuous service."""

    _inherit = "hr.employee"

    def _gov_service_since(self, day, break_days):
        """First day of the continuous service, as known for `day`; one query.

        :param break_days: a longer time away from window posts counts anew (D19)
        :return: {hr.employee: date, False without an entry date}
        """
        versions = self.env["hr.version"].search_fetch(
            [("employee_id", "in", self.ids), ("date_version", "<=", day)],
            ["employee_id", "date_version", "gov_position", "gov_dispatch_unit_id"],
            order="employee_id, date_version",
        )
        at_window = versions._gov_in_scope()
        history = versions.grouped("employee_id")
        return {
            person: person.gov_entry_date
            and continuous_since(
                [(v.date_version, v in at_window) for v in history.get(person, ())],
                person.gov_entry_date,
                break_days,
            )
            for person in self
        }
