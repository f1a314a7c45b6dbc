"""Self-examination: written by the person, accepted or returned by an officer (A48)."""

from datetime import timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, TransactionCase, tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

from .common import AssessmentCommon
from .common_follow import PDF, FollowCommon


@tagged("post_install", "-at_install")
class TestSelfExamination(FollowCommon, AssessmentCommon, TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.new_person()

    def test_task_by_hand_runs_from_the_day_it_is_asked_for(self):
        with freeze_time("2026-10-08 04:00:00"):
            exam = self.new_exam(self.person, days=3)

        # 2026-10-10 is a Saturday worked in exchange
        self.assertEqual(str(exam.deadline), "2026-10-12")
        self.assertEqual(exam.state, "waiting")

    def test_text_or_file_is_enough(self):
        by_text, by_file = self.new_exam(self.person), self.new_exam(self.person)

        by_text._submit("我错了")
        by_file._submit(content=PDF, file_name="检查.exe")

        self.assertEqual((by_text.state, by_text.text), ("submitted", "我错了"))
        self.assertEqual(by_file.paper_name, "检查.pdf")

    def test_nothing_at_all_is_refused(self):
        for text in (None, "", "   "):
            with self.subTest(text=text), self.assertRaisesRegex(UserError, "Write"):
                self.new_exam(self.person)._submit(text)

    def test_file_of_another_kind_is_refused(self):
        exam = self.new_exam(self.person)

        for content in (b"MZ program", b"", b"<svg/>"):
            with self.subTest(content=content), self.assertRaises(UserError):
                exam._submit("text", content, "a.pdf")
        self.assertEqual(exam.state, "waiting")

    def test_text_longer_than_a_book_is_refused(self):
        with self.assertRaisesRegex(UserError, "20000"):
            self.new_exam(self.person)._submit("字" * 20001)

    def test_late_is_after_the_deadline(self):
        with freeze_time("2026-10-08 04:00:00"):
            on_time = self.new_exam(self.person, days=3)
            late = self.new_exam(self.person, days=3)
        with freeze_time("2026-10-12 04:00:00"):
            on_time._submit("x")
        with freeze_time("2026-10-13 04:00:00"):
            late._submit("x")

        self.assertFalse(on_time.is_late)
        self.assertTrue(late.is_late)

    def test_returned_one_is_written_again_with_new_days(self):
        with freeze_time("2026-10-08 04:00:00"):
            exam = self.new_exam(self.person, days=3)
            exam._submit("太短")
        with freeze_time("2026-10-12 04:00:00"):
            exam.with_user(self.officer)._return("没有写原因")
            self.assertEqual(str(exam.deadline), "2026-10-15")
            exam._submit("写清原因")
        exam.with_user(self.officer).action_accept()

        self.assertRecordValues(
            exam,
            [{"state": "accepted", "submit_count": 2, "reviewer_id": self.officer.id}],
        )

    def test_accepted_one_is_final(self):
        exam = self.new_exam(self.person)
        exam._submit("x")
        exam.with_user(self.officer).action_accept()

        with self.assertRaises(UserError):
            exam._submit("y")
        with self.assertRaises(UserError):
            exam.with_user(self.officer)._return("z")
        with self.assertRaises(DocumentLocked):
            exam.with_user(self.officer).write({"text": "changed"})

    def test_leader_does_not_review(self):
        exam = self.new_exam(self.person)
        exam._submit("x")

        with self.assertRaises(AccessError):
            exam.with_user(self.leader).action_accept()

    def test_officer_does_not_review_the_own_one(self):
        self.person.user_id = self.officer
        exam = self.new_exam(self.person)
        exam._submit("x")

        for step in ("action_accept", "_return", "_waive"):
            with self.subTest(step=step), self.assertRaisesRegex(UserError, "yourself"):
                args = () if step == "action_accept" else ("x",)
                getattr(exam.with_user(self.officer), step)(*args)

    def test_paper_is_entered_with_the_day_it_came_in(self):
        with freeze_time("2026-10-08 04:00:00"):
            exam = self.new_exam(self.person)
        with freeze_time("2026-10-13 04:00:00"):
            wizard = Form(
                self.env["gov.self.examination.paper"]
                .with_user(self.officer)
                .with_context(default_exam_id=exam.id)
            )
            wizard.day = "2026-10-09"
            wizard.text = "纸质检查"
            wizard.save().action_confirm()

        self.assertRecordValues(
            exam,
            [
                {
                    "state": "submitted",
                    "submit_date": fields.Date.to_date("2026-10-09"),
                    "recorder_id": self.officer.id,
                    "is_late": False,
                }
            ],
        )

    def test_paper_of_the_future_is_refused(self):
        exam = self.new_exam(self.person).with_user(self.officer)
        tomorrow = fields.Date.context_today(exam) + timedelta(days=1)

        with self.assertRaisesRegex(UserError, "today"):
            exam._record_paper(tomorrow, "x")

    def test_file_of_a_self_examination_is_not_touched_from_outside(self):
        exam = self.new_exam(self.person)
        exam._submit(content=PDF, file_name="a.pdf")
        files = self.env["ir.attachment"].search(
            [
                ("res_model", "=", "gov.self.examination"),
                ("res_id", "=", exam.id),
                ("res_field", "=", "paper"),
            ]
        )
        self.assertTrue(files)

        with self.assertRaises(DocumentLocked):
            files.with_user(self.officer).unlink()
        with self.assertRaises(DocumentLocked):
            files.with_user(self.officer).write({"raw": b"%PDF-forged"})

    def test_overdue_ones_are_found_and_remind_once(self):
        with freeze_time("2026-10-08 04:00:00"):
            late = self.new_exam(self.person, days=1)
            fine = self.new_exam(self.person, days=9)
            done = self.new_exam(self.person, days=1)
            done._submit("x")
        exams = self.env["gov.self.examination"]
        with freeze_time("2026-10-12 04:00:00"):
            domain = [("id", "in", (late + fine + done).ids)]
            found = exams.search([*domain, ("is_overdue", "=", True)])
            self.assertEqual(found, late)
            found = exams.search([*domain, ("is_overdue", "=", False)])
            self.assertEqual(found, fine + done)

            exams._cron_remind_overdue()
            exams._cron_remind_overdue()

        self.assertEqual(len(late.activity_ids), 1)
        self.assertFalse((fine + done).activity_ids)
        with freeze_time("2026-10-13 04:00:00"):
            late._submit("x")
        self.assertFalse(late.activity_ids)

    def test_default_days_are_those_of_the_rubric(self):
        self.assertEqual(self.new_exam(self.person, "draft").days, 5)
