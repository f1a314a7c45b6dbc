"""个人培训档案: for which people and which years."""

from odoo import fields, models


class GovTrainingSheet(models.TransientModel):
    """Prints the training sheets of the selected people."""

    _name = "gov.training.sheet"
    _description = "Training Sheet"
    _inherit = ["gov.period.paper.mixin"]
    _report = "gov_training.report_training_sheet"

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
