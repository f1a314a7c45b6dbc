"""Rules of service (服务制度) that a finding refers to (X8)."""

from odoo import fields, models


class GovServiceRule(models.Model):
    """首问首办、一次告知、全程代办 and the like, with their words."""

    _name = "gov.service.rule"
    _description = "Rule of Service"
    _order = "sequence, id"

    name = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    text = fields.Text(string="Wording")
    reference = fields.Char(string="Document No. and Article")
    class_id = fields.Many2one("gov.violation.class", string="Class of Violations")
    active = fields.Boolean(default=True)

    _name_uniq = models.Constraint("UNIQUE(name)", "This rule is listed already.")
