"""A step that a leader decides is not the officers' to take out of their own way."""

from odoo import api, models
from odoo.exceptions import AccessError

LEADER = "gov_window_staff.group_leader"
SETTINGS = "base.group_erp_manager"


class TierDefinition(models.Model):
    """Officers edit and add steps; the leader's are changed by leaders only."""

    _inherit = "tier.definition"

    def write(self, vals):
        self._refuse_leader_step()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_leader_step_by_leader(self):
        self._refuse_leader_step()

    def _refuse_leader_step(self):
        user = self.env.user
        if self.env.su or user.has_group(LEADER) or user.has_group(SETTINGS):
            return
        for step in self:
            if step._is_leaders_to_change():
                raise AccessError(
                    self.env._(
                        "“%s” is decided by somebody else than officers: only a "
                        "leader or the administrator changes or archives this step.",
                        step.name,
                    )
                )

    def _is_leaders_to_change(self):
        """Hook: whether officers must leave this step as it is."""
        return self.gov_role == "leader"
