"""The loop of a bad review in the browser, in Chinese, by the county and the site."""

from odoo.tests import HttpCase, tagged

from .common_rev import ReviewCommon


@tagged("post_install", "-at_install")
class TestReviewTour(HttpCase, ReviewCommon):
    def tour(self, name, user):
        self.start_tour(
            "/odoo/gov-bad-reviews", f"gov_assessment_review_{name}", login=user.login
        )

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
