"""口令: three kinds of characters, not one of the last three, ninety days."""

from datetime import timedelta

from odoo import fields
from odoo.exceptions import UserError
from odoo.tests import HttpCase, tagged

from .common import WindowStaffCommon
from .common_access import STRONG, AccessMixin


@tagged("post_install", "-at_install")
class TestPassword(AccessMixin, HttpCase, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.user = cls.new_user("secret")
        cls.user.password = STRONG
        cls.policy.enforcement = "always"

    def test_weak_passwords_are_refused(self):
        for weak in (
            "Ab1-",
            "abcdefgh1234",
            "ABCDEFGH1234",
            "12345678!!!!",
            "政务大厅政务大厅1",
        ):
            with self.subTest(password=weak), self.assertRaises(UserError):
                self.user.password = weak

    def test_three_of_four_kinds_are_enough(self):
        for strong in ("abcDEF123", "abc-123-xyz", "ABC-def-GHI", "政务Dating1"):
            with self.subTest(password=strong):
                self.user.password = strong

    def test_password_with_the_login_in_it_is_refused(self):
        with self.assertRaises(UserError):
            self.user.password = f"X-{self.user.login}-1"

    def test_last_three_passwords_are_refused(self):
        for number in range(3):
            self.user.password = f"Naechstes-{number}"
        with self.assertRaises(UserError):
            self.user.password = "Naechstes-0"

        self.user.password = STRONG  # the fourth last

    def test_demo_server_takes_simple_passwords(self):
        self.policy.enforcement = "production"  # and no reverse proxy here

        self.user.password = "simplesimple"

    def test_expired_password_has_to_be_changed_before_anything_else(self):
        self.age_password(91)
        page = self.log_in(self.user.login, STRONG)
        self.assertIn("/my/account-security", page.url)
        self.assertIn("/my/account-security", self.url_open("/odoo").url)

        answer = self.url_open(
            "/my/account-security",
            {
                "step": "password",
                "password": STRONG,
                "new_password": "Neues-Wort-9",
                "again": "Neues-Wort-9",
                "redirect": "/my",
                "csrf_token": self.csrf(page),
            },
        )

        self.assertNotIn("/my/account-security", answer.url)
        self.assertTrue(self.rpc_uid(self.user.login, "Neues-Wort-9"))

    def test_expired_password_opens_nothing_to_programs(self):
        self.age_password(91)

        self.assertFalse(self.rpc_uid(self.user.login, STRONG))

    def test_user_is_warned_a_week_before_and_may_wait(self):
        self.age_password(85)
        page = self.log_in(self.user.login, STRONG)
        self.assertIn("/my/account-security", page.url)

        later = {"step": "later", "redirect": "/my", "csrf_token": self.csrf(page)}
        answer = self.url_open("/my/account-security", later)

        self.assertNotIn("/my/account-security", answer.url)

    def test_page_does_not_lead_to_another_site(self):
        self.age_password(85)
        page = self.log_in(self.user.login, STRONG)
        for target in ("//example.com/x", "/\\example.com", "https://example.com"):
            later = {"step": "later", "redirect": target, "csrf_token": self.csrf(page)}
            with self.subTest(target=target):
                answer = self.url_open(
                    "/my/account-security", later, allow_redirects=False
                )
                self.assertNotIn("example.com", answer.headers["Location"])

    def age_password(self, days):
        changed = fields.Date.context_today(self.user) - timedelta(days=days)
        self.user.gov_password_date = changed
        self.env.flush_all()

    def csrf(self, page):
        return page.text.split('name="csrf_token" value="')[1].split('"')[0]
