"""The loop of a bad review in the browser, in Chinese, by the county and the site."""

from odoo.fields import Datetime
from odoo.tests import HttpCase, tagged

from .common_rev import ReviewCommon


@tagged("post_install", "-at_install")
class TestReviewTour(HttpCase, ReviewCommon):
    def tour(self, name, user, page="gov-bad-reviews"):
        self.start_tour(
            f"/odoo/{page}", f"gov_assessment_review_{name}", login=user.login
        )

    def test_rates_show_a_dash_where_nothing_was_due(self):
        self.officer.write({"lang": "zh_CN", "tz": "Asia/Shanghai"})
        now = Datetime.now()
        self.bad_review(at=now)
        self.bad_review(at=now, rating="5")
        self.bad_review(self.new_person(site=self.town_b), now, rating="5")

        self.tour("rate_tour", self.officer, "gov-review-rates")

        rates = self.env["gov.review.rate"]._rates(
            [("department_id", "=", self.town_b.id)]
        )[0][0]
        self.assertEqual((rates["good_rate"], rates["verified_rate"]), (100, None))

    def test_bad_review_is_handled_to_the_end(self):
        users = self.officer + self.site_officer
        users.write({"lang": "zh_CN", "tz": "Asia/Shanghai"})
        today = self.reviews._today()
        review = self.bad_review(number="TOUR-1", received_on=today)

        self.tour("verify_tour", self.officer)
        self.assertEqual(review.rectify_kind, "in_time")
        self.tour("site_tour", self.site_officer)
        self.tour("close_tour", self.officer)

        self.assertRecordValues(
            review,
            [
                {
                    "state": "closed",
                    "verify_note": "电话核实属实",
                    "rectify_measure": "已更新材料清单",
                    "feedback_note": "已向群众说明",
                    "visit_note": "群众表示满意",
                    "rerating": "3",
                    "closer_id": self.officer.id,
                }
            ],
        )
