"""The occupational standard (国家职业技能标准), a dated policy document."""

from odoo import fields, models


class GovLadder(models.Model):
    """Policy: which levels an occupation has and who may apply for each."""

    _name = "gov.ladder"
    _description = "Occupational Standard"
    _inherit = ["gov.policy.mixin"]
    _order = "sequence, id"

    sequence = fields.Integer(default=10, help="The first one is used.")
    occupation_code = fields.Char(help="职业编码 of 职业分类大典.")
    version_ids = fields.One2many("gov.ladder.version", "ladder_id", string="Versions")
