"""Rules of attendance (考勤制度), a dated policy document."""

from odoo import api, fields, models


class GovAttendancePolicy(models.Model):
    """Policy: working hours, grace minutes, which item each breach is."""

    _name = "gov.attendance.policy"
    _description = "Rules of Attendance"
    _inherit = ["gov.policy.county.mixin"]

    version_ids = fields.One2many(
        "gov.attendance.policy.version", "policy_id", string="Versions"
    )

    @api.model
    def _versions_for(self, counties, day):
        # sudo: everybody who is judged depends on these public rules
        return super(GovAttendancePolicy, self.sudo())._versions_for(counties, day)
