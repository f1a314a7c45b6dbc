"""现实表现材料: for which people and which period."""

from datetime import date

from odoo import api, fields, models
from odoo.exceptions import UserError


class GovDossier(models.TransientModel):
    """Prints the performance dossier of the selected people."""

    _name = "gov.dossier"
    _description = "Performance Dossier"

    employee_ids = fields.Many2many("hr.employee", string="People", required=True)
    first = fields.Date(
        string="From",
        required=True,
        default=lambda self: date(fields.Date.context_today(self).year, 1, 1),
    )
    last = fields.Date(string="Until", required=True, default=fields.Date.context_today)

    @api.model
    def default_get(self, fields):
        values = super().default_get(fields)
        if self.env.context.get("active_model") == "hr.employee":
            people = self.env.context.get("active_ids", [])
            values["employee_ids"] = [(6, 0, people)]
        return values

    def action_print(self):
        """The PDF, one document a person."""
        self.ensure_one()
        if not self.employee_ids:
            raise UserError(self.env._("Select the people first."))
        if self.last < self.first:
            raise UserError(self.env._("The period ends before it begins."))
        data = {"first": str(self.first), "last": str(self.last)}
        report = self.env.ref("gov_window_staff.report_dossier")
        return report.report_action(
            self.employee_ids, data={**data, "ids": self.employee_ids.ids}, config=False
        )
