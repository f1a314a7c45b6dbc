"""The month by hand in the browser, in Chinese, by an officer and a leader."""

from odoo.tests import HttpCase, tagged

from .common import AssessmentCommon


@tagged("post_install", "-at_install")
class TestTour(HttpCase, AssessmentCommon):
    def tour(self, name, user):
        self.start_tour("/odoo/gov-rounds", name, login=user.login)

    def test_month_is_settled_in_the_browser(self):
        (self.officer + self.checker + self.leader).write(
            {"lang": "zh_CN", "tz": "Asia/Shanghai"}
        )
        best, _second, _third, fourth = self.new_people(4)
        fourth.name = "李四"
        self.win(best, 5)
        self.new_event(fourth, "2.2", reason="上班玩手机")

        self.tour("gov_assessment_grade_tour", self.officer)
        self.tour("gov_assessment_publish_tour", self.officer)
        self.tour("gov_assessment_end_publicity_tour", self.leader)
        self.tour("gov_assessment_submit_tour", self.officer)
        self.tour("gov_assessment_review_tour", self.checker)
        self.tour("gov_assessment_confirm_tour", self.leader)
        self.tour("gov_assessment_lock_tour", self.officer)

        batch = self.env["gov.appraisal.round"].search(
            [("county_id", "=", self.county.id)]
        )
        self.assertRecordValues(
            batch,
            [
                {
                    "state": "locked",
                    "headcount": 4,
                    "graded_by_id": self.officer.id,
                    "confirmed_by_id": self.leader.id,
                }
            ],
        )
        self.assert_grades(batch, {best: "good", fourth: "fair"})
