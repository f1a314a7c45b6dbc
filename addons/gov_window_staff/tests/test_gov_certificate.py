"""等级证书: verification, validity, one number once (T23, D18)."""

from datetime import date

import psycopg2
from freezegun import freeze_time

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..rules.allowance import Certificate
from .common import HR_OFFICER, WindowStaffCommon


@tagged("post_install", "-at_install")
class TestCertificate(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.new_person()
        cls.officer = cls.new_user("officer", HR_OFFICER, tz="Asia/Shanghai")

    def test_state_follows_verification_and_void_reason(self):
        certificate = self.new_certificate(self.person, verified=False)
        states = [certificate.state]

        certificate.verify_date = "2026-10-01"
        states.append(certificate.state)
        certificate.void_reason = "查无此证"
        states.append(certificate.state)

        self.assertEqual(states, ["draft", "verified", "void"])

    @freeze_time("2026-10-31 17:30:00")
    def test_verification_is_dated_by_the_officers_calendar(self):
        certificate = self.new_certificate(self.person, verified=False)

        certificate.with_user(self.officer).action_verify()

        # 01:30 of the next morning in China
        self.assertRecordValues(
            certificate,
            [{"verify_date": date(2026, 11, 1), "verifier_id": self.officer.id}],
        )

    def test_verification_leaves_verified_and_void_ones_as_they_are(self):
        verified = self.new_certificate(self.person, verified=date(2024, 1, 2))
        void = self.new_certificate(self.person, verified=False, void_reason="伪造")
        waiting = self.new_certificate(self.person, verified=False)

        (verified + void + waiting).action_verify()

        self.assertEqual(verified.verify_date, date(2024, 1, 2))
        self.assertEqual(void.state, "void")
        self.assertEqual(waiting.state, "verified")

    def test_nothing_to_verify_is_said(self):
        with self.assertRaisesRegex(UserError, "nothing to verify"):
            self.new_certificate(self.person).action_verify()

    @mute_logger("odoo.sql_db")
    def test_number_is_unique(self):
        self.new_certificate(self.person, number="S-1")

        with self.assertRaises(psycopg2.IntegrityError):
            self.new_certificate(self.new_person(), number="S-1")

    @mute_logger("odoo.sql_db")
    def test_person_with_certificates_is_not_deleted(self):
        self.new_certificate(self.person)

        with self.assertRaises(psycopg2.IntegrityError):
            self.person.unlink()

    def test_rules_get_all_but_void_ones(self):
        day = date(2020, 5, 6)
        self.new_certificate(self.person, 2, day, number="S-1")
        self.new_certificate(self.person, 3, day, verified=False, number="S-2")
        self.new_certificate(self.person, 4, day, number="S-3", void_reason="伪造")
        without = self.new_person()

        found = self.env["gov.certificate"]._to_rules(self.person + without)

        self.assertEqual(set(found), {self.person.id})
        self.assertEqual(
            set(found[self.person.id]),
            {Certificate(2, day, day, "S-1"), Certificate(3, day, None, "S-2")},
        )

    def test_copy_has_to_be_verified_again(self):
        copied = self.new_certificate(self.person).copy({"number": "S-9"})

        self.assertEqual(copied.state, "draft")
