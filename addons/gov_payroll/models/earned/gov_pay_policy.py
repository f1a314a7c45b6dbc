"""Rules of pay of a place (工资发放规定), a dated policy document."""

from odoo import fields, models


class GovPayPolicy(models.Model):
    """Policy: part months, leave and absence, wages, payers and funding."""

    _name = "gov.pay.policy"
    _description = "Rules of Pay"
    _inherit = ["gov.policy.county.mixin"]

    version_ids = fields.One2many(
        "gov.pay.policy.version", "policy_id", string="Versions"
    )
