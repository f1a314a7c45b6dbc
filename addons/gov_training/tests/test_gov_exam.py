"""Exams: bank, paper, attempts, marks, results (T7)."""

from datetime import timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import UserError, ValidationError
from odoo.tests import Form, tagged

from ..exceptions import ExamLocked, ExamNotReady
from .common import TrainingCommon
from .common_exam import ExamBuilders


@tagged("post_install", "-at_install")
class TestExamPaper(ExamBuilders, TrainingCommon):
    def test_question_needs_the_right_number_of_right_answers(self):
        for kind, right in (("single", "AB"), ("single", ""), ("multiple", "")):
            with self.subTest(kind=kind, right=right):
                with self.assertRaises(ValidationError):
                    self.new_question(kind=kind, right=right)

    def test_answer_is_shown_as_letters(self):
        question = self.new_question(kind="multiple", right="AC")

        self.assertEqual(question.answer, "AC")

    def test_true_and_false_need_not_be_typed(self):
        form = Form(self.env["gov.exam.question"])
        form.name = "Smile"
        form.topic_id = self.topic()
        form.kind = "judge"
        with form.choice_ids.edit(0) as choice:
            choice.is_correct = True

        self.assertEqual(form.save().answer, "True")

    def test_paper_draws_so_many_questions_of_the_topic(self):
        self.new_bank(6)
        self.new_question("elsewhere", topic=self.topic("thinking"))
        exam = self.new_exam([self.ann], count=3)
        self.give_login(self.ann)

        paper = self.paper_of(exam, self.ann)

        asked = paper.predefined_question_ids
        self.assertEqual(len(asked), 3)
        self.assertEqual(asked.gov_question_id.topic_id, self.topic())

    def test_papers_of_two_people_are_drawn_apart(self):
        self.new_bank(30)
        exam = self.new_exam([self.ann, self.bob], count=15)
        for person in (self.ann, self.bob):
            self.give_login(person)

        papers = [
            self.paper_of(exam, person).predefined_question_ids
            for person in (self.ann, self.bob)
        ]

        self.assertNotEqual(*papers)

    def test_question_stands_once_on_a_paper_of_two_parts(self):
        self.new_bank(3)
        topic = self.topic().id
        parts = [{"topic_id": topic, "count": 2}, {"topic_id": topic, "count": 1}]

        with self.assertRaisesRegex(ExamNotReady, "asks 1 questions, the bank has 0"):
            self.new_exam([self.ann], parts=parts)

    def test_part_of_one_kind_draws_before_the_part_of_any(self):
        self.new_bank(2)
        self.new_question("many", kind="multiple", right="AB")
        topic = self.topic().id
        parts = [
            {"topic_id": topic, "count": 2},
            {"topic_id": topic, "count": 1, "kind": "multiple"},
        ]

        exam = self.new_exam([self.ann], parts=parts)

        self.assertEqual(exam.state, "open")

    def test_exam_without_people_paper_or_questions_does_not_open(self):
        exam = self.env["gov.exam"].create(
            {"name": "Empty", "department_id": self.county.id}
        )

        with self.assertRaises(ExamNotReady) as refused:
            exam.action_open()

        self.assertEqual(len(str(refused.exception).splitlines()), 3)

    def test_later_change_of_the_bank_does_not_change_the_paper(self):
        bank = self.new_bank(2)
        exam = self.new_exam([self.ann])
        self.give_login(self.ann)
        paper = self.sit(exam, self.ann)

        bank[0].write(
            {
                "choice_ids": [
                    (1, bank[0].choice_ids[0].id, {"is_correct": False}),
                    (1, bank[0].choice_ids[1].id, {"is_correct": True}),
                ]
            }
        )

        paper.invalidate_recordset()
        self.assertEqual(paper.scoring_percentage, 100)

    def test_paper_is_fixed_once_the_exam_is_open(self):
        self.new_bank(2)
        exam = self.new_exam([self.ann])

        for change in (
            lambda: exam.write({"pass_percent": 1}),
            lambda: exam.part_ids.write({"points": 50}),
            lambda: exam.part_ids.unlink(),
            lambda: exam.write({"state": "draft"}),
            lambda: exam.unlink(),
        ):
            with self.assertRaises(ExamLocked):
                change()

    def test_closing_time_can_be_moved(self):
        self.new_bank(2)
        exam = self.new_exam([self.ann])
        later = fields.Datetime.now() + timedelta(days=3)

        exam.date_to = later

        self.assertEqual(exam.date_to, later)

    def test_state_is_not_forged_by_a_default(self):
        with self.assertRaises(ExamLocked):
            self.env["gov.exam"].with_context(default_state="closed").create(
                {"name": "Forged", "department_id": self.county.id}
            )

    def test_session_fills_the_exam(self):
        kind = self.env.ref("gov_training.kind_induction").id
        session = self.new_session("done", [self.ann, self.bob], kind_id=kind)
        form = Form(self.env["gov.exam"])
        form.session_id = session
        exam = form.save()

        exam.action_invite_session()

        self.assertTrue(exam.is_induction)
        self.assertEqual(exam.part_ids.topic_id, session.topic_ids)
        self.assertEqual(exam.candidate_ids.employee_id, self.ann + self.bob)


