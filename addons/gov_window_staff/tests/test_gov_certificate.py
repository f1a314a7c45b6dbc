"""等级证书: facts, scan, one number once; what the rules get (T23, D18)."""

from datetime import date

import psycopg2

from odoo.exceptions import ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..exceptions import DocumentLocked
from ..rules import scan as scans
from ..rules.allowance import Certificate
from .common import HR_OFFICER, WindowStaffCommon
from .common_certificate import EXE, PDF, PNG, CertificateMixin, b64


@tagged("post_install", "-at_install")
class TestCertificate(CertificateMixin, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.new_person()
        cls.officer = cls.new_user("officer", HR_OFFICER)
        cls.certificates = cls.env["gov.certificate"].with_user(cls.officer)

    def facts(self, **vals):
        return {
            "employee_id": self.person.id,
            "level_id": self.level(1).id,
            "number": "S-1",
            "issue_date": "2026-09-01",
            **vals,
        }

    def test_officer_enters_one_that_waits_for_verification(self):
        certificate = self.certificates.create(self.facts())

        self.assertRecordValues(certificate, [{"state": "draft", "origin": "office"}])

    def test_result_cannot_be_entered_with_the_facts(self):
        for name, value in {
            "verify_date": "2026-09-02",
            "verifier_id": self.officer.id,
            "verify_result": "可查",
            "reject_reason": "不符",
            "void_reason": "伪造",
            "origin": "import",
        }.items():
            with self.subTest(field=name), self.assertRaises(DocumentLocked):
                self.certificates.create(self.facts(**{name: value}))

    def test_result_cannot_be_forged_by_a_default(self):
        forged = self.certificates.with_context(default_verify_date="2026-09-02")

        with self.assertRaises(DocumentLocked):
            forged.create(self.facts())

    def test_result_cannot_be_written_by_hand(self):
        certificate = self.certificates.create(self.facts())

        for vals in (
            {"verify_date": "2026-09-02"},
            {"state": "verified"},
            {"void_reason": "x"},
        ):
            with self.subTest(vals=vals), self.assertRaises(DocumentLocked):
                certificate.write(vals)

    def test_facts_of_a_verified_one_stay_as_they_were_compared(self):
        certificate = self.new_certificate(self.person).with_user(self.officer)

        for vals in (
            {"number": "S-2"},
            {"level_id": self.level(5).id},
            {"issue_date": "2019-01-01"},
            {"employee_id": self.new_person().id},
            {"scan": b64(PDF)},
        ):
            with self.subTest(vals=vals), self.assertRaises(DocumentLocked):
                certificate.write(vals)

    def test_only_one_that_waits_is_deleted(self):
        waiting = self.new_waiting().with_user(self.officer)
        verified = self.new_certificate(self.person).with_user(self.officer)

        waiting.unlink()

        self.assertFalse(waiting.exists())
        with self.assertRaises(DocumentLocked):
            verified.unlink()

    def test_number_is_kept_without_blanks_in_capital_letters(self):
        certificate = self.certificates.create(self.facts(number=" ｓ0000 3208 "))

        self.assertEqual(certificate.number, "S00003208")

    @mute_logger("odoo.sql_db")
    def test_number_is_unique(self):
        self.new_certificate(self.person, number="S-1")

        with self.assertRaises(psycopg2.IntegrityError):
            self.new_certificate(self.new_person(), number="s-1 ")

    @mute_logger("odoo.sql_db")
    def test_person_with_certificates_is_not_deleted(self):
        self.new_certificate(self.person)

        with self.assertRaises(psycopg2.IntegrityError):
            self.person.unlink()

    def test_rules_get_all_but_void_and_rejected_ones(self):
        day = date(2020, 5, 6)
        self.new_certificate(self.person, 2, day, number="S-1")
        self.new_certificate(self.person, 3, day, verified=False, number="S-2")
        self.new_certificate(self.person, 4, day, number="S-3", void_reason="伪造")
        self.new_certificate(self.person, 5, day, number="S-4", reject_reason="不符")
        without = self.new_person()

        found = self.env["gov.certificate"]._to_rules(self.person + without)

        self.assertEqual(set(found), {self.person.id})
        self.assertEqual(
            set(found[self.person.id]),
            {Certificate(2, day, day, "S-1"), Certificate(3, day, None, "S-2")},
        )

    def test_issuers_are_suggested_the_most_frequent_first(self):
        for number, issuer in enumerate(("甲", "乙", "乙", False)):
            self.new_certificate(self.person, number=f"I-{number}", issuer=issuer)

        suggested = self.certificates.gov_suggestions("issuer")

        self.assertLess(suggested.index("乙"), suggested.index("甲"))
        self.assertNotIn(False, suggested)

    def test_nothing_else_is_suggested(self):
        with self.assertRaises(ValueError):
            self.certificates.gov_suggestions("verify_result")

    def test_copy_has_to_be_verified_again(self):
        copied = self.new_certificate(self.person).copy({"number": "S-9"})

        self.assertRecordValues(
            copied, [{"state": "draft", "verifier_id": False, "verify_result": False}]
        )


@tagged("post_install", "-at_install")
class TestScan(CertificateMixin, WindowStaffCommon):
    def test_pdf_and_picture_are_known_by_their_content(self):
        for content, kind in ((PDF, "pdf"), (PNG, "png")):
            with self.subTest(kind=kind):
                certificate = self.new_waiting(scan=b64(content), scan_name="扫描.txt")

                self.assertRecordValues(
                    certificate, [{"scan_kind": kind, "scan_name": f"扫描.{kind}"}]
                )

    def test_program_with_the_name_of_a_pdf_is_refused(self):
        with self.assertRaisesRegex(ValidationError, "PDF, JPG or PNG"):
            self.new_waiting(scan=b64(EXE), scan_name="证书.pdf")

    def test_drawing_with_a_script_inside_is_refused(self):
        drawing = b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"

        with self.assertRaises(ValidationError):
            self.new_waiting(scan=b64(drawing), scan_name="证书.png")

    def test_file_that_is_replaced_is_looked_at_too(self):
        certificate = self.new_waiting(scan=b64(PDF))

        with self.assertRaises(ValidationError):
            certificate.scan = b64(EXE)

    def test_scan_above_the_limit_is_refused(self):
        too_big = PDF + b"x" * scans.MAX_BYTES

        with self.assertRaisesRegex(ValidationError, "10 MB"):
            self.new_waiting(scan=b64(too_big))
