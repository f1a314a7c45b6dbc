"""Hours of extra service, for overtime pay and time off."""

from odoo import models


class HrEmployee(models.Model):
    """Figures for many people in one query."""

    _inherit = "hr.employee"

    def _gov_extra_hours(self, first, last, compensation):
        """{employee id: hours served from `first` to `last`}.

        :param compensation: `time_off` (补休), `overtime` (加班费) or `none`
        """
        # sudo: a figure for payroll and leave, whoever runs them
        duties = self.env["gov.extra.duty"].sudo()
        found = duties._read_group(
            [
                ("employee_id", "in", self.ids),
                ("date", ">=", first),
                ("date", "<=", last),
                ("state", "=", "served"),
                ("compensation", "=", compensation),
            ],
            ["employee_id"],
            ["hours:sum"],
        )
        return dict.fromkeys(self.ids, 0.0) | {p.id: hours for p, hours in found}
