"""A policy document (政策文件): what its dated versions belong to."""

from odoo import api, fields, models


class GovPolicyMixin(models.AbstractModel):
    """Shape of a document; a concrete model adds `version_ids`, its dated versions."""

    _name = "gov.policy.mixin"
    _description = "Policy Document"
    _order = "code"

    name = fields.Char(required=True)
    code = fields.Char(required=True, copy=False)
    active = fields.Boolean(default=True)

    _code_uniq = models.Constraint("UNIQUE(code)", "This code is already in use.")

    @api.ondelete(at_uninstall=False)
    def _unlink_only_without_binding_text(self):
        # in words, before the database refuses
        self.version_ids._check_editable()
