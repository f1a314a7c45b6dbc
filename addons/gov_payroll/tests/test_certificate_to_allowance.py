"""From the upload of a certificate to the skill allowance (D18)."""

from datetime import date

from freezegun import freeze_time

from odoo.tests import tagged

from odoo.addons.gov_assessment.tests.common import OCTOBER
from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.tests.common_certificate import (
    REGISTRY,
    CertificateMixin,
)

from .common import PayrollCommon


@tagged("post_install", "-at_install")
class TestCertificateToAllowance(CertificateMixin, PayrollCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.holder = cls.new_user("holder", "base.group_portal", lang="zh_CN")
        cls.person = cls.new_person(user_id=cls.holder.id)

    def uploaded(self, issued="2026-10-08"):
        certificate = self.upload(self.person, issue_date=issued)
        return certificate.with_env(self.env)

    @freeze_time("2026-11-22")
    def test_uploaded_and_verified_certificate_is_paid_from_the_next_month(self):
        certificate = self.uploaded()
        self.assert_paid(self.computed_run(), self.person, skill=0)

        sheet = self.sheet(certificate, self.officer)
        sheet.action_confirm()

        november = self.computed_run(OCTOBER.next())
        self.assert_paid(november, self.person, skill=100)
        line = self.slip(november, self.person).line_ids.filtered(
            lambda line: line.code == "SKILL"
        )
        self.assertEqual(line.gov_basis, certificate.number)
        self.assertEqual(self.person.gov_skill_level_id.rank, 1)

    @freeze_time("2026-11-22")
    def test_uploaded_certificate_that_nobody_has_verified_is_not_paid(self):
        self.uploaded("2026-09-01")

        self.assert_paid(self.computed_run(), self.person, skill=0)

    @freeze_time("2026-11-22")
    def test_rejected_certificate_is_not_paid(self):
        self.uploaded("2026-09-01")._reject("证书网查无此号")

        self.assert_paid(self.computed_run(), self.person, skill=0)

    @freeze_time("2026-10-20")
    def test_certificate_of_an_approved_run_does_not_go_back(self):
        certificate = self.uploaded("2026-09-01")
        certificate._verify(REGISTRY)
        run = self.locked_run()
        self.assert_paid(run, self.person, skill=100)

        self.assertTrue(certificate.is_used)
        with self.assertRaisesRegex(DocumentLocked, "declare it void"):
            certificate._undo("编号看错")
        certificate._void("发证机构注销")

        self.assertEqual(certificate.state, "void")
        with self.assertRaises(DocumentLocked):
            certificate._undo("又找到了")

    @freeze_time("2026-10-20")
    def test_certificate_of_an_open_run_goes_back(self):
        certificate = self.uploaded("2026-09-01")
        certificate._verify(REGISTRY)
        self.computed_run()

        certificate._undo("编号看错")

        self.assertEqual(certificate.state, "draft")

    @freeze_time("2026-11-22")
    def test_certificate_that_no_closed_month_counted_goes_back(self):
        certificate = self.uploaded("2026-10-08")
        certificate._verify(REGISTRY, date(2026, 10, 9))
        self.locked_run()

        certificate._undo("编号看错")

        self.assertEqual(certificate.state, "draft")
