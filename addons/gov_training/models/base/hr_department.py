"""What training asks of a site: its working hours, its windows, its heads."""

from odoo import models

from ...rules.office_hours import OfficeHours

LUNCH = "lunch"


class HrDepartment(models.Model):
    """Site whose people are trained."""

    _inherit = "hr.department"

    def _gov_office_hours(self):
        """Working hours of a site as `rules.office_hours.OfficeHours`.

        Those of the company's working schedule; override for sites with their own.
        """
        company = self.company_id[:1] or self.env.company
        # sudo: the schedule hangs on the wall; site officers may not read settings
        lines = company.sudo().resource_calendar_id.attendance_ids
        by_weekday = {}
        for line in lines.filtered(lambda a: not a.display_type):
            if line.day_period != LUNCH:
                times = by_weekday.setdefault(int(line.dayofweek), [])
                times.append((line.hour_from, line.hour_to))
        return OfficeHours(by_weekday)

    def _gov_line_above(self):
        """The sites themselves and everything above them."""
        ids = {
            int(part)
            for site in self
            for part in (site.parent_path or "").split("/")[:-1]
        }
        return self.browse(ids)

    def _gov_fewest_general_windows(self):
        """How many comprehensive windows (综合窗口) have to stay open at a site.

        What the standard of the site asks for, and one window at least.
        """
        self.ensure_one()
        return max(1, self._gov_comprehensive_minimum())

    def _gov_open_general_windows(self, without):
        """{site id: open comprehensive windows}, not counting those of `without`."""
        counts = dict(
            self.env["gov.window"]._read_group(
                [
                    ("department_id", "in", self.ids),
                    ("kind", "=", "general"),
                    ("is_open", "=", True),
                    ("id", "not in", without.ids),
                ],
                ["department_id"],
                ["__count"],
            )
        )
        return {site.id: counts.get(site, 0) for site in self}

    def _gov_heads(self):
        """窗口负责人: heads of these sites and those below, and of their windows.

        sudo: who heads a site hangs on the wall; the records are for enrolling only.
        """
        sites = self.sudo().search([("id", "child_of", self.ids)])
        heads = sites.manager_id
        windows = (
            self.env["gov.window"]
            .sudo()
            .search([("department_id", "in", sites.ids), ("is_open", "=", True)])
        )
        return heads | windows.main_person_id

    def _gov_lowest_above(self):
        """The lowest site that has all of these at or below it; empty without one."""
        lines = [(site.parent_path or "").split("/")[:-1] for site in self]
        shared = self.browse()
        for step in zip(*lines, strict=False):
            if len(set(step)) > 1:
                break
            shared = self.browse(int(step[0]))
        return shared
