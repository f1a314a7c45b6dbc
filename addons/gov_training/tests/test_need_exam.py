"""Exams beside mentoring agreements, and as facts behind training needs."""

from datetime import timedelta

from odoo import fields
from odoo.tests import tagged

from .common import TrainingCommon
from .common_exam import ExamBuilders
from .common_mentoring import MentoringBuilders


@tagged("post_install", "-at_install")
class TestNeedExam(ExamBuilders, TrainingCommon, MentoringBuilders):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.new_bank()
        cls.exam = cls.new_exam(cls.bob, name="March exam")
        cls.today = fields.Date.today()

    def fail(self):
        for _number in range(2):
            self.sit(self.exam, self.bob, right=False)

    def test_exam_stands_beside_the_agreement(self):
        term = {"date_to": self.today + timedelta(days=100)}
        pair = self.new_pair(date_from=self.today - timedelta(days=1), **term)
        self.sit(self.exam, self.bob)

        rows = pair._results()

        self.assertEqual(
            [(row["text"], row["result"], row["is_good"]) for row in rows],
            [("March exam", "100%", True)],
        )

    def test_failed_exam_becomes_a_need(self):
        self.fail()

        need = self.env["gov.training.need"]._propose(
            self.bob, self.today - timedelta(days=1), self.today + timedelta(days=1)
        )

        self.assertRecordValues(
            need,
            [
                {
                    "employee_id": self.bob.id,
                    "topic_id": self.topic().id,
                    "source": "exam",
                    "state": "open",
                }
            ],
        )