@tagged("post_install", "-at_install")
class TestExamMarks(ExamBuilders, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.new_bank(2)
        cls.give_login(cls.ann)
        cls.exam = cls.new_exam([cls.ann, cls.bob], attempts=2)

    def test_right_answers_pass(self):
        self.sit(self.exam, self.ann)

        self.assertRecordValues(
            self.result_of(self.exam, self.ann),
            [{"state": "passed", "best_percent": 100, "attempt_count": 1}],
        )

    def test_half_is_below_the_pass_mark(self):
        paper = self.paper_of(self.exam, self.ann)
        first, second = paper.predefined_question_ids
        self.tick(paper, first, first.suggested_answer_ids[0])
        self.tick(paper, second, second.suggested_answer_ids[1])
        paper._mark_done()

        result = self.result_of(self.exam, self.ann)
        self.assertEqual((result.state, result.best_percent), ("failed", 50))

    def test_ticking_everything_gives_nothing(self):
        self.new_question(
            "many", kind="multiple", right="AB", topic=self.topic("skills")
        )
        parts = [{"topic_id": self.topic("skills").id, "count": 1}]
        exam = self.new_exam([self.ann], parts=parts)
        paper = self.paper_of(exam, self.ann)
        question = paper.predefined_question_ids

        self.tick(paper, question, question.suggested_answer_ids)
        paper._mark_done()

        self.assertEqual((paper.scoring_total, paper.scoring_success), (0, False))

    def test_answers_of_a_foreign_paper_are_refused(self):
        paper = self.paper_of(self.exam, self.ann)
        foreign = self.exam.survey_id.question_ids[:1].copy()

        with self.assertRaises(UserError):
            self.tick(paper, foreign, foreign.suggested_answer_ids[:1])

    def test_best_attempt_counts(self):
        self.sit(self.exam, self.ann, right=False)
        self.sit(self.exam, self.ann)

        result = self.result_of(self.exam, self.ann)
        self.assertEqual((result.state, result.attempt_count), ("passed", 2))

    def test_nobody_sits_it_again_after_passing(self):
        self.sit(self.exam, self.ann)

        with self.assertRaisesRegex(ExamNotReady, "have passed"):
            self.result_of(self.exam, self.ann).sudo()._start()

    def test_no_attempt_beyond_the_limit(self):
        for _number in range(2):
            self.sit(self.exam, self.ann, right=False)

        with self.assertRaisesRegex(ExamNotReady, "No attempts"):
            self.result_of(self.exam, self.ann).sudo()._start()

    def test_paper_left_lying_is_an_attempt(self):
        self.paper_of(self.exam, self.ann)

        with freeze_time(fields.Datetime.now() + timedelta(minutes=61)):
            result = self.result_of(self.exam, self.ann).sudo()
            self.assertFalse(result._running())

        self.assertEqual((result.attempts_left, result.state), (1, "failed"))

    def test_running_paper_is_gone_on_with(self):
        paper = self.paper_of(self.exam, self.ann)

        self.assertEqual(self.paper_of(self.exam, self.ann), paper)

    def test_retake_is_granted_with_a_reason(self):
        for _number in range(2):
            self.sit(self.exam, self.ann, right=False)
        result = self.result_of(self.exam, self.ann)

        wizard = self.env["gov.exam.grant"].create(
            {"candidate_id": result.id, "reason": "power cut"}
        )
        wizard.action_apply()

        self.assertEqual(result.attempts_left, 1)
        self.assertIn("power cut", self.exam.message_ids[0].body)
        with self.assertRaises(ExamNotReady):
            wizard.action_apply()

    def test_closing_hands_papers_in_and_notes_who_did_not_come(self):
        self.sit(self.exam, self.ann, hand_in=False)

        self.exam.action_close()

        self.assertEqual(self.result_of(self.exam, self.ann).state, "passed")
        self.assertEqual(self.result_of(self.exam, self.bob).state, "absent")
        self.assertRecordValues(
            self.exam,
            [{"candidate_count": 2, "sat_count": 1, "passed_count": 1, "average": 100}],
        )

    def test_exam_closes_by_itself(self):
        with freeze_time(self.exam.date_to + timedelta(minutes=1)):
            self.env["gov.exam"]._cron_close()

        self.assertEqual(self.exam.state, "closed")

    def test_nobody_starts_before_the_exam_opens_or_after_it_was_called_off(self):
        result = self.result_of(self.exam, self.ann).sudo()
        with freeze_time(self.exam.date_from - timedelta(minutes=1)):
            self.assertRaises(ExamNotReady, result._start)

        self.exam.action_cancel()

        self.assertRaises(ExamNotReady, result._start)

    def test_survey_starts_no_attempt_of_its_own(self):
        with self.assertRaisesRegex(UserError, "each start counts"):
            self.exam.survey_id._create_answer(user=self.ann.user_id)

    def test_who_sat_it_stays_on_the_list(self):
        self.sit(self.exam, self.ann)

        with self.assertRaises(ExamLocked):
            self.result_of(self.exam, self.ann).action_remove()
        self.result_of(self.exam, self.bob).action_remove()

        self.assertEqual(self.exam.candidate_ids.employee_id, self.ann)

    def test_right_answers_are_shown_when_the_exam_says(self):
        self.sit(self.exam, self.ann)
        result = self.result_of(self.exam, self.ann).sudo()
        shown = {}
        for reveal in ("never", "closed", "done"):
            self.exam.reveal = reveal
            shown[reveal] = result._shows_answers()
        self.assertEqual(shown, {"never": False, "closed": False, "done": True})

        self.exam.reveal = "closed"
        self.exam.action_close()

        self.assertTrue(result._shows_answers())
        self.assertTrue(all(asked["is_right"] for asked in self.review(result)))

    def review(self, result):
        return result._papers()[:1]._gov_review()

    # -- what follows ----------------------------------------------------------------

    def test_failed_topics_are_facts_for_training(self):
        for _number in range(2):
            self.sit(self.exam, self.ann, right=False)
        today = fields.Date.today()
        first = today - timedelta(days=1)

        facts = self.ann._gov_training_facts(first, today + timedelta(days=1))

        own = [fact for fact in facts if fact["source"] == "exam"]
        self.assertEqual(len(own), 1)
        self.assertEqual(own[0]["employee_id"], self.ann.id)
        self.assertEqual(own[0]["topic_id"], self.topic().id)
        self.assertIn("0 of 10 points", own[0]["text"])

    def test_passed_exam_is_no_fact_for_training(self):
        self.sit(self.exam, self.ann)
        today = fields.Date.today()

        facts = self.ann._gov_training_facts(
            today - timedelta(days=1), today + timedelta(days=1)
        )

        self.assertFalse([fact for fact in facts if fact["source"] == "exam"])

    def test_profile_dossier_and_sheet_show_results(self):
        self.sit(self.exam, self.ann)
        self.exam.action_close()
        today = fields.Date.today()

        period = (today, today + timedelta(days=1))

        self.assertEqual(self.ann.gov_exam_passed_count, 1)
        for paper in (self.ann._gov_dossier_sections, self.ann._gov_training_sections):
            rows = next(s["rows"] for s in paper(*period) if s["title"] == "Exams")
            self.assertEqual([row[1:] for row in rows], [["Exam", "100", "Passed"]])
