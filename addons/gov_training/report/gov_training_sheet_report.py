"""Values of the personal training sheet (个人培训档案)."""

from odoo import api, fields, models


class GovTrainingSheetReport(models.AbstractModel):
    """Adds the period to the QWeb template."""

    _name = "report.gov_training.training_sheet"
    _description = "Training Sheet Values"

    @api.model
    def _get_report_values(self, docids, data=None):
        data = data or {}
        people = self.env["hr.employee"].browse(docids or data.get("ids", []))
        today = fields.Date.context_today(self)
        first = fields.Date.to_date(data.get("first")) or today.replace(month=1, day=1)
        return {
            "doc_ids": people.ids,
            "doc_model": "hr.employee",
            "docs": people,
            "first": first,
            "last": fields.Date.to_date(data.get("last")) or today,
            "today": today,
        }
