"""/my and /my/profile: the own person with masked numbers."""

from datetime import timedelta

from odoo import fields
from odoo.tests import HttpCase, tagged

from .common import WindowStaffCommon
from .common_portal import PortalMixin


@tagged("post_install", "-at_install")
class TestProfile(PortalMixin, HttpCase, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.set_up_people()
        cls.zhang.write(
            {
                "identification_id": "11010519491231002X",
                "gov_window_id": cls.new_window(name="医保窗口").id,
            }
        )

    def test_profile_shows_post_dates_and_masked_numbers(self):
        page = self.open("/my/profile").text

        for text in (
            "张三",
            self.zhang.gov_staff_no,
            "东镇便民服务中心",
            "医保窗口",
            "2015-03-02",
            "110**************X",
            "138****0001",
            "我的档案",
        ):
            with self.subTest(text=text):
                self.assertIn(text, page)
        for number in ("11010519491231002X", "13800000001"):
            with self.subTest(number=number):
                self.assertNotIn(number, page)

    def test_countdown_of_the_probation_is_shown_until_its_last_day(self):
        # the day that this reader has, not the server's
        today = fields.Date.context_today(self.zhang.with_user(self.zhang_user))
        self.zhang.trial_date_end = today + timedelta(days=29)
        self.assertIn("还剩 30 天", self.open("/my/profile").text)

        self.zhang.trial_date_end = today - timedelta(days=1)

        self.assertNotIn("还剩", self.open("/my/profile").text)

    def test_deadline_of_the_certificate_is_shown_until_it_is_met(self):
        today = fields.Date.context_today(self.zhang)
        self.zhang.gov_entry_date = today - timedelta(days=100)
        self.assertIn("前取得等级证书", self.open("/my/profile").text)

        self.new_certificate(self.zhang, issued=today - timedelta(days=1))

        self.assertNotIn("前取得等级证书", self.open("/my/profile").text)

    def test_unsigned_texts_are_counted_on_profile_and_home(self):
        before = self.zhang.gov_rule_pending_count
        self.new_document()

        page = self.open("/my/profile").text
        counters = self.make_jsonrpc_request(
            "/my/counters", {"counters": ["gov_rule_count"]}
        )

        self.assertIn(f"有 {before + 1} 份", page)
        self.assertEqual(counters["gov_rule_count"], before + 1)

    def test_home_has_a_card_for_each_page(self):
        page = self.open("/my").text

        for path in ("profile", "corrections", "certificates", "movements", "rules"):
            with self.subTest(path=path):
                self.assertIn(f'href="/my/{path}"', page)

    def test_photo_is_the_own_one(self):
        response = self.open("/my/profile/photo")

        self.assertEqual(response.status_code, 200)
        self.assertTrue(response.headers["Content-Type"].startswith("image/"))

    def test_internal_user_has_the_same_pages(self):
        user = self.new_user("internal", lang="zh_CN")
        person = self.new_person(name="王五", user_id=user.id)

        page = self.open("/my/profile", user).text

        self.assertIn(person.gov_staff_no, page)
        self.assertNotIn(self.zhang.gov_staff_no, page)

    def test_login_without_a_person_gets_a_sentence_and_no_cards(self):
        stranger = self.new_user("stranger", "base.group_portal", lang="zh_CN")

        for path in ("profile", "corrections", "certificates", "movements", "rules"):
            response = self.open(f"/my/{path}", stranger)
            with self.subTest(path=path):
                self.assertEqual(response.status_code, 200)
                self.assertIn("尚未关联", response.text)
        self.assertNotIn('href="/my/profile"', self.open("/my", stranger).text)
        self.assertEqual(self.open("/my/profile/photo", stranger).status_code, 404)

    def test_visitor_is_sent_to_the_login(self):
        self.authenticate(None, None)

        for path in ("profile", "corrections", "certificates", "movements", "rules"):
            with self.subTest(path=path):
                self.assertIn("/web/login", self.url_open(f"/my/{path}").url)
