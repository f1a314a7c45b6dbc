"""One certificate's way in the browser: phone, HR officer, pay run (D18)."""

from odoo import fields
from odoo.tests import HttpCase, tagged

from odoo.addons.gov_window_staff.rules.month import Month

from .common import PayrollCommon


@tagged("post_install", "-at_install")
class TestCertificateFlowTour(HttpCase, PayrollCommon):
    browser_size = "375x800"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.officer.write({"lang": "zh_CN", "tz": "Asia/Shanghai"})
        # the name stands in the head of each page
        cls.holder = cls.new_user(
            "holder", "base.group_portal", lang="zh_CN", name="流程一号"
        )
        cls.person = cls.new_person(name="流程一号", user_id=cls.holder.id)
        # the month of the verification, which the browser does today
        month = Month.of(fields.Date.today())
        cls.lock_month(month)
        cls.pay = cls.new_run(month)

    def test_certificate_uploaded_on_a_phone_is_verified_and_paid(self):
        self.start_tour(
            "/my",
            "gov_portal_certificate_tour",
            login=self.holder.login,
            cookies={"frontend_lang": "zh_CN"},
        )
        self.browser_size = "1280x900"
        certificate = self.person.gov_certificate_ids
        self.assertEqual(certificate.state, "draft")

        self.start_tour(
            "/odoo/gov-certificates",
            "gov_certificate_verification_tour",
            login=self.officer.login,
        )
        self.assertRecordValues(
            certificate, [{"state": "verified", "verifier_id": self.officer.id}]
        )

        self.start_tour(
            f"/odoo/gov-pay-runs/{self.pay.id}",
            "gov_certificate_allowance_tour",
            login=self.officer.login,
        )
        self.assert_paid(self.pay, self.person, skill=200)
