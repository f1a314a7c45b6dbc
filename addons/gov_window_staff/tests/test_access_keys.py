"""接口密钥: wrong and expired keys are on record and counted by their address."""

from datetime import timedelta
from unittest.mock import patch
from xmlrpc.client import Fault

from werkzeug.exceptions import TooManyRequests

from odoo import fields
from odoo.exceptions import AccessDenied
from odoo.tests import HttpCase, TransactionCase, get_db_name, new_test_user, tagged
from odoo.tools import mute_logger

from .common import WindowStaffCommon
from .common_access import AccessMixin

WRONG = "0123456789abcdef0123456789abcdef01234567"
LINE = "Login failed for login:%s from %s"  # counted by config/govhr/metrics_logs.py
EVENTS = "odoo.addons.gov_window_staff.models.access.gov_access_event_key"
USERS = "odoo.addons.gov_window_staff.models.access.res_users_key"
ADDRESS = "198.51.100.77"


class KeyMixin:
    def new_key(self, user):
        keys = self.env["res.users.apikeys"].with_user(user).sudo()
        tomorrow = fields.Datetime.now() + timedelta(days=1)
        return keys._generate("rpc", "program", tomorrow)

    def expire_keys(self):
        self.env.cr.execute(
            "UPDATE res_users_apikeys SET expiration_date = now() - interval '1 day'"
        )


@tagged("post_install", "-at_install")
class TestKeysOverTheWire(KeyMixin, AccessMixin, HttpCase, WindowStaffCommon):
    """What a refused call writes is rolled back with it here, see TestKeyEvents."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.user = cls.new_user("keys")
        cls.policy.key_failure_limit = 5

    def json2(self, key):
        """The answer to a call with a key."""
        return self.url_open(
            "/json/2/res.users/context_get",
            json={"context": {}},
            headers={"Authorization": f"Bearer {key}"},
        )

    def xmlrpc(self, uid, word):
        muted = (
            "odoo.http",
            "odoo.addons.rpc.controllers.xmlrpc",
            "odoo.addons.base.models.res_users",
        )
        with mute_logger(*muted):
            return self.xmlrpc_object.execute_kw(
                get_db_name(), uid, word, "res.users", "context_get", [], {}
            )

    def fail_from(self, address, count):
        """As if so many wrong keys had come from an address."""
        events = self.env["gov.access.event"].sudo()
        for _time in range(count):
            nobody = self.env["res.users"]
            events._insert(self.env.cr, nobody, "key", "failed", address=address)

    def test_wrong_key_is_in_the_log_without_its_characters(self):
        with patch(f"{EVENTS}._logger") as logger:
            self.assertEqual(self.json2(WRONG).status_code, 401)

        logger.info.assert_called_once()
        self.assertEqual(logger.info.call_args.args[:2], (LINE, "(API key)"))
        self.assertNotIn(WRONG[:8], str(logger.mock_calls))

    def test_address_is_refused_politely_after_too_many_wrong_keys(self):
        self.fail_from("127.0.0.1", 4)

        answer = self.json2(WRONG)

        self.assertEqual(answer.status_code, 429)
        self.assertEqual(answer.headers["Retry-After"], "900")
        self.assertIn("15 minutes", answer.json()["message"])

    def test_other_addresses_and_right_keys_go_on_working(self):
        key = self.new_key(self.user)
        self.fail_from("127.0.0.1", 9)
        self.assertEqual(self.json2(key).status_code, 200)

        self.env.cr.execute("UPDATE gov_access_event SET address = %s", [ADDRESS])
        self.assertEqual(self.json2(WRONG).status_code, 401)

    def test_program_is_refused_alike_for_wrong_and_unknown_accounts(self):
        nobody = self.user.copy({"login": "gov_test_gone", "active": False})
        answers = set()
        with patch(f"{USERS}._logger") as logger:
            for uid in (self.user.id, nobody.id, 2**31 - 1):
                with self.assertRaises(Fault) as refused:
                    self.xmlrpc(uid, "wrong")
                answers.add(refused.exception.faultString)

        self.assertEqual(answers, {"Access Denied"})
        lines = [call.args for call in logger.info.call_args_list]
        self.assertEqual(
            lines,
            [
                (LINE, login, "127.0.0.1")
                for login in (self.user.login, "gov_test_gone", "?")
            ],
        )


@tagged("post_install", "-at_install")
class TestKeyEvents(KeyMixin, TransactionCase):
    """No HttpCase: events are written by a connection of their own."""

    def setUp(self):
        super().setUp()
        self.user = new_test_user(self.env, "gov_test_key_events")
        self.events = self.env["gov.access.event"].sudo()
        self.addCleanup(self.forget)

    def forget(self):
        """What another connection holds of these tests; removed afterwards."""
        with self.env.registry.cursor() as cr:
            cr.execute(
                "DELETE FROM gov_access_event WHERE address = %s OR account_id = %s"
                " RETURNING way, result, detail, account_id",
                [ADDRESS, self.user.id],
            )
            return cr.fetchall()

    def test_wrong_keys_are_counted_by_address_and_stop_filling_the_table(self):
        limit = self.env["gov.access.policy"]._current().key_failure_limit
        results = []
        with mute_logger(EVENTS):
            for _time in range(limit + 2):
                try:
                    self.events._refuse_key(WRONG, ADDRESS)
                    results.append("failed")
                except TooManyRequests:
                    results.append("refused")

        self.assertEqual(results, ["failed"] * (limit - 1) + ["refused"] * 3)
        written = [("key", "failed", "wrong key", None)] * (limit - 1)
        written += [("key", "locked", "wrong key", None)]
        self.assertEqual(self.forget(), written)

    def test_expired_key_names_its_account(self):
        key = self.new_key(self.user)
        self.expire_keys()

        with mute_logger(EVENTS):
            self.events._refuse_key(key, ADDRESS)

        self.assertEqual(
            self.forget(), [("key", "failed", "expired key", self.user.id)]
        )

    def test_program_with_an_expired_key_locks_nobody_out(self):
        key = self.new_key(self.user)
        self.expire_keys()

        for _time in range(6):
            with mute_logger(USERS), self.assertRaises(AccessDenied):
                self.env["res.users"]._check_uid_passwd(self.user.id, key)

        self.assertFalse(self.user.gov_locked_until)
        self.assertEqual(
            self.forget(), [("key", "failed", "expired key", self.user.id)] * 6
        )
