"""Programs that identify with each call, by password or key (接口账号)."""

import logging

from odoo import api, models
from odoo.exceptions import AccessDenied, MissingError

from odoo.addons.base.models.res_users import INDEX_SIZE, KEY_CRYPT_CONTEXT

from ...rules import lockout
from ...tools import caller

_logger = logging.getLogger(__name__)


class ResUsers(models.Model):
    """XML-RPC and JSON-RPC name the account by its number."""

    _inherit = "res.users"

    @api.model
    def _check_uid_passwd(self, uid, passwd):
        try:
            return super()._check_uid_passwd(uid, passwd)
        except (AccessDenied, MissingError) as error:
            # sudo: whoever calls is nobody yet
            user = self.sudo().browse(uid).exists()
            if not user.active:
                self.env["gov.access.event"].sudo()._note(
                    user, "password", lockout.FAILED, "no such account"
                )
            # Odoo writes this line for its login page only
            _logger.info(
                "Login failed for login:%s from %s",
                user.login or "?",
                caller.address() or "n/a",
            )
            if isinstance(error, MissingError):  # tells which numbers are accounts
                raise AccessDenied() from None
            raise

    @api.model
    def _gov_owner_of_expired_key(self, key):
        """The account whose key this was until it expired; empty for a wrong key."""
        self.env.cr.execute(
            """
            SELECT user_id, key FROM res_users_apikeys
            WHERE index = %s AND expiration_date < now() AT TIME ZONE 'UTC'
            """,
            [key[:INDEX_SIZE]],
        )
        for user_id, crypted in self.env.cr.fetchall():
            if KEY_CRYPT_CONTEXT.verify(key, crypted):
                # sudo: for the log, nobody is identified
                return self.sudo().browse(user_id)
        return self.browse()
