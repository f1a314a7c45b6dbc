"""A certificate that its holder uploads: checked, waiting, never twice."""

from datetime import date

from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from .common import WindowStaffCommon
from .common_certificate import EXE, PDF, CertificateMixin, b64


@tagged("post_install", "-at_install")
class TestUpload(CertificateMixin, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.holder = cls.new_user("holder", "base.group_portal", lang="zh_CN")
        cls.person = cls.new_person(user_id=cls.holder.id)

    def upload(self, person=None, **vals):
        return super().upload(person or self.person, **vals)

    def test_upload_waits_for_verification(self):
        certificate = self.upload()

        self.assertRecordValues(
            certificate,
            [
                {
                    "employee_id": self.person.id,
                    "number": "P-1",
                    "issue_date": date(2026, 9, 1),
                    "state": "draft",
                    "origin": "portal",
                    "scan_kind": "pdf",
                    "create_uid": self.holder.id,
                }
            ],
        )

    def test_scan_comes_as_bytes_or_as_text(self):
        self.assertEqual(self.upload(scan=b64(PDF)).scan_kind, "pdf")

    def test_holder_decides_nothing_else(self):
        other = self.new_person()

        certificate = self.upload(
            employee_id=other.id, verify_date="2026-09-02", state="verified"
        )

        self.assertEqual(certificate.state, "draft")
        self.assertEqual(certificate.employee_id, self.person)

    def test_missing_facts_are_asked_for(self):
        for name in ("level_id", "number", "issue_date", "scan"):
            with self.subTest(field=name), self.assertRaisesRegex(UserError, "请填写"):
                self.upload(**{name: False})

    def test_certificate_of_the_future_is_refused(self):
        with self.assertRaisesRegex(UserError, "发证日期"):
            self.upload(issue_date="2999-01-01")

    def test_program_is_refused(self):
        with self.assertRaisesRegex(ValidationError, "PDF、JPG 或 PNG"):
            self.upload(scan=EXE)

    def test_second_upload_says_that_the_first_one_waits(self):
        self.upload()

        with self.assertRaisesRegex(UserError, "已提交"):
            self.upload(number=" p-1")

    def test_verified_one_is_not_uploaded_again(self):
        self.upload().with_env(self.env)._verify("可查")

        with self.assertRaisesRegex(UserError, "已核验"):
            self.upload()

    def test_number_of_somebody_else_is_refused_without_his_name(self):
        other = self.new_certificate(self.new_person())

        with self.assertRaisesRegex(UserError, "已登记") as refused:
            self.upload(number=other.number)

        self.assertNotIn(other.employee_id.name, str(refused.exception))

    def test_rejected_one_may_be_answered_with_a_better_scan(self):
        certificate = self.upload()
        certificate.with_env(self.env)._reject("扫描件看不清")

        again = self.upload(issuer="市人社局")

        self.assertEqual(again, certificate)
        self.assertRecordValues(
            again, [{"state": "draft", "reject_reason": False, "issuer": "市人社局"}]
        )
