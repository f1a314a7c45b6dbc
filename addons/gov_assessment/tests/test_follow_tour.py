"""In the browser, in Chinese: notice and self-examination, a supervision item."""

from odoo.tests import HttpCase, tagged

from .common import AssessmentCommon
from .common_follow import FollowCommon


@tagged("post_install", "-at_install")
class TestFollowTour(FollowCommon, HttpCase, AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        users = cls.officer + cls.site_officer + cls.portal_user
        users.write({"lang": "zh_CN", "tz": "Asia/Shanghai"})
        cls.person = cls.new_person(name="张三")
        cls.person.user_id = cls.portal_user

    def test_person_answers_a_notice_and_the_officer_accepts(self):
        notice = self.new_notice(self.person, "issued")

        self.start_tour(
            "/my/notices",
            "gov_follow_portal_tour",
            login=self.portal_user.login,
            cookies={"frontend_lang": "zh_CN"},
        )
        self.assertTrue(notice.acknowledged_on)
        self.start_tour(
            "/odoo/gov-self-examinations",
            "gov_follow_accept_tour",
            login=self.officer.login,
        )

        self.assertEqual(self.exam_of(self.person).state, "accepted")

    def test_supervision_item_goes_from_the_office_to_the_site_and_back(self):
        item = self.new_item()
        for name, user in (
            ("gov_supervision_send_tour", self.officer),
            ("gov_supervision_answer_tour", self.site_officer),
            ("gov_supervision_close_tour", self.officer),
        ):
            self.start_tour("/odoo/gov-supervision", name, login=user.login)

        self.assertEqual(item.state, "closed")
