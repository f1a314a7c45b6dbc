"""审计: one log, searchable, kept for months, with a report for its officer."""

import base64
import io
from datetime import date, datetime, timedelta

import openpyxl
import psycopg2
from dateutil.relativedelta import relativedelta

from odoo import fields
from odoo.exceptions import AccessDenied, AccessError, UserError
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .common import WindowStaffCommon
from .common_people import NUMBER, PHONE, PeopleMixin

PROTECTION = "gov_window_staff.group_data_protection"


class AuditCase(PeopleMixin, HttpCase, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.protector = cls.new_user("protector", PROTECTION)
        cls.entries = cls.env["gov.audit.entry"].with_user(cls.protector)

    def look(self, way="view", moment=None, count=1):
        """Disclosures of the person to `member`, at a moment (UTC)."""
        log = self.env["gov.disclosure"].sudo()
        return log.create(
            [
                {
                    "date": moment or fields.Datetime.now(),
                    "user_id": self.users["member"].id,
                    "employee_id": self.person.id,
                    "person": "P001 人员P001",
                    "kind": "phone",
                    "way": way,
                    "reason": "核对",
                }
            ]
            * count
        )


@tagged("post_install", "-at_install")
class TestAuditEntry(AuditCase):
    def test_officer_of_data_protection_sees_the_log_but_not_the_data(self):
        self.look()

        entry = self.entries.search([("person", "=", "P001 人员P001")])
        self.assertEqual((entry.user_id, entry.action), (self.users["member"], "view"))
        with self.assertRaises(AccessError):
            self.person.with_user(self.protector).read(["identification_id"])
        with self.assertRaises(AccessError):
            self.person.with_user(self.protector)._gov_disclose("phone", "想看看")

    def test_nobody_else_reads_the_log(self):
        for role in ("plain", "site_officer", "liaison", "leader", "officer", "portal"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                self.env["gov.audit.entry"].with_user(self.users[role]).search([])

    def test_nights_and_week_ends_of_the_office_are_unusual(self):
        cases = (
            (datetime(2026, 11, 2, 1), False),  # Monday 9:00 in Shanghai
            (datetime(2026, 11, 2, 13), True),  # 21:00
            (datetime(2026, 11, 2, 22), True),  # Tuesday 6:00
            (datetime(2026, 11, 7, 2), True),  # Saturday
        )
        for moment, unusual in cases:
            self.look(moment=moment)
            entry = self.entries.search([("date", "=", moment)])
            with self.subTest(moment=moment):
                self.assertEqual(entry.is_unusual, unusual)

    def test_export_of_the_log_is_in_the_log(self):
        self.look()
        entries = self.entries.search([("action", "=", "view")])

        entries.export_data(["date", "person"])

        own = self.entries.search([("action", "=", "log")])
        self.assertEqual(own.user_id, self.protector)

    def test_nobody_writes_to_it(self):
        self.look()
        entry = self.entries.search([], limit=1)

        for call in (lambda: entry.write({"person": "x"}), entry.unlink):
            with self.assertRaises(AccessError):
                call()


@tagged("post_install", "-at_install")
class TestRetention(AuditCase):
    def test_less_than_six_months_is_refused(self):
        policy = self.env["gov.access.policy"]._current()

        with mute_logger("odoo.sql_db"), self.assertRaises(psycopg2.IntegrityError):
            with self.env.cr.savepoint():
                policy.audit_months = 5
                policy.flush_recordset()

    def test_lines_go_only_after_the_time_of_the_policy(self):
        policy = self.env["gov.access.policy"]._current()
        policy.audit_months = 6
        now = fields.Datetime.now()
        old = self.look(moment=now - relativedelta(months=6, days=1))
        young = self.look(moment=now - relativedelta(months=6) + timedelta(days=1))

        policy._cron_forget()

        self.assertFalse(old.exists())
        self.assertTrue(young.exists())

    def test_only_one_policy_can_be(self):
        administrator = self.users["administrator"]
        with self.assertRaises(UserError):
            self.env["gov.access.policy"].with_user(administrator).create(
                {"name": "x", "reference": "x"}
            )


@tagged("post_install", "-at_install")
class TestAuditReport(AuditCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.report = (
            cls.env["gov.audit.report"]
            .with_user(cls.protector)
            .create({"first": date(2026, 11, 2), "last": date(2026, 11, 2)})
        )

    def test_report_counts_the_days_of_the_office(self):
        self.look("export", datetime(2026, 11, 2, 1), 7)
        self.look("view", datetime(2026, 11, 1, 16))  # 2 November, 0:00 in Shanghai
        self.look("view", datetime(2026, 11, 2, 16))  # 3 November

        content = self.report._content()

        numbers = [number for _label, number in content["summary"]]
        self.assertEqual(numbers[:2], [1, 7])
        self.assertEqual(numbers[4], 1)  # at midnight
        biggest = content["sections"][2]["rows"]
        self.assertEqual(biggest[0][-1], 7)
        self.assertEqual(biggest[0][2], "2026-11-02 09:00")

    def test_hours_are_those_of_the_office_whoever_reads(self):
        self.look("export", datetime(2026, 11, 2, 1))
        self.protector.tz = "Asia/Shanghai"

        biggest = self.report._content()["sections"][2]["rows"]

        self.assertEqual(biggest[0][2], "2026-11-02 09:00")

    def test_workbook_holds_no_personal_number_and_is_on_record(self):
        self.look(moment=datetime(2026, 11, 2, 1))

        self.report.action_workbook()

        book = openpyxl.load_workbook(
            io.BytesIO(base64.b64decode(self.report.workbook))
        )
        text = str([list(sheet.values) for sheet in book])
        self.assertNotIn(NUMBER, text)
        self.assertNotIn(PHONE, text)
        self.assertTrue(self.entries.search([("action", "=", "log")]))

    def test_html_of_the_screen_is_made(self):
        self.look(moment=datetime(2026, 11, 2, 1))

        self.assertIn("<table", self.report.table_html)


@tagged("post_install", "-at_install")
class TestOwnTransaction(PeopleMixin, WindowStaffCommon):
    """No HttpCase: there each cursor is a part of the test's own transaction."""

    def events_of(self, user):
        """What another connection sees of a user's events; removed afterwards."""
        with self.env.registry.cursor() as cr:
            cr.execute(
                "DELETE FROM gov_access_event WHERE account_id = %s"
                " RETURNING way, result, subject_id",
                [user.id],
            )
            return cr.fetchall()

    def test_refused_look_stays_on_record_though_it_is_rolled_back(self):
        officer = self.users["officer"]

        with self.assertRaises(AccessError):
            self.as_user("officer")._gov_disclose("phone", "想看看")

        self.assertEqual(
            self.events_of(officer), [("personal", "refused", self.person.id)]
        )

    def test_failed_login_counts_though_it_is_rolled_back(self):
        plain = self.users["plain"]
        credential = {"type": "password", "login": plain.login, "password": "wrong"}

        with self.assertRaises(AccessDenied), self.env.cr.savepoint():
            plain.with_user(plain)._check_credentials(credential, {"interactive": True})

        self.assertEqual(self.events_of(plain), [("password", "failed", None)])
