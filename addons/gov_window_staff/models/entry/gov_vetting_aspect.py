"""Aspects of a vetting (考察内容): 政治素质、业务能力、身体素质等多方面."""

from odoo import fields, models


class GovVettingAspect(models.Model):
    """One aspect; at least three are asked for every person (S21)."""

    _name = "gov.vetting.aspect"
    _description = "Vetting Aspect"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    help_text = fields.Char(
        string="What to Look At", translate=True, help="Shown beside the aspect."
    )
    is_required = fields.Boolean(
        string="Required",
        default=True,
        help="A vetting cannot be concluded without a finding on it.",
    )

    _name_uniq = models.Constraint("UNIQUE(name)", "This aspect already exists.")
