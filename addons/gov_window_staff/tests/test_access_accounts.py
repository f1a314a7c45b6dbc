"""账号清理: which accounts are locked, which nobody uses, and who is reminded."""

from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import ADMINISTRATOR, WindowStaffCommon


@tagged("post_install", "-at_install")
class TestAccounts(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.administrator = cls.new_user("accounts", ADMINISTRATOR)
        cls.user, cls.other = cls.new_user("used"), cls.new_user("idle")
        cls.policy = cls.env["gov.access.policy"]._current()
        cls.env["res.users.log"].with_user(cls.user).sudo().create({})
        cls.age(cls.user + cls.other, cls.policy.unused_days + 1)

    @classmethod
    def age(cls, users, days):
        """As if the accounts had been made so many days ago."""
        cls.env.cr.execute(
            "UPDATE res_users SET create_date = create_date - %s WHERE id IN %s",
            [timedelta(days=days), tuple(users.ids)],
        )
        users.invalidate_recordset(["create_date"])

    def found(self, field):
        """Those of the two whom the administrator finds by a field."""
        users = self.env["res.users"].with_user(self.administrator)
        both = (self.user + self.other).ids
        return users.search([(field, "=", True), ("id", "in", both)]).ids

    def lock(self, user, minutes_ago=0):
        moment = fields.Datetime.now() - timedelta(minutes=minutes_ago)
        self.env["gov.access.event"].sudo().create(
            {
                "date": moment,
                "account_id": user.id,
                "way": "password",
                "result": "locked",
            }
        )

    def test_account_without_a_login_for_long_is_unused(self):
        self.assertEqual(self.found("gov_is_unused"), self.other.ids)
        self.assertTrue(self.other.gov_is_unused)
        self.assertFalse(self.user.gov_is_unused)

    def test_account_whose_last_login_is_long_ago_is_unused(self):
        self.env.cr.execute(
            "UPDATE res_users_log SET create_date = create_date - interval '1 year'"
            " WHERE create_uid = %s",
            [self.user.id],
        )
        self.env.invalidate_all()

        self.assertIn(self.user.id, self.found("gov_is_unused"))

    def test_locked_accounts_are_found_until_the_lock_ends(self):
        self.lock(self.user)
        self.lock(self.other, minutes_ago=self.policy.lock_minutes + 1)

        self.assertEqual(self.found("gov_is_locked"), self.user.ids)
        users = self.env["res.users"].with_user(self.administrator)
        free = users.search([("gov_is_locked", "=", False)])
        self.assertIn(self.other.id, free.ids)
        self.assertNotIn(self.user.id, free.ids)

    def test_unlocked_account_is_not_found_any_more(self):
        self.lock(self.user)

        self.user.password = "Another-Password-1"

        self.assertFalse(self.found("gov_is_locked"))

    def test_administrators_are_reminded_of_unused_accounts_once(self):
        for _month in range(2):
            self.env["gov.access.policy"]._cron_unused_accounts()

        own = self.policy.activity_ids.filtered(
            lambda activity: activity.user_id == self.administrator
        )
        self.assertEqual(len(own), 1)
        self.assertIn(str(self.policy.unused_days), own.summary)

    def test_nobody_else_searches_by_the_state_of_accounts(self):
        users = self.env["res.users"].with_user(self.user)

        for field in ("gov_is_locked", "gov_is_unused"):
            with self.subTest(field=field), self.assertRaises(AccessError):
                users.search([(field, "=", True)])
