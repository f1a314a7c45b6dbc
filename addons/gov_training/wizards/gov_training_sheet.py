"""个人培训档案: for which people and which years."""

from datetime import date

from odoo import api, fields, models
from odoo.exceptions import UserError

REPORT = "gov_training.report_training_sheet"


class GovTrainingSheet(models.TransientModel):
    """Prints the training sheets of the selected people."""

    _name = "gov.training.sheet"
    _description = "Training Sheet"

    employee_ids = fields.Many2many("hr.employee", string="People", required=True)
    first = fields.Date(
        string="From",
        required=True,
        default=lambda self: date(fields.Date.context_today(self).year, 1, 1),
    )
    last = fields.Date(string="Until", required=True, default=fields.Date.context_today)

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        if self.env.context.get("active_model") == "hr.employee":
            people = self.env.context.get("active_ids", [])
            values["employee_ids"] = [(6, 0, people)]
        return values

    def action_whole_time(self):
        """From the first entry of these people until today."""
        self.ensure_one()
        entries = [day for day in self.employee_ids.mapped("gov_entry_date") if day]
        if entries:
            self.first = min(entries)
        self.last = fields.Date.context_today(self)
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
            "name": self.env._("Print Training Sheets"),
        }

    def action_print(self):
        """The PDF, one sheet a person."""
        self.ensure_one()
        if not self.employee_ids:
            raise UserError(self.env._("Select the people first."))
        if self.last < self.first:
            raise UserError(self.env._("The period ends before it begins."))
        return self.env.ref(REPORT).report_action(
            self.employee_ids,
            data={
                "first": str(self.first),
                "last": str(self.last),
                "ids": self.employee_ids.ids,
            },
            config=False,
        )
