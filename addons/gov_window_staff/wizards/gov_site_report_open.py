"""Open the site reports of a month with one button."""

from odoo import fields, models

from ..rules.month import Month


class GovSiteReportOpen(models.TransientModel):
    """Asks for the month."""

    _name = "gov.site.report.open"
    _description = "Open Site Reports"

    day = fields.Date(
        string="Month",
        required=True,
        default=lambda self: fields.Date.subtract(
            fields.Date.start_of(fields.Date.context_today(self), "month"), days=1
        ),
        help="Any day of the month that the sites report on.",
    )

    def action_open(self):
        """Open the month for every site that must report, then show it."""
        month = Month.of(self.day)
        self.env["gov.site.report"].check_access("create")
        self.env["gov.site.report"]._open_month(month)
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.site.report",
            "view_mode": "list,kanban,form",
            "domain": [("month", "=", month.first)],
            "name": self.env._("Site Reports %s", month),
        }
