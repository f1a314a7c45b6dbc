"""审计: no way of the interface changes or removes a line of the log."""

import io
from datetime import datetime, timedelta
from types import SimpleNamespace
from unittest.mock import patch

from dateutil.relativedelta import relativedelta
from psycopg2 import IntegrityError
from pypdf import PdfReader

from odoo import fields
from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tests.common import JsonRpcException
from odoo.tools import mute_logger

from .common import ADMINISTRATOR, RpcCommon
from .test_gov_audit import PROTECTION, AuditCase

LOGS = ("gov.audit.entry", "gov.access.event", "gov.disclosure")
SYSTEM = "base.group_system"


class ProofCase(AuditCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.keepers = [
            cls.new_user("proof_system", SYSTEM, "base.group_erp_manager"),
            cls.new_user("proof_admin", ADMINISTRATOR, PROTECTION, SYSTEM),
        ]

    def line_of(self, log):
        """A line of a log, as the system wrote it."""
        if log == "gov.access.event":
            return (
                self.env[log]
                .sudo()
                .create(
                    {
                        "date": fields.Datetime.now(),
                        "account_id": self.users["plain"].id,
                        "login": self.users["plain"].login,
                        "way": "personal",
                        "result": "refused",
                        "detail": "phone",
                        "subject_id": self.person.id,
                    }
                )
            )
        line = self.look()
        return self.entries.search([], limit=1) if log == "gov.audit.entry" else line


@tagged("post_install", "-at_install")
class TestAuditProof(RpcCommon, ProofCase):
    def test_administrators_change_no_line_by_the_orm(self):
        for log in LOGS:
            line = self.line_of(log)
            for user in self.keepers:
                mine = line.with_user(user)
                calls = {
                    "write": lambda mine=mine: mine.write(
                        {"date": datetime(2020, 1, 1)}
                    ),
                    "unlink": mine.unlink,
                    "create": lambda mine=mine: mine.create({"person": "x"}),
                }
                for name, call in calls.items():
                    with (
                        self.subTest(log=log, user=user.login, call=name),
                        self.assertRaises(UserError),
                    ):
                        call()

    def test_administrators_change_no_line_over_the_wire(self):
        user = self.keepers[1]
        for log in LOGS:
            line = self.line_of(log)
            calls = (
                ("write", line.ids, {"date": "2020-01-01 00:00:00"}),
                ("web_save", line.ids, {"date": "2020-01-01 00:00:00"}, {}),
                ("unlink", line.ids),
                ("create", [{"person": "x"}]),
                ("load", ["person"], [["x"]]),
            )
            for name, *args in calls:
                with self.subTest(log=log, call=name):
                    try:
                        answer = self.call(user, log, name, *args)
                    except JsonRpcException:
                        continue
                    self.assertFalse(answer["ids"], "an import says what it refuses")

    def test_lines_outlive_the_person_and_keep_the_name(self):
        person = self.new_person()
        line = (
            self.env["gov.disclosure"]
            .sudo()
            .create(
                {
                    "user_id": self.users["member"].id,
                    "employee_id": person.id,
                    "person": "P9 离岗人员",
                    "kind": "phone",
                    "way": "view",
                }
            )
        )

        person.unlink()

        entry = self.entries.search([("person", "=", "P9 离岗人员")])
        self.assertEqual(entry.user_id, self.users["member"])
        self.assertTrue(line.exists())

    def test_who_has_seen_data_is_archived_and_not_deleted(self):
        self.look()
        member = self.users["member"]

        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError):
            with self.env.cr.savepoint():
                member.unlink()
                self.env.flush_all()
        member.active = False
        self.assertTrue(self.entries.search([("user_id", "=", member.id)]))

    def test_events_of_a_deleted_account_keep_its_login(self):
        event, login = self.line_of("gov.access.event"), self.users["plain"].login

        self.users["plain"].unlink()

        self.env.invalidate_all()
        self.assertEqual(event.login, login)

    def test_log_is_searched_by_person_reader_day_and_value(self):
        self.look("export", datetime(2026, 11, 2, 1))
        hits = (
            [("person", "ilike", "P001")],
            [("employee_id", "=", self.person.id)],
            [("user_id", "=", self.users["member"].id)],
            [("date", ">=", "2026-11-02"), ("date", "<", "2026-11-03")],
            [("kind", "=", "phone"), ("action", "=", "export")],
        )
        for domain in hits:
            with self.subTest(domain=domain):
                self.assertTrue(
                    self.call(self.protector, "gov.audit.entry", "search_count", domain)
                )

    def test_nothing_younger_than_six_months_goes_whatever_the_policy_says(self):
        now = fields.Datetime.now()
        young = self.look(moment=now - relativedelta(months=6) + timedelta(days=1))
        policies = self.env["gov.access.policy"]

        with patch.object(
            type(policies), "_current", lambda self: SimpleNamespace(audit_months=1)
        ):
            policies._cron_forget()

        self.assertTrue(young.exists())

    def test_details_are_told_in_the_language_of_the_reader(self):
        event = self.line_of("gov.access.event")
        self.env.cr.execute(
            "UPDATE gov_access_event SET way = 'key', detail = 'expired key'"
            " WHERE id = %s",
            [event.id],
        )
        self.env.invalidate_all()
        entry = self.entries.browse(event.id * 8 + 1).with_context(lang="zh_CN")

        self.assertEqual(event.with_context(lang="zh_CN").detail_text, "密钥已过期")
        self.assertRegex(entry.detail_text, "密钥.*密钥已过期")


@tagged("post_install", "-at_install")
class TestAuditPaper(AuditCase):
    def test_paper_is_in_chinese_and_no_page_is_empty(self):
        for hour in range(60):
            self.look("export", datetime(2026, 11, 2, 1) + timedelta(hours=hour))
        report = (
            self.env["gov.audit.report"]
            .with_user(self.protector)
            .with_context(lang="zh_CN")
            .create({"first": "2026-11-01", "last": "2026-11-30"})
        )

        content, _kind = (
            self.env["ir.actions.report"]
            .with_user(self.protector)
            .with_context(lang="zh_CN")
            ._render_qweb_pdf("gov_window_staff.report_gov_audit", report.ids)
        )

        pages = PdfReader(io.BytesIO(content)).pages
        self.assertGreater(len(pages), 1)
        for number, page in enumerate(pages, 1):
            fonts = page["/Resources"]["/Font"].get_object().values()
            names = {font.get_object()["/BaseFont"] for font in fonts}
            with self.subTest(page=number):
                self.assertIn("个人信息审计报告", page.extract_text())
                self.assertGreater(len(page.extract_text()), 80)
                self.assertTrue(all("CJK" in name for name in names), names)
