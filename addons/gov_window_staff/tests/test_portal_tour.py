"""Self-service on a phone, in Chinese: certificate, correction, signature, notice."""

from odoo.tests import HttpCase, tagged

from .common import HR_OFFICER, LEADER, WindowStaffCommon
from .common_portal import PortalMixin


@tagged("post_install", "-at_install")
class TestPortalTour(PortalMixin, HttpCase, WindowStaffCommon):
    browser_size = "375x800"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.set_up_people()

    def tour(self, path, name, user=None):
        user = user or self.zhang_user
        cookies = {"frontend_lang": "zh_CN"}
        self.start_tour(path, name, login=user.login, cookies=cookies)

    def test_certificate_is_uploaded_on_a_phone(self):
        self.tour("/my", "gov_portal_certificate_tour")

        self.assertRecordValues(
            self.zhang.gov_certificate_ids,
            [{"number": "P-TOUR-1", "state": "draft", "origin": "portal"}],
        )

    def test_undertaking_is_signed_on_a_phone(self):
        document = self.new_document("承诺书测试", kind="undertaking")

        self.tour("/my/rules", "gov_portal_rule_tour")

        self.assertEqual(self.line(document).state, "acknowledged")

    def test_notice_is_given_and_taken_back_on_a_phone(self):
        self.new_user("officer", HR_OFFICER)
        self.new_user("leader", LEADER)

        self.tour("/my/movements", "gov_portal_resign_tour")

        notice = self.env["gov.staff.movement"].search(
            [("employee_id", "=", self.zhang.id)]
        )
        self.assertRecordValues(notice, [{"kind": "resign", "state": "cancelled"}])

    def test_correction_is_asked_for_and_read_on_a_phone(self):
        officer = self.new_user("officer", HR_OFFICER, lang="zh_CN")

        self.tour("/my/profile", "gov_portal_correction_tour")
        request = self.zhang.gov_correction_ids
        request.answer = "已核对"
        request.with_user(officer).action_approve()
        self.tour("/my/corrections", "gov_portal_corrected_tour")

        self.assertEqual(self.zhang.private_phone, "13900000002")


@tagged("post_install", "-at_install")
class TestDecisionTour(PortalMixin, HttpCase, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.set_up_people()

    def test_officer_decides_about_a_correction(self):
        officer = self.new_user("officer", HR_OFFICER, lang="zh_CN", tz="Asia/Shanghai")
        self.ask()

        self.start_tour(
            "/odoo/gov-corrections", "gov_correction_decision_tour", login=officer.login
        )

        self.assertEqual(self.zhang.private_phone, "13900000002")
        self.assertEqual(self.zhang.gov_correction_ids.answer, "已核对")
