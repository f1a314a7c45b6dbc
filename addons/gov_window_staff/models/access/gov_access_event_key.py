"""Wrong API keys: on record, and counted by the address they come from (接口密钥)."""

import logging
from datetime import timedelta

from werkzeug.exceptions import TooManyRequests

from odoo import api, fields, models
from odoo.http import request

from ...rules import lockout

_logger = logging.getLogger(__name__)

EXPIRED = "expired key"


class GovAccessEvent(models.Model):
    """A key names nobody before it is found right, so its address is counted.

    A right key goes on working from a refused address: a county's programs share one,
    and whoever fails on purpose shall not stop the others.
    """

    _inherit = "gov.access.event"

    _wrong_keys = models.Index("(address, id DESC) WHERE way = 'key'")

    @api.model
    def _refuse_key(self, key, address):
        """Note a wrong key, never its characters.

        :raise TooManyRequests: when too many came from the address lately
        """
        owner = self.env["res.users"]._gov_owner_of_expired_key(key)
        # these words count in Odoo's log, see govhr_failed_logins_5m
        _logger.info(
            "Login failed for login:%s from %s", owner.login or "(API key)", address
        )
        policy = self.env["gov.access.policy"]._current()
        if self._judge_key(policy, owner, address) != lockout.FAILED:
            minutes = policy.lock_minutes
            raise TooManyRequests(
                self.with_context(lang=request and request.best_lang).env._(
                    "Too many wrong API keys came from this address. Check the key, "
                    "and try again in %(minutes)s minutes.",
                    minutes=minutes,
                ),
                retry_after=minutes * 60,
            )

    @api.model
    def _judge_key(self, policy, owner, address):
        """What becomes of one more wrong key of an address.

        What comes while the address is refused stands in the server's log only: nobody
        fills the table from outside.
        """
        now = fields.Datetime.now()
        with self.env.registry.cursor() as cr:
            cr.execute("SELECT pg_advisory_xact_lock(7412, hashtext(%s))", [address])
            cr.execute(
                """
                SELECT result, date FROM gov_access_event
                WHERE way = 'key' AND address = %s AND date > %s
                  AND result IN ('failed', 'locked')
                ORDER BY id DESC LIMIT %s
                """,
                [
                    address,
                    now - timedelta(minutes=policy.lock_minutes),
                    policy.key_failure_limit,
                ],
            )
            history, limit = cr.fetchall(), policy.key_failure_limit
            result = lockout.judge(history, False, limit, policy.lock_minutes, now)
            if result != lockout.REFUSED:
                detail = EXPIRED if owner else "wrong key"
                self._insert(cr, owner, "key", result, detail, address=address)
        return result
