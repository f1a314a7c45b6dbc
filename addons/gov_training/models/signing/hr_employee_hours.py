"""Training hours of a person by year and kind (我的学时)."""

from odoo import models

from ...rules.schedule import local_day


class HrEmployee(models.Model):
    """What closed sessions have credited a person with."""

    _inherit = "hr.employee"

    def _gov_training_years(self):
        """Lines of closed sessions by year of the session, the latest first.

        :return: {year: enrollments}; whoever was on leave or absent has no hours
        """
        self.ensure_one()
        lines = self.env["gov.training.enrollment"].search(
            [
                ("employee_id", "=", self.id),
                ("session_state", "=", "done"),
                ("state", "in", ("attended", "excused", "absent")),
            ],
            order="date_start desc, id desc",
        )
        return lines.grouped(lambda line: local_day(line.date_start).year)

    def _gov_training_kinds(self, lines):
        """Rows (kind, sessions attended, hours) of enrollments, most hours first."""
        rows = [
            (kind, len(group), sum(group.mapped("hours")))
            for kind, group in lines.filtered(lambda e: e.state == "attended")
            .grouped("kind_id")
            .items()
        ]
        return sorted(rows, key=lambda row: (-row[2], row[0].sequence, row[0].id))
