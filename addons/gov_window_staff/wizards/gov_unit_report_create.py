"""Create the unit reports of a period with one button."""

from odoo import fields, models

from ..models.reporting.gov_unit_report import KINDS


class GovUnitReportCreate(models.TransientModel):
    """Asks for the period."""

    _name = "gov.unit.report.create"
    _description = "Create Unit Reports"

    kind = fields.Selection(KINDS, string="Period Kind", required=True, default="month")
    day = fields.Date(
        string="Day in the Period",
        required=True,
        default=lambda self: fields.Date.subtract(
            fields.Date.start_of(fields.Date.context_today(self), "month"), days=1
        ),
        help="Any day of the month or quarter.",
    )

    def action_create(self):
        """Drafts for all units with people in the period, then their list."""
        reports = self.env["gov.unit.report"]
        reports._create_for_units(self.kind, self.day)
        first = fields.Date.start_of(self.day, self.kind)
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.unit.report",
            "view_mode": "list,form",
            "domain": [("date_from", "=", first), ("kind", "=", self.kind)],
            "name": self.env._("Unit Reports"),
        }
