"""HR, finance and leaders need a second factor (双因子鉴别)."""

from odoo import models


class ResUsers(models.Model):
    """Odoo's authenticator codes (auth_totp), required of the policy's groups."""

    _inherit = "res.users"

    def _gov_needs_second_factor(self):
        """Whether this user has to set one up before anything else."""
        groups = self.env["gov.access.policy"]._second_factor_groups()
        if not groups or groups.isdisjoint(self._get_group_ids()):
            return False
        return not self._mfa_type()

    def _rpc_api_keys_only(self):
        return (
            super()._rpc_api_keys_only()
            or self._gov_needs_second_factor()
            or self._gov_password_expired()
        )

    def _gov_account_step(self, warned=False):
        """What the user has to do first: `password`, `second_factor`, or nothing.

        :param warned: the user has been told that the password expires soon
        """
        left = self._gov_password_days_left()
        if left is not None and left < 0:
            return "password"
        if self._gov_needs_second_factor():
            return "second_factor"
        policy = self.env["gov.access.policy"]._current()
        if left is not None and left <= policy.warn_days and not warned:
            return "warning"
        return False
