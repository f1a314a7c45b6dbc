"""我的考试: the own exams on the phone, and nobody else's."""

from datetime import timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.http import Request
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from odoo.addons.gov_window_staff.tests.common import ensure_chinese

from .common import TrainingCommon
from .common_exam import ExamBuilders

LIST = "/my/training/exams"


@tagged("post_install", "-at_install")
class TestPortalExam(ExamBuilders, HttpCase, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        ensure_chinese(cls.env)
        for number in range(3):
            cls.new_question(f"题目{number}", right="B", explanation=f"解析{number}")
        cls.ann_user = cls.give_login(cls.ann)
        cls.bob_user = cls.give_login(cls.bob)
        users = cls.ann_user + cls.bob_user
        users.write({"lang": "zh_CN", "tz": "Asia/Shanghai"})
        cls.exam = cls.new_exam([cls.ann], name="礼仪考试", reveal="closed")
        cls.result = cls.exam.candidate_ids
        cls.page = f"{LIST}/{cls.result.id}"

    def open(self, path, user=None):
        user = user or self.ann_user
        self.authenticate(user.login, user.login)
        self.opener.cookies["frontend_lang"] = "zh_CN"
        return self.url_open(path)

    def post(self, path, user=None):
        self.open("/my", user)
        token = Request.csrf_token(self)
        return self.url_open(path, data={"csrf_token": token})

    def test_home_leads_to_the_exams(self):
        self.assertIn(LIST, self.open("/my").text)

    def test_list_shows_open_exams_in_chinese(self):
        text = self.open(LIST).text

        self.assertIn("礼仪考试", text)
        self.assertIn("未参加", text)

    def test_nobody_sees_the_exams_of_somebody_else(self):
        self.assertNotIn("礼仪考试", self.open(LIST, self.bob_user).text)
        for path in (self.page, f"{LIST}/999999"):
            response = self.open(path, self.bob_user)
            self.assertTrue(response.url.endswith(LIST))

        self.post(f"{self.page}/start", self.bob_user)

        self.assertFalse(self.result.attempt_ids)

    def test_exam_that_is_being_prepared_is_not_shown(self):
        draft = self.new_exam([self.ann], opened=False, name="草稿考试")

        self.assertNotIn("草稿考试", self.open(LIST).text)
        response = self.open(f"{LIST}/{draft.candidate_ids.id}")
        self.assertTrue(response.url.endswith(LIST))

    def test_login_without_a_person_is_told_so(self):
        self.ann.user_id = False

        self.assertEqual(self.open(LIST).status_code, 200)
        self.assertNotIn("礼仪考试", self.open(LIST).text)

    def test_start_leads_to_the_paper(self):
        response = self.post(f"{self.page}/start")

        paper = self.result.attempt_ids
        self.assertIn(paper.access_token, response.url)
        self.assertEqual(paper.partner_id, self.ann_user.partner_id)
        self.assertIn("开始答题", response.text)

    def test_start_needs_the_form_of_the_page(self):
        self.open(self.page)

        with mute_logger("odoo.http"):
            response = self.url_open(f"{self.page}/start", data={"choice": "1"})

        self.assertEqual(response.status_code, 400)
        self.assertFalse(self.result.attempt_ids)

    def test_too_late_is_said_in_chinese(self):
        with freeze_time(self.exam.date_to + timedelta(seconds=1)):
            self.open("/my")
            self.exam.date_to = fields.Datetime.now()
            text = self.post(f"{self.page}/start").text

        self.assertIn("考试已结束", text)
        self.assertFalse(self.result.attempt_ids)

    def test_answers_are_shown_once_the_exam_is_closed(self):
        self.sit(self.exam, self.ann)
        before = self.open(self.page).text
        self.assertIn("考试结束后在此公布", before)
        self.assertNotIn("解析", before)

        self.exam.action_close()
        after = self.open(self.page).text

        self.assertIn("试题与正确答案", after)
        self.assertIn("解析", after)

    def test_person_registers_for_the_national_exam_and_takes_it_back(self):
        national = self.new_national(name="省等级认定")
        self.assertIn("省等级认定", self.open(LIST).text)

        self.post(f"{LIST}/national/{national.id}/register")
        line = national.registration_ids
        self.assertRecordValues(
            line,
            [{"employee_id": self.ann.id, "origin": "portal", "eligible": "yes"}],
        )
        text = self.open(LIST).text
        self.assertIn("从事本职业满 1 年", text)

        self.post(f"{LIST}/national/{line.id}/withdraw", self.bob_user)
        self.assertEqual(line.state, "registered")
        self.post(f"{LIST}/national/{line.id}/withdraw")
        self.assertEqual(line.state, "withdrawn")

    def test_registration_that_is_refused_says_why(self):
        national = self.new_national(date_close=fields.Date.today())
        national.date_close = fields.Date.today() - timedelta(days=2)
        for exam_id in (national.id, 999999):
            response = self.post(f"{LIST}/national/{exam_id}/register")
            self.assertIn("无法报名", response.text)

        self.assertFalse(national.registration_ids)

    def test_registration_on_the_list_stays(self):
        national = self.new_national()
        line = self.register(national, self.ann)
        national.action_send()

        response = self.post(f"{LIST}/national/{line.id}/withdraw")

        self.assertIn("名单已上报", response.text)
        self.assertEqual(line.state, "sent")
