"""Papers on people for a period: whom they are printed for, and from when to when."""

from datetime import date

from odoo import api, fields, models
from odoo.exceptions import UserError


class GovPeriodPaperMixin(models.AbstractModel):
    """A wizard that prints one paper a person; set `_report` to its external id."""

    _name = "gov.period.paper.mixin"
    _description = "Paper for a Period"

    _report = None

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

    def action_print(self):
        """The PDF, one document a person."""
        self.ensure_one()
        if not self.employee_ids:
            raise UserError(self.env._("Select the people first."))
        if self.last < self.first:
            raise UserError(self.env._("The period ends before it begins."))
        data = {"first": str(self.first), "last": str(self.last)}
        return self.env.ref(self._report).report_action(
            self.employee_ids, data={**data, "ids": self.employee_ids.ids}, config=False
        )
