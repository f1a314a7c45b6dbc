"""An account is locked after wrong passwords (账号锁定); each attempt is on record."""

from odoo import fields, models
from odoo.exceptions import AccessDenied, AccessError

from ...rules import lockout

WAYS = {"password", "totp", "totp_mail", "webauthn"}


class ResUsers(models.Model):
    """Every way to identify ends in `_check_credentials`: login page, RPC, codes."""

    _inherit = "res.users"

    gov_locked_until = fields.Datetime(
        string="Locked Until",
        compute="_compute_gov_locked_until",
        groups="base.group_erp_manager,gov_window_staff.group_administrator",
    )

    def _compute_gov_locked_until(self):
        policy = self.env["gov.access.policy"]._current()
        for user in self:
            # sudo: the log is not shown, only whether its last line locks
            history = (
                self.env["gov.access.event"]
                .sudo()
                ._history(self.env.cr, user.id, "password", policy.failure_limit)
            )
            user.gov_locked_until = lockout.locked_until(
                history, policy.lock_minutes, fields.Datetime.now()
            )

    def _check_credentials(self, credential, env):
        # sudo: whoever is not yet identified has no right to write the log
        events = self.env["gov.access.event"].sudo()
        way = credential.get("type")
        way = way if way in WAYS else "password"
        try:
            info = super()._check_credentials(credential, env)
        except AccessDenied:
            word = credential.get("password")
            if word and self._gov_owner_of_expired_key(word) == self.env.user:
                # a program that nobody has given a new key locks no person out
                events._note(self.env.user, "key", lockout.FAILED, "expired key")
            elif word or way != "password":
                events._judge(self.env.user, way, False)
            raise
        if info.get("auth_method") == "apikey":
            # a key cannot be guessed; whoever fails on purpose stops no program
            events._note(self.env.user, "key", lockout.SUCCESS)
        elif events._judge(self.env.user, way, True) == lockout.REFUSED:
            # the same words as for a wrong password: tells nothing about the account
            raise AccessDenied()
        return info

    def _login(self, credential, user_agent_env):
        domain = self._get_login_domain(credential["login"])
        # sudo: nobody is identified yet
        if not self.sudo().search_count(domain, limit=1):
            # what was typed is not kept: people type passwords into the wrong box
            self.env["gov.access.event"].sudo()._note(
                self.browse(), "password", lockout.FAILED, "no such account"
            )
        return super()._login(credential, user_agent_env)

    def action_gov_unlock(self):
        """End the lockout at once; on record."""
        if not self.env.su and not self.env.user.has_group(
            "gov_window_staff.group_administrator"
        ):
            raise AccessError(
                self.env._("Only the administrator unlocks accounts; ask there.")
            )
        for user in self:
            # sudo: the log is written by the system only; who did it stands in it
            self.env["gov.access.event"].sudo()._note(
                user, "administrator", lockout.UNLOCKED, self.env.user.login
            )
        self.invalidate_recordset(["gov_locked_until"])

    def _gov_unlock_after_reset(self):
        """A new password ends the lockout, with the transaction that sets it."""
        # sudo: the log is written by the system only
        events = self.env["gov.access.event"].sudo()
        if self.sudo().gov_locked_until:
            events._insert(
                self.env.cr, self, "administrator", lockout.UNLOCKED, "new password"
            )
            self.invalidate_recordset(["gov_locked_until"])
