"""The occupational standard (国家职业技能标准), a dated policy document."""

from odoo import api, fields, models


class GovLadder(models.Model):
    """Policy: which levels an occupation has and who may apply for each."""

    _name = "gov.ladder"
    _description = "Occupational Standard"
    _order = "sequence, id"

    name = fields.Char(required=True)
    code = fields.Char(required=True, copy=False)
    sequence = fields.Integer(default=10, help="The first one is used.")
    occupation_code = fields.Char(help="职业编码 of 职业分类大典.")
    active = fields.Boolean(default=True)
    version_ids = fields.One2many("gov.ladder.version", "ladder_id", string="Versions")

    _code_uniq = models.Constraint("UNIQUE(code)", "This code is already in use.")

    @api.ondelete(at_uninstall=False)
    def _unlink_only_without_binding_text(self):
        # in words, before the database refuses
        self.version_ids._check_editable()
