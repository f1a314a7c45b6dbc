"""Pages of Odoo's survey around an exam: what they must not show or do."""

from datetime import timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import HttpCase, new_test_user, tagged
from odoo.tools import mute_logger

from .common import TrainingCommon
from .common_exam import ExamBuilders

HOME = "/my/training/exams"


@tagged("post_install", "-at_install")
class TestSurveyPages(ExamBuilders, HttpCase, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for number in range(6):
            cls.new_question(f"SECRET-{number}", right="B")
        cls.ann_user = cls.give_login(cls.ann)
        cls.bob_user = cls.give_login(cls.bob)
        cls.exam = cls.new_exam([cls.ann, cls.bob], count=3, minutes=30)
        cls.survey = cls.exam.survey_id

    def setUp(self):
        super().setUp()
        self.authenticate(self.ann_user.login, self.ann_user.login)

    def drawn(self, person=None):
        """A paper that is drawn and not begun, and its address."""
        result = self.result_of(self.exam, person or self.ann).sudo()
        result._start()
        paper = result._running()
        return paper, f"{self.survey.access_token}/{paper.access_token}"

    def rpc(self, route, **params):
        with mute_logger("odoo.http"):
            return self.make_jsonrpc_request(route, params)

    def begin(self, address):
        return self.rpc(f"/survey/begin/{address}")

    def test_link_of_the_paper_alone_starts_nothing(self):
        before = self.survey.user_input_ids

        response = self.url_open(f"/survey/start/{self.survey.access_token}")

        self.survey.invalidate_recordset()
        self.assertEqual(self.survey.user_input_ids, before)
        self.assertNotIn("SECRET", response.text)

    def test_paper_is_not_passed_on(self):
        _paper, address = self.drawn()
        self.authenticate(self.bob_user.login, self.bob_user.login)

        page = self.url_open(f"/survey/{address}").text
        answer = self.begin(address)

        self.assertNotIn("SECRET", page)
        self.assertEqual(answer[1], {"error": "answer_wrong_user"})

    def test_visitor_sees_no_paper(self):
        _paper, address = self.drawn()
        self.authenticate(None, None)

        self.assertNotIn("SECRET", self.url_open(f"/survey/{address}").text)

    def test_paper_is_not_printed_before_during_or_after(self):
        paper, _address = self.drawn()
        link = (
            f"/survey/print/{self.survey.access_token}"
            f"?answer_token={paper.access_token}"
        )
        for state in ("new", "in_progress", "done"):
            paper.state = state
            with self.subTest(state=state):
                response = self.url_open(link)
                self.assertNotIn("SECRET", response.text)
                self.assertTrue(response.url.endswith(HOME))

    def test_no_question_is_shown_before_the_clock_runs(self):
        paper, address = self.drawn()
        question = paper.predefined_question_ids[0]

        with mute_logger("odoo.http"):
            page = self.url_open(f"/survey/{address}?previous_page_id={question.id}")

        self.assertNotIn("SECRET", page.text)

    def test_question_of_another_paper_is_not_shown(self):
        paper, address = self.drawn()
        self.begin(address)
        foreign = self.survey.question_ids - paper.predefined_question_ids

        answer = self.rpc(
            f"/survey/next_question/{address}", previous_page_id=foreign[0].id
        )

        self.assertNotIn(foreign[0].title, str(answer))

    def test_own_question_is_gone_back_to(self):
        paper, address = self.drawn()
        self.begin(address)
        first = paper.predefined_question_ids[0]

        answer = self.rpc(f"/survey/next_question/{address}", previous_page_id=first.id)

        self.assertIn(first.title, str(answer))

    def test_answer_after_the_time_is_not_taken(self):
        paper, address = self.drawn()
        self.begin(address)
        question = paper.predefined_question_ids[0]
        right = question.suggested_answer_ids.filtered("is_correct")

        with freeze_time(fields.Datetime.now() + timedelta(minutes=31)):
            answer = self.rpc(
                f"/survey/submit/{address}",
                question_id=question.id,
                **{str(question.id): str(right.id)},
            )

        self.assertIn("error", answer[1])
        self.assertFalse(paper.user_input_line_ids)

    def test_no_answer_carries_the_right_one(self):
        paper, address = self.drawn()
        self.begin(address)
        question = paper.predefined_question_ids[0]
        wrong = question.suggested_answer_ids.filtered(lambda a: not a.is_correct)[0]

        answer = self.rpc(
            f"/survey/submit/{address}",
            question_id=question.id,
            **{str(question.id): str(wrong.id)},
        )

        self.assertEqual(answer[0], {})

    def test_retry_draws_no_paper(self):
        paper, address = self.drawn()
        self.begin(address)
        paper._mark_done()
        count = len(self.survey.user_input_ids)

        response = self.url_open(f"/survey/retry/{address}")

        self.survey.invalidate_recordset()
        self.assertEqual(len(self.survey.user_input_ids), count)
        self.assertTrue(response.url.endswith(HOME))

    def test_other_surveys_work_as_before(self):
        survey = self.env["survey.survey"].create(
            {
                "title": "Canteen",
                "access_mode": "public",
                "question_and_page_ids": [
                    (0, 0, {"title": "Soup", "question_type": "char_box"})
                ],
            }
        )

        start = self.url_open(f"/survey/start/{survey.access_token}")
        shown = self.url_open(f"/survey/print/{survey.access_token}")

        self.assertEqual(len(survey.user_input_ids), 1)
        self.assertIn("Canteen", start.text)
        self.assertIn("Soup", shown.text)


@tagged("post_install", "-at_install")
class TestSurveyRights(ExamBuilders, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.new_bank(2)
        cls.give_login(cls.ann)
        cls.exam = cls.new_exam([cls.ann])
        cls.survey = cls.exam.survey_id
        group = "base.group_user,survey.group_survey_manager"
        cls.poller = new_test_user(cls.env, "exam_poller", group)

    def records(self):
        paper = self.sit(self.exam, self.ann)
        question = self.survey.question_ids[0]
        return [
            self.survey,
            question,
            question.suggested_answer_ids,
            paper,
            paper.user_input_line_ids,
        ]

    def test_survey_administrator_sees_no_exam(self):
        for record in self.records():
            with self.subTest(model=record._name):
                self.assertFalse(record.with_user(self.poller).has_access("read"))

    def test_officers_read_papers_and_change_none(self):
        both = self.new_user(
            "both",
            "gov_window_staff.group_hr_officer,survey.group_survey_manager",
        )
        records = self.records()
        for user in (self.officer, both):
            for record in records:
                record = record.with_user(user)
                with self.subTest(user=user.login, model=record._name):
                    self.assertTrue(record.has_access("read"))
                    self.assertFalse(record.has_access("write"))
                    self.assertFalse(record.has_access("unlink"))

    def test_nobody_else_reads_papers(self):
        plain = self.new_user("plain", "base.group_user")
        users = (self.site_officer, self.leader, plain, self.ann.user_id)
        for record in self.records():
            for user in users:
                with self.subTest(user=user.login, model=record._name):
                    self.assertFalse(record.with_user(user).has_access("read"))

    def test_survey_administrator_keeps_other_surveys(self):
        survey = self.env["survey.survey"].with_user(self.poller)
        mine = survey.create(
            {
                "title": "Canteen",
                "question_and_page_ids": [
                    (0, 0, {"title": "Soup", "question_type": "simple_choice"})
                ],
            }
        )

        mine.question_ids.title = "Rice"

        self.assertTrue(mine.question_ids.has_access("unlink"))
        with self.assertRaises(AccessError):
            mine.survey_type = "gov_exam"
            mine.question_ids.title = "Cheat"
