"""Needs and mentoring in the browser, in Chinese."""

from odoo.tests import HttpCase, tagged

from odoo.addons.gov_window_staff.tests.common import ensure_chinese

from .common import TrainingCommon
from .common_mentoring import MentoringBuilders
from .common_need import NeedBuilders


@tagged("post_install", "-at_install")
class TestNeedTour(HttpCase, TrainingCommon, NeedBuilders, MentoringBuilders):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        ensure_chinese(cls.env)
        cls.officer.write({"lang": "zh_CN", "tz": "Asia/Shanghai"})

    def test_demand_becomes_a_session_in_two_clicks(self):
        needs = self.new_need(self.ann, "computer", source="wish")
        needs |= self.new_need(self.eve, "computer", source="exam")

        self.start_tour(
            "/odoo/gov-training-demand",
            "gov_training_need_tour",
            login=self.officer.login,
        )

        self.assertEqual(set(needs.mapped("state")), {"planned"})
        self.assertEqual(
            needs.session_id.enrollment_ids.employee_id, self.ann | self.eve
        )

    def test_agreement_is_signed_and_completed(self):
        self.put_rules_in_force()

        self.start_tour(
            "/odoo/gov-mentoring", "gov_mentorship_tour", login=self.officer.login
        )

        pair = self.env["gov.mentorship"].search([("mentor_id", "=", self.ann.id)])
        self.assertRecordValues(
            pair,
            [
                {
                    "state": "finished",
                    "outcome": "excellent",
                    "apprentice_id": self.bob.id,
                }
            ],
        )
        self.assertEqual(pair.goal_ids.state, "reached")
