"""/my/certificates: own ones with their state, upload, take back."""

from odoo.tests import HttpCase, tagged

from .common import HR_OFFICER, WindowStaffCommon
from .common_certificate import EXE, PDF, CertificateMixin
from .common_portal import PortalMixin

NEW = "/my/certificates/new"


@tagged("post_install", "-at_install")
class TestCertificatePages(PortalMixin, CertificateMixin, HttpCase, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.set_up_people()
        cls.values = {
            "level_id": str(cls.level(1).id),
            "number": "P-0001",
            "issuer": "省人才学会",
            "issue_date": "2026-09-01",
        }

    def own(self, person=None):
        return (person or self.zhang).gov_certificate_ids

    def test_empty_list_says_what_to_do(self):
        self.assertIn("还没有登记证书", self.open("/my/certificates").text)

    def test_upload_waits_for_verification(self):
        response = self.post(NEW, files=self.pdf(), **self.values)

        self.assert_back_to(response, "/my/certificates")
        self.assertIn("P-0001", response.text)
        self.assertIn("待核验", response.text)
        self.assertRecordValues(
            self.own(),
            [{"state": "draft", "origin": "portal", "number": "P-0001"}],
        )

    def test_wrong_form_keeps_what_was_typed(self):
        program = {"scan": ("证书.pdf", EXE, "application/pdf")}
        empty = {"scan": ("证书.pdf", b"", "application/pdf")}
        for change, files in (
            ({}, program),
            ({}, empty),
            ({}, None),
            ({"level_id": "abc"}, self.pdf()),
            ({"level_id": "999999"}, self.pdf()),
            ({"issue_date": "2026-02-30"}, self.pdf()),
            ({"issue_date": "2999-01-01"}, self.pdf()),
            ({"number": " "}, self.pdf()),
        ):
            with self.subTest(change=change, files=files):
                response = self.post(NEW, files=files, **{**self.values, **change})
                self.assertEqual(response.status_code, 200)
                self.assertIn('name="problem"', response.text)
                self.assertIn("省人才学会", response.text)
        self.assertFalse(self.own())

    def test_large_file_is_refused_without_being_read_whole(self):
        large = {"scan": ("证书.pdf", PDF + b"0" * (11 * 2**20), "application/pdf")}

        response = self.post(NEW, files=large, **self.values)

        self.assertIn("10 MB", response.text)
        self.assertIn('name="problem"', response.text)
        self.assertFalse(self.own())

    def test_number_of_another_person_is_refused(self):
        self.new_certificate(self.li, number="P-0001")

        response = self.post(NEW, files=self.pdf(), **self.values)

        self.assertIn('name="problem"', response.text)
        self.assertNotIn("李四", response.text)
        self.assertFalse(self.own())

    def test_person_does_not_choose_the_holder_or_the_state(self):
        self.post(
            NEW,
            files=self.pdf(),
            employee_id=self.li.id,
            verify_date="2026-09-01",
            **self.values,
        )

        self.assertFalse(self.own(self.li))
        self.assertEqual(self.own().state, "draft")

    def test_upload_is_taken_back_while_it_waits(self):
        certificate = self.upload(self.zhang)

        response = self.post(f"/my/certificates/{certificate.id}/withdraw")

        self.assertIn("已撤回", response.text)
        self.assertFalse(certificate.exists())

    def test_verified_or_entered_by_the_office_is_not_taken_back(self):
        office = self.new_waiting(self.zhang)
        verified = self.new_certificate(self.zhang, rank=2)

        for certificate in (office, verified):
            response = self.post(f"/my/certificates/{certificate.id}/withdraw")
            with self.subTest(state=certificate.state):
                self.assertIn("不能撤回", response.text)
                self.assertTrue(certificate.exists())

    def test_reason_of_a_rejection_is_read_and_answered(self):
        certificate = self.upload(self.zhang, number="P-0001")
        officer = self.new_user("officer", HR_OFFICER)
        certificate.with_user(officer)._reject("证书编号与系统不符")

        page = self.open("/my/certificates").text
        self.post(NEW, files=self.pdf(), **self.values)

        self.assertIn("证书编号与系统不符", page)
        self.assertEqual(certificate.state, "draft")

    def test_scan_is_downloaded_by_its_holder_only(self):
        certificate = self.upload(self.zhang)
        path = f"/my/certificates/{certificate.id}/scan"

        self.assertEqual(self.open(path).content, PDF)
        self.assert_back_to(self.open(path, self.li_user), "/my/certificates")
