"""What citizens tick beside the stars (评价指标, GB/T 39734)."""

from odoo import fields, models

SCOPES = [("onsite", "On Site"), ("online", "Online"), ("both", "Both")]


class GovReviewIndicator(models.Model):
    """One option; the national platform decides which there are."""

    _name = "gov.review.indicator"
    _description = "Review Indicator"
    _order = "scope, sequence, id"

    name = fields.Char(required=True)
    code = fields.Char(required=True)
    scope = fields.Selection(SCOPES, default="both", required=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)

    _code_uniq = models.Constraint("UNIQUE(code)", "This code is already in use.")
    _name_uniq = models.Constraint("UNIQUE(name)", "This indicator already exists.")
