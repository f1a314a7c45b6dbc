"""Measures on the spot and after (现场处理), the lightest first (A65)."""

from odoo import fields, models


class GovPatrolMeasure(models.Model):
    """现场提醒、登记确认、批评教育、扣发绩效奖、书面通报、约见单位分管领导."""

    _name = "gov.patrol.measure"
    _description = "Measure after a Finding"
    _order = "sequence, id"

    name = fields.Char(required=True)
    sequence = fields.Integer(default=10, help="The measures escalate in this order.")
    needs_record = fields.Boolean(
        string="Takes a Record",
        help="A finding with this measure is closed with an assessment record only.",
    )
    note = fields.Char()
    active = fields.Boolean(default=True)

    _name_uniq = models.Constraint("UNIQUE(name)", "This measure is listed already.")
