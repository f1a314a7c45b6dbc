"""Logins, refusals and exports of the log itself (登录与访问记录)."""

from odoo import api, fields, models
from odoo.exceptions import AccessError

from ...exceptions import DocumentLocked
from ...rules import lockout
from ...tools import caller

RESULTS = [
    (lockout.SUCCESS, "Successful"),
    (lockout.FAILED, "Failed Attempt"),
    (lockout.LOCKED, "Failed and Locked"),
    (lockout.REFUSED, "Access Refused"),
    (lockout.UNLOCKED, "Unlocked"),
]
WAYS = [
    ("password", "Password"),
    ("totp", "Authenticator Code"),
    ("totp_mail", "Code by Mail"),
    ("webauthn", "Passkey"),
    ("key", "API Key"),
    ("administrator", "Administrator"),
    ("personal", "Personal Data"),
    ("log", "Log of Personal Data"),
]


class GovAccessEvent(models.Model):
    """One event of one account; nobody edits or deletes it.

    The account is a number, not a link: the line is written by a connection of its
    own, while the account itself may be new, or be deleted later.
    """

    _name = "gov.access.event"
    _description = "Access Event"
    _order = "date desc, id desc"
    _rec_name = "login"

    date = fields.Datetime(string="At", required=True, index=True)
    account_id = fields.Integer(string="Account No.", index=True)
    login = fields.Char()
    way = fields.Selection(WAYS, required=True)
    result = fields.Selection(RESULTS, required=True)
    subject_id = fields.Integer(string="Profile No.")
    detail = fields.Char()
    address = fields.Char(string="Network Address")

    _attempts = models.Index("(account_id, id DESC)")

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            raise AccessError(self.env._("Only the system writes this log."))
        return super().create(vals_list)

    def write(self, vals):
        """Refused for everybody."""
        if vals:
            self._refuse()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        self._refuse()

    def _refuse(self):
        raise DocumentLocked(
            self.env._("The log of accesses can be neither changed nor deleted.")
        )

    # -- writing -----------------------------------------------------------------

    @api.model
    def _note(self, user, way, result, detail=None, subject_id=None):
        """One line in a transaction of its own: a refusal is rolled back, this not.

        :param user: res.users, empty for an account that does not exist
        """
        with self.env.registry.cursor() as cr:
            self._insert(cr, user, way, result, detail, subject_id)

    @api.model
    def _judge(self, user, way, right):
        """Note an attempt of `user` to identify; what becomes of it.

        Attempts of one account wait for each other here, over all workers and nodes:
        of a thousand sent at the same time not one more than the limit gets through.
        """
        policy = self.env["gov.access.policy"]._current()
        with self.env.registry.cursor() as cr:
            cr.execute("SELECT pg_advisory_xact_lock(7411, %s)", [user.id])
            history = self._history(cr, user.id, way, policy.failure_limit)
            result = lockout.judge(
                history,
                right,
                policy.failure_limit,
                policy.lock_minutes,
                fields.Datetime.now(),
            )
            self._insert(cr, user, way, result)
        return result

    @api.model
    def _history(self, cr, account_id, way, limit):
        """(result, moment) newest first; a failed code does not count as a password."""
        cr.execute(
            """
            SELECT result, date FROM gov_access_event
            WHERE account_id = %s AND result != 'refused'
              AND (way = %s OR result IN ('locked', 'unlocked'))
              AND way NOT IN ('personal', 'log')
            ORDER BY id DESC LIMIT %s
            """,
            [account_id, way, limit],
        )
        return cr.fetchall()

    @api.model
    def _insert(
        self, cr, user, way, result, detail=None, subject_id=None, address=None
    ):
        cr.execute(
            """
            INSERT INTO gov_access_event
                (date, account_id, login, way, result, detail, subject_id, address,
                 create_uid, create_date)
            VALUES (%s, %s, %s, %s, %s, %s, %s, %s, 1, now() AT TIME ZONE 'UTC')
            """,
            [
                fields.Datetime.now(),
                user.id or None,
                user.sudo().login or None,
                way,
                result,
                detail,
                subject_id,
                address or caller.address(),
            ],
        )
