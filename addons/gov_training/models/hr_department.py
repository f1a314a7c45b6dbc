"""What training asks of a site: its working hours, its windows, its heads."""

from odoo import models

from ..rules.office_hours import OfficeHours

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
            int(part) for site in self for part in (site.parent_path or "").split("/")[:-1]
        }
        return self.browse(ids)
