"""The year by hand in the browser, and a vote in the portal, in Chinese."""

from odoo.tests import HttpCase, tagged

from .common_honour import HonourCommon


@tagged("post_install", "-at_install")
class TestYearTour(HttpCase, HonourCommon):
    def test_year_is_computed_and_confirmed_in_the_browser(self):
        (self.officer + self.leader).write({"lang": "zh_CN", "tz": "Asia/Shanghai"})
        people = self.people_with(*["g" * 6 + "f" * 6] * 4)
        people[3].name = "李四"

        self.start_tour(
            "/odoo/gov-years", "gov_assessment_year_tour", login=self.officer.login
        )
        self.start_tour(
            "/odoo/gov-years",
            "gov_assessment_year_confirm_tour",
            login=self.leader.login,
        )

        batch = self.env["gov.annual.round"].search(
            [("county_id", "=", self.county.id)]
        )
        self.assertEqual((batch.state, batch.excellent_count), ("confirmed", 1))
        self.assert_standings(batch, {people[3]: "excellent", people[0]: "qualified"})

    def test_vote_is_given_in_the_portal(self):
        self.portal_user.write({"lang": "zh_CN", "tz": "Asia/Shanghai"})
        nominee = self.people_with("g" * 12)
        nominee.name = "王芳"
        self.new_people(1).user_id = self.portal_user
        campaign = self.new_campaign("voting", nominee, name="2025优质服务明星")

        self.start_tour(
            "/my/honours", "gov_assessment_vote_tour", login=self.portal_user.login
        )

        self.assertEqual(campaign.voter_count, 1)
