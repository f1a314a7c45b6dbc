"""A line of a policy version: it may change only while the version is a draft."""

from odoo import api, models


class GovPolicyRowMixin(models.AbstractModel):
    """Locks typed child rows together with their version."""

    _name = "gov.policy.row.mixin"
    _description = "Line of a Policy Version"

    _version_field = "version_id"

    @api.model_create_multi
    def create(self, vals_list):
        rows = super().create(vals_list)
        rows[self._version_field]._check_editable()
        return rows

    def write(self, vals):
        self[self._version_field]._check_editable()
        result = super().write(vals)
        if self._version_field in vals:
            self[self._version_field]._check_editable()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_only_of_drafts(self):
        self[self._version_field]._check_editable()
