"""Since when a person has worked at windows without a long break (连续工作)."""

from odoo import models

from ...rules.continuity import continuous_since, joined


class HrEmployee(models.Model):
    """Employee with the beginning of the continuous service."""

    _inherit = "hr.employee"

    def _gov_service_since(self, day, break_days):
        """First day of the continuous service, as known for `day`; in sets.

        Someone who came back has a new file (再次入职): the former ones count as well.

        :param break_days: a longer time away from window posts counts anew (D19)
        :return: {hr.employee: date, False without an entry date}
        """
        former = self._gov_former_files()
        files = self.union(*former.values())
        versions = self.env["hr.version"].search_fetch(
            [("employee_id", "in", files.ids), ("date_version", "<=", day)],
            ["employee_id", "date_version", "gov_position", "gov_dispatch_unit_id"],
            order="employee_id, date_version",
        )
        at_window = versions._gov_in_scope()
        history = versions.grouped("employee_id")

        def stretches(person):
            return [(v.date_version, v in at_window) for v in history.get(person, ())]

        def since(person):
            if person not in former:
                entry = person.gov_entry_date
                return continuous_since(stretches(person), entry, break_days)
            own = [*former[person], person]
            spans = joined(
                (stretches(p), p.gov_entry_date, p.gov_leave_date) for p in own
            )
            return continuous_since(spans, own[0].gov_entry_date, break_days)

        return {person: person.gov_entry_date and since(person) for person in self}
