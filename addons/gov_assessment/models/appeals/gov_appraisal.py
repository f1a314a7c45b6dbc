"""A person's month with the corrections that changed it."""

from odoo import fields, models


class GovAppraisal(models.Model):
    """Result that may have been corrected after it was published."""

    _inherit = "gov.appraisal"

    correction_line_ids = fields.One2many(
        "gov.appraisal.correction.line",
        "appraisal_id",
        string="Corrections",
        domain=[("state", "=", "applied")],
        groups="gov_window_staff.group_hr_officer,gov_window_staff.group_leader",
    )
