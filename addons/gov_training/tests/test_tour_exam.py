"""An exam is made, opened and sat in the browser, in Chinese."""

from odoo.tests import HttpCase, tagged

from odoo.addons.gov_window_staff.tests.common import ensure_chinese

from .common import TrainingCommon
from .common_exam import ExamBuilders


@tagged("post_install", "-at_install")
class TestExamTour(ExamBuilders, HttpCase, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        ensure_chinese(cls.env)
        cls.new_bank(2, right="B")
        cls.officer.write({"lang": "zh_CN", "tz": "Asia/Shanghai"})
        cls.ann_user = cls.give_login(cls.ann)
        cls.ann_user.write({"lang": "zh_CN", "tz": "Asia/Shanghai"})

    def test_exam_is_made_and_opened_in_chinese(self):
        with self.assertLogs("odoo.http", "WARNING") as refused:
            self.start_tour(
                "/odoo/gov-exams", "gov_exam_tour", login=self.officer.login
            )

        self.assertEqual(len(refused.output), 1)
        exam = self.env["gov.exam"].search([("name", "=", "三月服务礼仪考试")])
        self.assertEqual((exam.state, exam.candidate_count), ("open", 2))
        self.assertTrue(exam.survey_id)

    def test_exam_is_sat_in_chinese(self):
        exam = self.new_exam([self.ann], name="礼仪考试")

        self.start_tour(
            "/my/training/exams", "gov_exam_portal_tour", login=self.ann_user.login
        )

        self.assertRecordValues(
            exam.candidate_ids, [{"state": "passed", "best_percent": 100}]
        )
