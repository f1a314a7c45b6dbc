"""双因子: HR, finance and leaders set up an authenticator before anything else."""

import base64
import time

from odoo.http import root
from odoo.tests import HttpCase, new_test_user, tagged
from odoo.tests.common import JsonRpcException
from odoo.tools import config, mute_logger

from odoo.addons.auth_totp.models.totp import hotp

from .common import HR_OFFICER, LEADER, WindowStaffCommon
from .common_access import AccessMixin

PAGE = "/my/account-security"


@tagged("post_install", "-at_install")
class TestSecondFactor(AccessMixin, HttpCase, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.officer = cls.new_user("factor", HR_OFFICER)
        cls.plain = cls.new_user("no_factor")
        cls.policy.enforcement = "always"

    def test_hr_officers_and_leaders_need_it_others_not(self):
        leader = self.new_user("factor_leader", LEADER, password="Leader-Wort-1")
        portal = new_test_user(
            self.env, "factor_portal", "base.group_portal", password="Portal-Wort-1"
        )
        needed = {
            user: user._gov_needs_second_factor()
            for user in (self.officer, leader, self.plain, portal)
        }

        self.assertEqual(list(needed.values()), [True, True, False, False])

    def test_nothing_opens_before_it_is_set_up(self):
        page = self.log_in(self.officer.login, self.officer.login)
        self.assertIn(PAGE, page.url)
        for path in ("/odoo", "/my", "/web/content/res.partner/1/image_128"):
            with self.subTest(path=path):
                self.assertIn(PAGE, self.url_open(path).url)
        with (
            mute_logger("odoo.http"),
            self.assertRaisesRegex(JsonRpcException, "AccountStepNeeded|Session"),
        ):
            self.make_jsonrpc_request(
                "/web/dataset/call_kw/res.partner/search_read",
                {
                    "model": "res.partner",
                    "method": "search_read",
                    "args": [],
                    "kwargs": {"limit": 1},
                },
            )

    def test_password_alone_opens_nothing_to_programs(self):
        self.assertFalse(self.rpc_uid(self.officer.login, self.officer.login))
        self.assertTrue(self.rpc_uid(self.plain.login, self.plain.login))

    def test_right_code_sets_it_up_and_the_next_login_asks_for_it(self):
        page = self.log_in(self.officer.login, self.officer.login)
        secret = page.text.split('id="secret">')[1].split("<")[0].replace(" ", "")

        answer = self.answer(page, "000000")
        self.assertIn(PAGE, answer.url)
        answer = self.answer(answer, self.code(secret))

        self.assertNotIn(PAGE, answer.url)
        self.assertTrue(self.officer.totp_enabled)
        again = self.log_in(self.officer.login, self.officer.login)
        self.assertIn("/web/login/totp", again.url)

    def test_demo_server_does_not_ask(self):
        self.policy.enforcement = "production"  # and no reverse proxy here

        self.assertFalse(self.officer._gov_needs_second_factor())

    def test_production_server_asks(self):
        self.policy.enforcement = "production"
        self.patch(config, "options", config.options.new_child({"proxy_mode": True}))
        self.env.registry.clear_cache()

        self.assertTrue(self.officer._gov_needs_second_factor())
        self.env.registry.clear_cache()

    def answer(self, page, code):
        token = page.text.split('name="csrf_token" value="')[1].split('"')[0]
        form = {"step": "second_factor", "code": code, "csrf_token": token}
        with mute_logger("odoo.addons.auth_totp.models.res_users"):
            return self.url_open(PAGE, {**form, "redirect": "/my"})

    def code(self, secret):
        key = base64.b32decode(secret)
        return f"{hotp(key, int(time.time() / 30)):06d}"


@tagged("post_install", "-at_install")
class TestIdleTime(AccessMixin, HttpCase, WindowStaffCommon):
    def test_staff_get_the_screen_lock_after_the_time_of_the_policy(self):
        self.policy.idle_minutes = 20

        user = self.new_user("idle")
        self.assertEqual(user._get_lock_timeout_inactivity(), 20 * 60)

    def test_portal_user_is_logged_out_after_the_time_of_the_policy(self):
        user = new_test_user(self.env, "gov_test_idle", "base.group_portal")
        session = self.authenticate(user.login, user.login)
        self.assertNotIn("/web/login", self.url_open("/my").url)

        self.age_session(session, 29)
        self.assertNotIn("/web/login", self.url_open("/my").url)
        self.age_session(session, 31)

        self.assertIn("/web/login", self.url_open("/my").url)

    def age_session(self, session, minutes):
        stored = root.session_store.get(session.sid)
        stored["gov_seen"] = int(time.time()) - minutes * 60
        root.session_store.save(stored)
