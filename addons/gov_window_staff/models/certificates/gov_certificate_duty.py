"""The duty to hold a certificate (持证上岗规定), a dated policy document of a place."""

from odoo import fields, models


class GovCertificateDuty(models.Model):
    """Policy: which level newcomers must reach by when, and the 持证率 to aim at."""

    _name = "gov.certificate.duty"
    _description = "Duty to Hold a Certificate"
    _inherit = ["gov.policy.county.mixin"]

    user_id = fields.Many2one(
        "res.users",
        string="Officer to Warn",
        help="Gets the reminders; empty: the HR responsible of each person.",
    )
    version_ids = fields.One2many(
        "gov.certificate.duty.version", "duty_id", string="Versions"
    )
