"""A policy document as dated versions; the allowance table stands for all of them."""

from datetime import date
from unittest.mock import patch

import psycopg2

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..exceptions import DocumentLocked, NotInForce
from .common import WindowStaffCommon


class PolicyVersionCase(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.versions = cls.env["gov.allowance.table.version"]
        cls.table = cls.new_table("T-1")
        cls.old = cls.new_version(cls.table, "2025-01-01", in_force=True)
        cls.new = cls.new_version(cls.table, "2026-07-01", in_force=True)

    def version_on(self, day):
        return self.versions._in_force(self.table, date.fromisoformat(day))


@tagged("post_install", "-at_install")
class TestInForce(PolicyVersionCase):
    def test_version_binds_from_its_first_day(self):
        self.assertEqual(self.version_on("2026-06-30"), self.old)
        self.assertEqual(self.version_on("2026-07-01"), self.new)

    def test_last_version_binds_until_another_one_begins(self):
        self.assertEqual(self.version_on("2099-12-31"), self.new)

    def test_day_before_the_first_version_has_none(self):
        self.assertEqual(self.version_on("2025-01-01"), self.old)

        with self.assertRaisesRegex(
            NotInForce, "“补贴标准T-1” is in force on 2024-12-31"
        ):
            self.version_on("2024-12-31")

    def test_refusal_names_policy_and_day_in_chinese(self):
        versions = self.versions.with_context(lang="zh_CN")

        with self.assertRaises(NotInForce) as refused:
            versions._in_force(self.table, date(2024, 12, 31))

        self.assertEqual(
            str(refused.exception),
            "《补贴标准T-1》在2024-12-31没有生效的版本。"
            "请录入当时适用的文件，或选择更晚的月份。",
        )

    def test_draft_binds_nobody(self):
        self.new_version(self.table, "2026-09-01")

        self.assertEqual(self.version_on("2026-10-01"), self.new)

    def test_version_of_another_policy_is_never_taken(self):
        other = self.new_table("T-2")

        with self.assertRaises(NotInForce):
            self.versions._in_force(other, date(2026, 10, 31))

    def test_version_ends_the_day_before_the_next_one_in_force(self):
        self.new_version(self.table, "2026-03-01")  # a draft ends nothing

        self.assertEqual(self.old.date_to, date(2026, 6, 30))
        self.assertFalse(self.new.date_to)

    def test_version_is_named_by_policy_and_start(self):
        self.assertEqual(self.old.display_name, "补贴标准T-1 (2025-01-01)")


@tagged("post_install", "-at_install")
class TestLockedVersion(PolicyVersionCase):
    def assert_locked(self, change):
        with self.assertRaises(DocumentLocked):
            change()

    def test_facts_of_a_version_in_force_do_not_change(self):
        for vals in (
            {"date_from": "2025-02-01"},
            {"reference": "别的文号"},
            {"table_id": self.new_table("T-2").id},
            {"rate_ids": [(5, 0, 0)]},
        ):
            with self.subTest(vals=vals):
                self.assert_locked(lambda vals=vals: self.old.write(vals))

    def test_policy_text_and_date_of_check_may_be_added_later(self):
        self.old.write({"checked_on": "2026-11-01"})

        self.assertEqual(self.old.checked_on, date(2026, 11, 1))

    def test_rows_of_a_version_in_force_do_not_change(self):
        self.assert_locked(lambda: self.old.rate_ids.write({"amount": 1}))
        self.assert_locked(lambda: self.old.rate_ids.unlink())

    def test_no_row_is_added_to_a_version_in_force(self):
        rates = self.env["gov.allowance.rate"]
        vals = {"version_id": self.old.id, "kind": "seniority", "years": 1, "amount": 1}

        self.assert_locked(lambda: rates.create(vals))
        self.assert_locked(lambda: self.old.rate_ids.copy(vals))

    def test_row_of_a_draft_is_not_moved_into_a_version_in_force(self):
        draft = self.new_version(self.table, "2027-01-01")

        self.assert_locked(lambda: draft.rate_ids.write({"version_id": self.old.id}))

    def test_version_in_force_is_not_deleted(self):
        self.assert_locked(self.old.unlink)

    def test_policy_is_not_deleted_under_a_version_in_force(self):
        self.assert_locked(self.table.unlink)

    def test_refusal_tells_the_way_out_in_chinese(self):
        with self.assertRaisesRegex(DocumentLocked, "已经生效，不能修改.*复制为新版本"):
            self.old.with_context(lang="zh_CN").write({"reference": "X"})

    def test_draft_changes_freely(self):
        draft = self.new_version(self.table, "2027-01-01")

        draft.write({"date_from": "2027-02-01"})
        draft.rate_ids.amount = 120
        draft.unlink()

        self.assertFalse(draft.exists())


@tagged("post_install", "-at_install")
class TestStateOfAVersion(PolicyVersionCase):
    def test_version_is_created_as_a_draft_whatever_is_sent(self):
        version = self.versions.create(
            {"table_id": self.table.id, "date_from": "2028-01-01", "state": "in_force"}
        )

        self.assertEqual(version.state, "draft")

    def test_state_is_not_written_by_hand(self):
        for key in ({}, {"gov_unlock": True}, {"gov_unlock": "UNLOCK"}):
            with self.subTest(key=key), self.assertRaisesRegex(UserError, "buttons"):
                self.new.with_context(**key).write({"state": "draft"})

    def test_version_without_rates_is_not_put_in_force(self):
        empty = self.versions.create(
            {"table_id": self.table.id, "date_from": "2028-01-01"}
        )

        with self.assertRaisesRegex(UserError, "no rates yet"):
            empty.action_put_in_force()

    def test_unused_version_goes_back_to_draft(self):
        self.new.action_back_to_draft()

        self.assertEqual(self.new.state, "draft")
        self.assertEqual(self.version_on("2026-10-31"), self.old)

    def test_used_version_stays_as_it_is(self):
        used = patch.object(type(self.versions), "_filter_used", lambda self: self)

        with used, self.assertRaisesRegex(DocumentLocked, "used by a closed month"):
            self.new.action_back_to_draft()

        self.assertEqual(self.new.state, "in_force")

    def test_copy_is_a_draft_with_the_same_rows(self):
        action = self.new.action_copy_version()

        copied = self.versions.browse(action["res_id"])
        self.assertRecordValues(
            copied, [{"state": "draft", "date_from": date(2027, 1, 1)}]
        )
        self.assertEqual(copied.rate_ids.mapped("amount"), [100])
        self.assertEqual(self.new.state, "in_force")

    def test_second_copy_starts_a_year_later(self):
        self.new.action_copy_version()

        action = self.old.action_copy_version()

        self.assertEqual(
            self.versions.browse(action["res_id"]).date_from, date(2028, 1, 1)
        )

    @mute_logger("odoo.sql_db")
    def test_two_versions_do_not_start_on_the_same_day(self):
        with self.assertRaises(psycopg2.IntegrityError):
            self.new_version(self.table, "2026-07-01")

    def test_other_policies_may_start_on_that_day(self):
        self.new_version(self.new_table("T-2"), "2026-07-01", in_force=True)
