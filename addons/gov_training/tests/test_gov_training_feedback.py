"""Feedback: by people who came, once, and never by somebody else."""

from odoo.exceptions import UserError
from odoo.tests import tagged

from ..models.sessions.gov_training_enrollment_feedback import QUESTIONS
from .common import TrainingCommon
from .common_sess import SessionBuilders


@tagged("post_install", "-at_install")
class TestFeedback(TrainingCommon, SessionBuilders):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.closed = cls.new_session("done", [cls.ann, cls.bob])

    def answers(self, *stars):
        return dict(zip(QUESTIONS, stars, strict=True))

    def give(self, person, *stars, comment=False):
        self.line_of(self.closed, person)._give_feedback(self.answers(*stars), comment)

    def test_satisfaction_is_the_average_of_all_answers(self):
        self.give(self.ann, "5", "4", "3", comment=" more practice ")
        self.give(self.bob, "2", "2", "2")

        line = self.line_of(self.closed, self.ann)
        self.assertEqual(
            (line.feedback_score, line.feedback_comment), (4, "more practice")
        )
        self.assertRecordValues(
            self.closed, [{"feedback_count": 2, "feedback_score": 3}]
        )

    def test_feedback_is_given_once(self):
        self.give(self.ann, "5", "5", "5")

        with self.assertRaisesRegex(UserError, "once"):
            self.give(self.ann, "1", "1", "1")

    def test_every_question_is_answered(self):
        for third in (False, "6", None):
            with (
                self.subTest(third=third),
                self.assertRaisesRegex(UserError, "all three"),
            ):
                self.give(self.ann, "5", "5", third)

    def test_who_did_not_come_says_nothing(self):
        session = self.new_session("ongoing", [self.eve])
        session.enrollment_ids.action_absent()

        with self.assertRaisesRegex(UserError, "attended"):
            session.enrollment_ids._give_feedback(self.answers("5", "5", "5"))

    def test_feedback_is_not_written_by_an_officer(self):
        session = self.new_session("ongoing", [self.eve])
        line = session.enrollment_ids.with_user(self.officer)

        line.write({"feedback_content": "5", "feedback_time": "2026-03-06 01:00:00"})

        self.assertRecordValues(
            line, [{"feedback_content": False, "feedback_time": False}]
        )

    def test_feedback_of_a_closed_session_leaves_the_list_locked(self):
        self.give(self.ann, "5", "5", "5")

        with self.assertRaises(UserError):
            self.line_of(self.closed, self.ann).action_absent()

    def test_satisfaction_of_the_trainer_is_that_of_the_sessions(self):
        trainer = self.env["res.partner"].create({"name": "T", "gov_is_trainer": True})
        session = self.new_session("done", [self.eve], trainer_ids=[(4, trainer.id)])

        session.enrollment_ids._give_feedback(self.answers("5", "4", "3"))

        self.assertRecordValues(
            trainer,
            [
                {
                    "gov_session_count": 1,
                    "gov_teaching_hours": 2,
                    "gov_trainer_score": 4,
                }
            ],
        )
