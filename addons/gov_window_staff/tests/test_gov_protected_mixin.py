"""Records that only the system's own methods change, and one user at a time."""

import psycopg2.errors

from odoo.tests import TransactionCase, tagged
from odoo.tools import mute_logger

from ..exceptions import DocumentLocked, ImportRefused
from ..models.base.gov_protected_mixin import UNLOCK, GovProtectedMixin


@tagged("post_install", "-at_install")
class TestProtection(TransactionCase):
    def setUp(self):
        super().setUp()
        self.protected = self.env["gov.protected.mixin"]

    def test_change_by_hand_is_refused(self):
        for change in (
            lambda: self.protected.create([{}]),
            lambda: self.protected.browse(1).write({"score": 100}),
            lambda: self.protected.browse(1)._unlink_by_system_only(),
        ):
            with self.assertRaisesRegex(DocumentLocked, "worked out by the system"):
                change()

    def test_forged_keys_do_not_open_it(self):
        for forged in (True, 1, "UNLOCK", {}, object()):
            with self.subTest(forged=forged), self.assertRaises(DocumentLocked):
                self.protected.with_context(gov_unlock=forged)._check_protection()

    def test_own_methods_open_it(self):
        opened = self.protected._unprotected()

        self.assertIs(opened.env.context["gov_unlock"], UNLOCK)
        opened._check_protection()

    def test_refusal_is_chinese_for_a_chinese_user(self):
        with self.assertRaisesRegex(DocumentLocked, "由系统计算"):
            self.protected.with_context(lang="zh_CN")._check_protection()


@tagged("post_install", "-at_install")
class TestTake(TransactionCase):
    """`_take` needs a table: any record with an id serves."""

    def setUp(self):
        super().setUp()
        self.record = self.env.ref("gov_window_staff.skill_level_5")

    def lock_elsewhere(self, strength="UPDATE"):
        """Another transaction that holds the record."""
        other = self.transaction()
        other.execute(
            f"SELECT id FROM gov_skill_level WHERE id = %s FOR {strength}",
            [self.record.id],
        )
        return other

    def transaction(self):
        """Another transaction; it sees committed rows only."""
        other = self.registry.cursor()
        self.addCleanup(other.close)
        self.assertNotEqual(other, self.env.cr)
        return other

    def record_in(self, cr):
        return self.record.with_env(self.env(cr=cr))

    def test_record_held_by_another_user_is_refused_in_chinese(self):
        self.lock_elsewhere()

        with self.assertRaisesRegex(DocumentLocked, "其他人正在处理"):
            GovProtectedMixin._take(self.record.with_context(lang="zh_CN"))

    def test_free_record_is_taken_and_read_afresh(self):
        self.record.color = 7
        self.env.flush_all()
        self.env.cr.execute("UPDATE gov_skill_level SET color = 9")

        GovProtectedMixin._take(self.record)

        self.assertEqual(self.record.color, 9)

    @mute_logger("odoo.sql_db")
    def test_who_read_before_the_first_one_ended_begins_anew(self):
        first, second = self.transaction(), self.transaction()
        second.execute("SELECT count(*) FROM gov_skill_level")
        GovProtectedMixin._take(self.record_in(first))
        first.commit()

        with self.assertRaises(psycopg2.errors.SerializationFailure):
            GovProtectedMixin._take(self.record_in(second))

    @mute_logger("odoo.sql_db")
    def test_whoever_awaits_a_row_begins_anew_after_its_change(self):
        first, second = self.transaction(), self.transaction()
        second.execute("SELECT count(*) FROM gov_skill_level")
        GovProtectedMixin._take(self.record_in(first))
        first.commit()

        with self.assertRaises(psycopg2.errors.SerializationFailure):
            GovProtectedMixin._await(self.record_in(second))

    @mute_logger("odoo.sql_db")
    def test_awaiting_waits_for_whoever_holds_the_row(self):
        self.lock_elsewhere()
        waiter = self.transaction()
        waiter.execute("SET LOCAL lock_timeout = '50ms'")

        with self.assertRaises(psycopg2.errors.LockNotAvailable):
            GovProtectedMixin._await(self.record_in(waiter))

    def test_many_hold_what_nobody_may_take(self):
        self.lock_elsewhere("SHARE")

        GovProtectedMixin._hold(self.record)

        with self.assertRaisesRegex(DocumentLocked, "其他人正在处理"):
            taker = self.record_in(self.transaction()).with_context(lang="zh_CN")
            GovProtectedMixin._take(taker)

    def test_what_is_taken_cannot_be_held(self):
        self.lock_elsewhere()

        with self.assertRaisesRegex(DocumentLocked, "其他人正在处理"):
            GovProtectedMixin._hold(self.record.with_context(lang="zh_CN"))


@tagged("post_install", "-at_install")
class TestImportTurn(TransactionCase):
    def test_a_second_import_of_a_kind_is_refused_meanwhile(self):
        importer = self.env["gov.import.roster"].with_context(lang="zh_CN")
        other = self.registry.cursor()
        self.addCleanup(other.close)
        other.execute(
            "SELECT id FROM ir_model WHERE model = %s FOR UPDATE", [importer._name]
        )

        with self.assertRaisesRegex(ImportRefused, "其他人正在导入花名册"):
            importer.load(["staff_no"], [])

        self.env["gov.import.window"]._take_turn()  # another kind is free
