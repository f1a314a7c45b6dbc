"""A log that the system writes and nobody changes (网络安全法 art. 21: logs kept)."""

from odoo import api, models
from odoo.exceptions import AccessError

from ...exceptions import DocumentLocked


class GovLogMixin(models.AbstractModel):
    """Refuses create without sudo, and write and unlink for everybody."""

    _name = "gov.log.mixin"
    _description = "Log That Nobody Changes"

    @api.model_create_multi
    def create(self, vals_list):
        # the model's `_note` is the only way in, so that nobody fakes an entry
        if not self.env.su:
            raise AccessError(self.env._("Only the system writes this log."))
        return super().create(vals_list)

    def write(self, vals):
        """Refused for everybody."""
        if vals:
            raise DocumentLocked(self._refusal())
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise DocumentLocked(self._refusal())

    def _refusal(self):
        """Hook: which log it is, in one sentence."""
        return self.env._("This log can be neither changed nor deleted.")
