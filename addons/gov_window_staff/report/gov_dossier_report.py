"""What the template of the performance dossier prints."""

from odoo import api, fields, models


class GovDossierReport(models.AbstractModel):
    """Head, sections and period of each dossier."""

    _name = "report.gov_window_staff.dossier"
    _description = "Performance Dossier (Form)"

    @api.model
    def _get_report_values(self, docids, data=None):
        data = data or {}
        people = self.env["hr.employee"].browse(docids or data.get("ids", []))
        today = fields.Date.context_today(self)
        first = fields.Date.to_date(data.get("first")) or today.replace(month=1, day=1)
        last = fields.Date.to_date(data.get("last")) or today
        return {
            "doc_ids": people.ids,
            "doc_model": "hr.employee",
            "docs": people,
            "first": first,
            "last": last,
            "today": today,
        }
