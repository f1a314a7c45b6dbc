"""Passwords: kinds of characters, history, expiry (口令复杂度、定期更换)."""

from odoo import fields, models
from odoo.exceptions import UserError

from ...rules import passwords

MOST_KEPT = 24


class ResUsers(models.Model):
    """Length is Odoo's auth_password_policy; the rest of 等保 is added here.

    OCA password_security asks for a number of each class, not for three of four, and
    switches itself off while tests run; so its rules could be neither set nor tested.
    """

    _inherit = "res.users"

    gov_password_date = fields.Date(
        string="Password Set On",
        default=fields.Date.context_today,
        copy=False,
        readonly=True,
        groups="base.group_erp_manager,gov_window_staff.group_administrator",
    )

    def _set_password(self):
        new = {user: user.password for user in self if user.password}
        policy = self.env["gov.access.policy"]._current()
        if policy._is_enforced():
            for user, password in new.items():
                user._gov_check_password(password, policy)
        result = super()._set_password()
        for user in new:
            user._gov_remember_password()
        return result

    def _gov_check_password(self, password, policy):
        found = passwords.kinds_of(password)
        if len(found) < policy.password_kinds:
            raise UserError(
                self.env._(
                    "A password needs %(kinds)s of these four: upper-case letters, "
                    "lower-case letters, digits, other characters. Type another one.",
                    kinds=policy.password_kinds,
                )
            )
        if self.login and self.login.lower() in password.lower():
            raise UserError(
                self.env._("A password must not contain the login. Type another one.")
            )
        # sudo: hashes are shown to nobody, they are only compared
        old = self.env["gov.password.old"].sudo()
        former = old.search(
            [("user_id", "=", self.id)], limit=policy.password_history
        ).mapped("hashed")
        context = self._crypt_context()
        if policy.password_history and any(
            context.verify(password, hashed) for hashed in former
        ):
            raise UserError(
                self.env._(
                    "The last %(count)s passwords cannot be used again. Type another "
                    "one.",
                    count=policy.password_history,
                )
            )

    def _gov_remember_password(self):
        self.env.cr.execute("SELECT password FROM res_users WHERE id = %s", [self.id])
        # sudo: nobody else writes or reads the former hashes
        old = self.env["gov.password.old"].sudo()
        old.create({"user_id": self.id, "hashed": self.env.cr.fetchone()[0]})
        old.search([("user_id", "=", self.id)], offset=MOST_KEPT).unlink()
        # sudo: a user may change the own password, this date comes with it
        self.sudo().gov_password_date = fields.Date.context_today(self)
        self._gov_unlock_after_reset()

    def _gov_password_days_left(self):
        """Days until the password expires; None when it does not."""
        policy = self.env["gov.access.policy"]._current()
        if not policy._is_enforced():
            return None
        today = fields.Date.context_today(self)
        # sudo: the own date only
        changed = self.sudo().gov_password_date or today
        return passwords.days_left(changed, policy.password_days, today)

    def _gov_password_expired(self):
        left = self._gov_password_days_left()
        return left is not None and left < 0
