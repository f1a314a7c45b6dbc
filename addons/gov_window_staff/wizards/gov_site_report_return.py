"""Return a site report with a reason."""

from odoo import api, fields, models


class GovSiteReportReturn(models.TransientModel):
    """Asks why; the reason stays on the report until it is submitted again."""

    _name = "gov.site.report.return"
    _description = "Return Site Reports"

    report_ids = fields.Many2many("gov.site.report", required=True)
    reason = fields.Text(required=True)

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        if self.env.context.get("active_model") == "gov.site.report":
            values["report_ids"] = [(6, 0, self.env.context.get("active_ids") or [])]
        return values

    def action_return(self):
        """Return the reports to their sites."""
        self.report_ids.check_access("write")
        self.report_ids._return(self.reason)
        return {"type": "ir.actions.act_window_close"}
