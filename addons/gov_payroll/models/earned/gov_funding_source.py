"""Where the money of a pay slip comes from (经费渠道)."""

from odoo import fields, models


class GovFundingSource(models.Model):
    """县级财政, 镇街财政 …: one register and one total for each (P11, P23)."""

    _name = "gov.funding.source"
    _description = "Funding Source"
    _order = "sequence, id"

    sequence = fields.Integer(default=10)
    name = fields.Char(required=True, translate=True)
    code = fields.Char(required=True, copy=False)
    active = fields.Boolean(default=True)
    note = fields.Char()

    _code_uniq = models.Constraint("UNIQUE(code)", "This code is already in use.")
