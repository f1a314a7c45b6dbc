"""Duties shown to the public (个人工作职责公示, A94): who sits where and does what."""

from odoo import fields, models
from odoo.fields import Domain


class HrDepartment(models.Model):
    """Site with the notice that hangs in its hall."""

    _inherit = "hr.department"

    def _gov_duty_rows(self):
        """(window, name, post, duties) of the people serving here today.

        The person's own text goes before that of the post; nothing else about the
        person is told.
        """
        self.ensure_one()
        today = fields.Date.context_today(self)
        # sudo: the notice hangs in the hall; site officers print it and do not read
        # profiles
        people = self.env["hr.employee"].sudo()
        serving = people._gov_serving(today) & Domain("department_id", "=", self.id)
        rows = [
            (
                person.gov_window_id.number or person.gov_window_id.name or "",
                person.name,
                person.job_id.name or "",
                person.gov_duty or person.job_id.gov_duties or "",
            )
            for person in people.search(serving, order="gov_staff_no")
        ]
        return sorted(rows, key=lambda row: (not row[0], row[0]))
