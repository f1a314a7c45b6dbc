"""Own notices, talks and self-examinations on the phone, and nobody else's."""

from odoo.http import Request
from odoo.tests import HttpCase, tagged

from .common import AssessmentCommon
from .common_follow import PDF, FollowCommon


@tagged("post_install", "-at_install")
class TestFollowPortal(FollowCommon, HttpCase, AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person, cls.other = cls.new_people(2)
        cls.person.user_id = cls.portal_user
        cls.notice = cls.new_notice(cls.person, "issued")
        cls.exam = cls.exam_of(cls.person)
        cls.foreign = cls.new_notice(cls.other, "issued")
        cls.foreign_exam = cls.exam_of(cls.other)

    def page(self, path, user=None):
        user = user or self.portal_user
        self.authenticate(user.login, user.login)
        return self.url_open(path)

    def post(self, path, files=None, **form):
        user = self.portal_user
        self.authenticate(user.login, user.login)
        form["csrf_token"] = Request.csrf_token(self)
        return self.url_open(path, data=form, files=files)

    def test_own_notice_is_read_and_acknowledged(self):
        page = self.page(f"/my/notices/{self.notice.id}").text
        self.assertIn("在窗口大声喧哗", page)

        page = self.post(f"/my/notices/{self.notice.id}/acknowledge")

        self.assertIn("done=acknowledged", page.url)
        self.assertTrue(self.notice.acknowledged_on)
        self.assertFalse(self.notice.recorder_id)

    def test_notice_of_another_person_is_not_shown(self):
        for path in ("", "/paper"):
            with self.subTest(path=path):
                page = self.page(f"/my/notices/{self.foreign.id}{path}")
                self.assertTrue(page.url.endswith("/my/notices"))
        self.post(f"/my/notices/{self.foreign.id}/acknowledge")

        self.assertFalse(self.foreign.acknowledged_on)

    def test_notice_published_to_all_staff_is_read_but_not_acknowledged(self):
        self.foreign._unprotected().write({"scope": "public"})

        self.assertIn(self.foreign.name, self.page("/my/notices").text)
        page = self.page(f"/my/notices/{self.foreign.id}").text

        self.assertIn("在窗口大声喧哗", page)
        self.assertNotIn("/acknowledge", page)
        self.assertNotIn(f"/my/examinations/{self.foreign_exam.id}", page)

    def test_publication_ends(self):
        self.foreign._unprotected().write(
            {"scope": "public", "public_until": "2020-01-01"}
        )

        self.assertNotIn(self.foreign.name, self.page("/my/notices").text)
        page = self.page(f"/my/notices/{self.foreign.id}")
        self.assertTrue(page.url.endswith("/my/notices"))

    def test_notice_is_downloaded(self):
        response = self.page(f"/my/notices/{self.notice.id}/paper")

        self.assertEqual(response.headers["Content-Type"], "application/pdf")
        self.assertTrue(response.content.startswith(b"%PDF"))

    def test_self_examination_is_handed_in_as_text(self):
        page = self.post(f"/my/examinations/{self.exam.id}/submit", text="深刻检讨")

        self.assertIn("done=submitted", page.url)
        self.assertIn("深刻检讨", page.text)
        self.assertRecordValues(self.exam, [{"state": "submitted", "text": "深刻检讨"}])

    def test_photo_is_handed_in_and_read_again(self):
        self.post(
            f"/my/examinations/{self.exam.id}/submit",
            files={"paper": ("检查.pdf", PDF, "application/pdf")},
        )
        self.assertEqual(self.exam.paper_name, "检查.pdf")

        response = self.page(f"/my/examinations/{self.exam.id}/paper")
        self.assertEqual(response.content, PDF)

    def test_file_of_another_kind_is_refused_with_what_was_typed(self):
        page = self.post(
            f"/my/examinations/{self.exam.id}/submit",
            files={"paper": ("a.exe", b"MZ program", "application/pdf")},
            text="已经写好的文字",
        )

        self.assertIn('name="problem"', page.text)
        self.assertIn("已经写好的文字", page.text)
        self.assertEqual(self.exam.state, "waiting")

    def test_empty_form_is_refused(self):
        page = self.post(f"/my/examinations/{self.exam.id}/submit", text="  ")

        self.assertIn('name="problem"', page.text)
        self.assertEqual(self.exam.state, "waiting")

    def test_self_examination_of_another_person_is_out_of_reach(self):
        for path in ("", "/paper"):
            page = self.page(f"/my/examinations/{self.foreign_exam.id}{path}")
            self.assertTrue(page.url.endswith("/my/examinations"))
        self.post(f"/my/examinations/{self.foreign_exam.id}/submit", text="x")

        self.assertEqual(self.foreign_exam.state, "waiting")

    def test_handed_in_one_has_no_form(self):
        self.exam._submit("完成")

        page = self.page(f"/my/examinations/{self.exam.id}").text

        self.assertNotIn("<textarea", page)
        self.assertIn("完成", page)

    def test_own_talk_is_shown_with_time_and_place(self):
        self.new_talk(self.person, "notified")
        self.new_talk(self.person, reason="尚未通知")
        self.new_talk(self.other, "notified", place="别人的地点")

        page = self.page("/my/notices").text

        self.assertIn("2026-10-09 09:30", page)
        self.assertNotIn("尚未通知", page)
        self.assertNotIn("别人的地点", page)

    def test_home_counts_what_waits(self):
        def counts():
            self.authenticate(self.portal_user.login, self.portal_user.login)
            names = ["gov_notice_waiting_count", "gov_exam_waiting_count"]
            return self.make_jsonrpc_request("/my/counters", {"counters": names})

        self.assertEqual(set(counts().values()), {1})
        self.notice._acknowledge()
        self.exam._submit("x")
        self.assertEqual(set(counts().values()), {0})

    def test_user_without_a_person_sees_a_sentence(self):
        for path in ("/my/notices", "/my/examinations"):
            with self.subTest(path=path):
                page = self.page(path, self.plain_user)
                self.assertEqual(page.status_code, 200)
                self.assertNotIn(self.notice.name, page.text)

    def test_visitor_is_sent_to_the_login(self):
        self.authenticate(None, None)

        for path in ("/my/notices", f"/my/examinations/{self.exam.id}"):
            with self.subTest(path=path):
                self.assertIn("/web/login", self.url_open(path).url)
