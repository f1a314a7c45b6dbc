"""Sites that have not reported their records, before a month is published."""

from odoo import fields, models

from .gov_appraisal_site_report import WAITING


class GovAppraisalRound(models.Model):
    """Month that names the sites it still waits for."""

    _inherit = "gov.appraisal.round"

    site_waiting_names = fields.Char(
        string="Sites That Have Not Reported", compute="_compute_site_waiting_names"
    )

    def _compute_site_waiting_names(self):
        groups = self.env["gov.appraisal.site.report"]._read_group(
            [("round_id", "in", self.ids), ("state", "in", WAITING)],
            ["round_id"],
            ["department_id:recordset"],
        )
        waiting = {batch: sites for batch, sites in groups}
        for batch in self:
            names = waiting[batch].mapped("name") if batch in waiting else []
            batch.site_waiting_names = "、".join(names)
