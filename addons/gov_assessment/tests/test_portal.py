"""本人月度考核: the own published months with every line, and nobody else's."""

from odoo.tests import HttpCase, tagged

from .common import AssessmentCommon

# the language of a page is that of the site, which a database chooses
NOTHING_YET = "No month has been published|您还没有已公示的月度考核"
SUSPENDED = "suspended while a case is open|暂停"


@tagged("post_install", "-at_install")
class TestPortal(HttpCase, AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person, cls.other = cls.new_people(2)
        cls.person.user_id = cls.portal_user
        cls.new_event(cls.person, "3.1", quantity=2, reason="未佩戴工作证")
        cls.new_event(cls.other, "1.1", reason="他人的事由")
        cls.batch = cls.new_round("graded")
        cls.own = cls.appraisal(cls.batch, cls.person)
        cls.foreign = cls.appraisal(cls.batch, cls.other)

    def open(self, path, user=None):
        user = user or self.portal_user
        self.authenticate(user.login, user.login)
        return self.url_open(path)

    def open_own(self):
        return self.open(f"/my/appraisals/{self.own.id}")

    def test_own_confirmed_month_is_shown_with_each_line(self):
        self.advance(self.batch, "confirmed")

        page = self.open_own().text

        for text in (
            "2026-10",
            "3.1 未摆桌牌",
            "未佩戴工作证",
            "(5 × 2)",
            "-10",
            "服务规范",
            "/ 20",
            "270.00",
        ):
            with self.subTest(text=text):
                self.assertIn(text, " ".join(page.split()).replace("</t> <t>", " "))

    def test_own_months_are_listed(self):
        self.advance(self.batch, "locked")

        page = self.open("/my/appraisals").text

        self.assertIn(f"/my/appraisals/{self.own.id}", page)
        self.assertNotIn(f"/my/appraisals/{self.foreign.id}", page)

    def test_month_of_another_person_leads_back_to_the_own_list(self):
        self.advance(self.batch, "confirmed")

        response = self.open(f"/my/appraisals/{self.foreign.id}")

        self.assertTrue(response.url.endswith("/my/appraisals"))
        self.assertNotIn("他人的事由", response.text)

    def test_month_that_does_not_exist_leads_back_to_the_own_list(self):
        response = self.open("/my/appraisals/999999999")

        self.assertTrue(response.url.endswith("/my/appraisals"))

    def test_month_that_is_not_published_is_not_shown(self):
        self.assertRegex(self.open("/my/appraisals").text, NOTHING_YET)
        self.assertTrue(self.open_own().url.endswith("/my/appraisals"))

    def test_reopened_month_disappears_again(self):
        self.advance(self.batch, "confirmed")
        self.batch.with_user(self.leader).action_reopen()

        self.assertTrue(self.open_own().url.endswith("/my/appraisals"))

    def test_home_card_counts_the_own_months(self):
        def count():
            self.authenticate(self.portal_user.login, self.portal_user.login)
            values = self.make_jsonrpc_request(
                "/my/counters", {"counters": ["gov_appraisal_count"]}
            )
            return values["gov_appraisal_count"]

        self.assertEqual(count(), 0)
        self.advance(self.batch, "confirmed")
        self.assertEqual(count(), 1)

    def test_home_has_the_card(self):
        self.assertIn('href="/my/appraisals"', self.open("/my").text)

    def test_visitor_is_sent_to_the_login(self):
        self.authenticate(None, None)

        for path in ("/my/appraisals", f"/my/appraisals/{self.own.id}"):
            with self.subTest(path=path):
                self.assertIn("/web/login", self.url_open(path).url)

    def test_internal_user_sees_the_own_months_only(self):
        self.other.user_id = self.plain_user
        self.advance(self.batch, "confirmed")

        page = self.open("/my/appraisals", self.plain_user).text

        self.assertIn(f"/my/appraisals/{self.foreign.id}", page)
        self.assertNotIn(f"/my/appraisals/{self.own.id}", page)

    def test_user_without_a_person_sees_nothing(self):
        self.advance(self.batch, "confirmed")

        page = self.open("/my/appraisals", self.plain_user).text

        self.assertRegex(page, NOTHING_YET)

    def test_suspended_month_says_so(self):
        self.new_case(self.person)
        self.advance(self.batch, "confirmed")

        self.assertRegex(self.open_own().text, SUSPENDED)

    def test_page_is_chinese_for_a_chinese_reader(self):
        self.portal_user.lang = "zh_CN"
        self.opener.cookies["frontend_lang"] = "zh_CN"
        self.advance(self.batch, "confirmed")

        page = self.open_own().text

        for text in ("各项得分", "逐条明细", "一般"):
            with self.subTest(text=text):
                self.assertIn(text, page)
