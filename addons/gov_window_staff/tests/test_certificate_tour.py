"""A Chinese HR officer enters and verifies a certificate in the browser."""

from datetime import date

from odoo.tests import HttpCase, tagged

from ..rules.allowance import Person, allowances
from ..rules.month import Month
from .common import HR_OFFICER, WindowStaffCommon


@tagged("post_install", "-at_install")
class TestCertificateTour(HttpCase, WindowStaffCommon):
    def test_certificate_is_entered_verified_and_counts_for_the_next_month(self):
        officer = self.new_user("officer", HR_OFFICER, lang="zh_CN", tz="Asia/Shanghai")
        person = self.new_person("T9002", name="测试李四")

        self.start_tour(
            "/odoo/gov-certificates", "gov_certificate_tour", login=officer.login
        )

        certificate = person.gov_certificate_ids
        self.assertRecordValues(
            certificate,
            [{"number": "S-TOUR0001", "state": "verified", "verifier_id": officer.id}],
        )
        self.assertEqual(certificate.verify_url, "http://zscx.osta.org.cn")
        rates = self.env.ref("gov_window_staff.lianshui_2025")._to_rules()
        held = self.env["gov.certificate"]._to_rules(person)[person.id]
        month = Month.of(certificate.verify_date).next()
        paid = allowances(rates, Person(date(2015, 3, 2), certificates=held), month)
        self.assertEqual(paid["skill"].amount, 100)
