"""我的年度、星级、荣誉、投票、光荣榜 in the portal: the own ones and what is public."""

from odoo.http import Request
from odoo.tests import HttpCase, tagged

from .common_honour import HonourCommon


@tagged("post_install", "-at_install")
class TestYearPortal(HttpCase, HonourCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person, cls.other, *_rest = cls.people_with(
            "g" * 6 + "f" * 6, "ggggggggggpp", "f" * 12, "f" * 12
        )
        cls.person.user_id = cls.portal_user
        cls.portal_user.lang = "zh_CN"

    def open(self, path, user=None):
        user = user or self.portal_user
        self.authenticate(user.login, user.login)
        self.opener.cookies["frontend_lang"] = "zh_CN"
        return self.url_open(path)

    def test_confirmed_year_is_shown_with_its_months(self):
        batch = self.new_year("submitted")
        self.assertNotIn("优秀", self.open("/my/years").text)

        self.advance_period(batch, "confirmed")
        page = self.open("/my/years").text

        for text in ("2025", "优秀", "公示"):
            with self.subTest(text=text):
                self.assertIn(text, page)
        self.assertNotIn("不合格", page)

    def test_stars_are_shown(self):
        batch = self.env["gov.star.round"].create(
            {"county_id": self.county.id, "date_from": "2025-04-01"}
        )
        self.env["gov.star.result"]._unprotected().create(
            {
                "round_id": batch.id,
                "employee_id": self.person.id,
                "staff_no": "1",
                "person_name": self.person.name,
                "stars": 5,
                "amount": 600,
            }
        )
        self.assertNotIn("★", self.open("/my/years").text)

        batch._unprotected().state = "locked"

        self.assertIn("★★★★★", self.open("/my/years").text)
        self.assertIn("2025-Q2", self.open("/my/years").text)

    def test_login_without_a_person_gets_a_sentence(self):
        for path in ("/my/years", "/my/honours"):
            with self.subTest(path=path):
                page = self.open(path, self.plain_user)
                self.assertEqual(page.status_code, 200)
                self.assertNotIn("gov_years_none", page.text)
                self.assertNotIn(self.person.name, page.text)

    def test_honour_is_voted_for_and_shown_on_the_board(self):
        nominee = self.new_people(1)
        self.new_months(nominee, "g" * 12)
        campaign = self.new_campaign("voting", nominee)
        home = f"/my/honours/{campaign.id}"
        self.assertIn(nominee.name, self.open(home).text)

        done = self.url_open(
            f"{home}/vote",
            data={
                "csrf_token": Request.csrf_token(self),
                "nomination": campaign.nomination_ids.id,
            },
        )

        self.assertTrue(done.url.endswith("done=voted"))
        self.assertEqual(campaign.voter_count, 1)
        self.assertNotIn(nominee.name, self.open("/my/board").text)
        self.advance_campaign(campaign, "awarded")
        for path in ("/my/board", "/honours/screen"):
            with self.subTest(path=path):
                self.assertIn(nominee.name, self.open(path).text)

    def test_empty_ballot_is_told_what_to_do(self):
        nominee = self.new_people(1)
        self.new_months(nominee, "g" * 12)
        campaign = self.new_campaign("voting", nominee)
        self.open("/my/honours")

        page = self.url_open(
            f"/my/honours/{campaign.id}/vote",
            data={"csrf_token": Request.csrf_token(self)},
        )

        self.assertIn('name="problem"', page.text)
        self.assertEqual(campaign.voter_count, 0)

    def test_foreign_campaign_leads_back(self):
        page = self.open("/my/honours/999999")

        self.assertTrue(page.url.endswith("/my/honours"))

    def test_own_certificate_only(self):
        self.new_months(self.person, "", first=1)
        campaign = self.new_campaign("awarded", self.person)
        number = campaign.nomination_ids.id

        own = self.open(f"/my/honours/certificate/{number}")

        self.assertEqual(own.headers["Content-Type"], "application/pdf")
        self.other.user_id = self.plain_user
        other = self.open(f"/my/honours/certificate/{number}", self.plain_user)
        self.assertTrue(other.url.endswith("/my/honours"))

    def test_home_counts_open_votes(self):
        campaign = self.new_campaign("voting", self.people_with("g" * 12))
        self.authenticate(self.portal_user.login, self.portal_user.login)

        def count():
            values = self.make_jsonrpc_request(
                "/my/counters", {"counters": ["gov_honour_vote_count"]}
            )
            return values["gov_honour_vote_count"]

        self.assertEqual(count(), 1)
        self.vote(campaign, self.person, campaign.nomination_ids.employee_id)
        self.assertEqual(count(), 0)

    def test_visitors_are_sent_to_the_login(self):
        self.authenticate(None, None)

        for path in ("/my/years", "/my/honours", "/my/board", "/honours/screen"):
            with self.subTest(path=path):
                self.assertIn("/web/login", self.url_open(path).url)
