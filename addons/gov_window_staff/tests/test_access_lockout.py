"""账号锁定: after five failures for a quarter of an hour, on every way in."""

from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import HttpCase, new_test_user, tagged

from ..exceptions import DocumentLocked
from .common import ADMINISTRATOR, HR_OFFICER, WindowStaffCommon
from .common_access import AccessMixin


class LockoutCase(AccessMixin, HttpCase, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.user = cls.new_user("lock")

    def fail_logins(self, count, user=None):
        for _time in range(count):
            self.assertFalse(self.rpc_uid((user or self.user).login, "wrong"))

    def age_events(self, minutes):
        """As if all that is on record had happened earlier."""
        self.env.cr.execute(
            "UPDATE gov_access_event SET date = date - %s", [timedelta(minutes=minutes)]
        )


@tagged("post_install", "-at_install")
class TestLockout(LockoutCase):
    def test_right_password_is_refused_after_five_failures(self):
        self.fail_logins(5)

        self.assertFalse(self.rpc_uid(self.user.login, self.user.login))
        self.assertFalse(self.is_in(self.log_in(self.user.login, self.user.login)))
        self.assertEqual(
            self.results(self.user),
            ["failed"] * 4 + ["locked", "refused", "refused"],
        )

    def test_right_password_after_four_failures_begins_a_new_count(self):
        self.fail_logins(4)

        self.assertTrue(self.rpc_uid(self.user.login, self.user.login))
        self.fail_logins(4)
        self.assertTrue(self.rpc_uid(self.user.login, self.user.login))

    def test_failures_of_page_and_programs_are_counted_together(self):
        self.fail_logins(3)
        self.log_in(self.user.login, "wrong")
        self.log_in(self.user.login, "wrong")

        self.assertFalse(self.rpc_uid(self.user.login, self.user.login))

    def test_lock_ends_by_itself(self):
        self.fail_logins(5)
        self.age_events(14)
        self.assertFalse(self.rpc_uid(self.user.login, self.user.login))

        self.age_events(2)

        self.assertTrue(self.rpc_uid(self.user.login, self.user.login))

    def test_trying_on_does_not_lengthen_the_lock(self):
        self.fail_logins(5)
        self.age_events(10)
        self.fail_logins(3)
        self.age_events(6)

        self.assertTrue(self.rpc_uid(self.user.login, self.user.login))

    def test_portal_account_is_locked_too(self):
        person = new_test_user(self.env, "gov_test_lock_portal", "base.group_portal")

        self.fail_logins(5, person)

        self.assertFalse(self.is_in(self.log_in(person.login, person.login)))

    def test_page_says_the_same_of_wrong_locked_and_unknown_accounts(self):
        answers = [self.log_in(self.user.login, "wrong")]
        self.fail_logins(5)
        answers.append(self.log_in(self.user.login, self.user.login))
        answers.append(self.log_in("gov_test_nobody", "wrong"))

        texts = {a.text.split('role="alert">')[1].split("</p>")[0] for a in answers}
        self.assertEqual(len(texts), 1)

    def test_failure_at_an_unknown_account_keeps_nothing_of_what_was_typed(self):
        self.rpc_uid("Geheim-123", "wrong")

        self.env.cr.execute("SELECT e::text FROM gov_access_event e")
        self.assertNotIn("Geheim", str(self.env.cr.fetchall()))

    def test_api_key_of_a_locked_account_goes_on_working(self):
        keys = self.env["res.users.apikeys"].with_user(self.user)
        tomorrow = fields.Datetime.now() + timedelta(days=1)
        key = keys.sudo()._generate("rpc", "program", tomorrow)
        self.fail_logins(5)

        self.assertTrue(self.rpc_uid(self.user.login, key))
        self.assertFalse(self.rpc_uid(self.user.login, self.user.login))


@tagged("post_install", "-at_install")
class TestUnlock(LockoutCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.administrator = cls.new_user("unlocker", ADMINISTRATOR)

    def test_administrator_unlocks_and_it_is_on_record(self):
        self.fail_logins(5)
        user = self.user.with_user(self.administrator)
        self.assertTrue(user.gov_locked_until)

        user.action_gov_unlock()

        self.assertFalse(user.gov_locked_until)
        self.assertTrue(self.rpc_uid(self.user.login, self.user.login))
        event = self.env["gov.access.event"].search([("result", "=", "unlocked")])
        self.assertEqual(event.detail, self.administrator.login)

    def test_new_password_unlocks(self):
        self.fail_logins(5)

        self.user.password = "Another-Password-1"

        self.assertTrue(self.rpc_uid(self.user.login, "Another-Password-1"))

    def test_nobody_else_unlocks_and_nobody_himself(self):
        officer = self.new_user("no_unlock", HR_OFFICER)

        for user in (officer, self.user):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.user.with_user(user).action_gov_unlock()

    def test_log_is_neither_written_nor_changed_nor_deleted(self):
        self.fail_logins(1)
        events = self.env["gov.access.event"].search([], limit=1)

        with self.assertRaises(AccessError):
            events.with_user(self.administrator).create({"way": "password"})
        with self.assertRaises(AccessError):
            events.with_user(self.administrator).unlink()
        for user in (self.administrator, self.env.user):
            with self.subTest(user=user.login), self.assertRaises(DocumentLocked):
                events.with_user(user).write({"login": "x"})
        with self.assertRaises(DocumentLocked):
            events.unlink()
