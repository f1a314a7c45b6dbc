"""Self-service of training: own sessions, enrolling, signing in, feedback, hours."""

from datetime import datetime, timedelta

from odoo.tests import HttpCase, new_test_user, tagged
from odoo.tools import mute_logger

from ..controllers.portal_sign_in import LOCK
from .common import TrainingCommon
from .common_sess import SessionBuilders
from .common_sign import SignMixin

HOME = "/my/training"


class PortalCase(SignMixin, SessionBuilders, HttpCase, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.ann_user = cls.give_login(cls.ann)
        cls.eve_user = cls.give_login(cls.eve)

    def page(self, session):
        return f"{HOME}/{session.id}"

    def enroll_by_page(self, session, user):
        return self.post(f"{self.page(session)}/enroll", user)

    def leave_by_page(self, session, user):
        return self.post(f"{self.page(session)}/leave", user)

    def state_of(self, session, person):
        return self.line_of(session, person).state


@tagged("post_install", "-at_install")
class TestEnrollment(PortalCase):
    def test_sessions_of_the_own_site_and_above_are_offered(self):
        self.coming(name="County wide")
        self.coming(name="Of town A", department_id=self.town_a.id)
        self.coming(name="Of the village", department_id=self.village.id)
        self.coming(name="Of town B", department_id=self.town_b.id)
        self.coming(name="Begun", days=-1)
        self.new_session(name="Still a draft")

        shown = self.open(HOME, self.ann_user).text

        for name in ("County wide", "Of town A"):
            self.assertIn(name, shown)
        for name in ("Of the village", "Of town B", "Begun", "Still a draft"):
            self.assertNotIn(name, shown)

    def test_person_enrolls_and_gives_the_place_back(self):
        session = self.coming()

        self.assertIn("报名成功", self.enroll_by_page(session, self.ann_user).text)
        line = self.line_of(session, self.ann)
        self.assertRecordValues(line, [{"state": "enrolled", "is_required": False}])

        self.assertIn("已取消报名", self.leave_by_page(session, self.ann_user).text)
        self.assertEqual(line.state, "withdrawn")

        self.enroll_by_page(session, self.ann_user)
        self.assertEqual(line.state, "enrolled")

    def test_who_comes_too_late_waits_and_moves_up(self):
        session = self.coming([self.bob], capacity=1, has_waiting_list=True)

        answer = self.enroll_by_page(session, self.ann_user)

        self.assertIn("候补第 1 位", answer.text)
        self.assertEqual(self.state_of(session, self.ann), "waiting")
        self.line_of(session, self.bob).action_withdraw()
        self.assertEqual(self.state_of(session, self.ann), "enrolled")

    def test_full_session_without_waiting_list_says_so(self):
        session = self.coming([self.bob], capacity=1)

        self.assertIn("名额已满", self.open(self.page(session), self.ann_user).text)
        answer = self.enroll_by_page(session, self.ann_user)

        self.assertIn("名额已满", answer.text)
        self.assertFalse(self.line_of(session, self.ann))

    def test_person_cannot_sit_in_two_places(self):
        self.coming([self.ann], name="First")
        session = self.coming()

        answer = self.enroll_by_page(session, self.ann_user)

        self.assertIn("该时段您已报名其他班次", answer.text)
        self.assertFalse(self.line_of(session, self.ann))

    def test_who_has_to_attend_does_not_leave_alone(self):
        session = self.coming([self.ann])

        answer = self.leave_by_page(session, self.ann_user)

        self.assertIn("请向组织方请假", answer.text)
        self.assertEqual(self.state_of(session, self.ann), "enrolled")

    def test_begun_session_is_neither_entered_nor_left(self):
        session = self.coming(days=0)
        session.date_end += timedelta(hours=1)
        line = self.enroll(session, [self.ann])
        line.is_required = False

        self.assertIn("班次已开始", self.leave_by_page(session, self.ann_user).text)
        self.assertEqual(line.state, "enrolled")
        self.assert_back_to(self.enroll_by_page(session, self.eve_user), HOME)

    def test_session_of_another_site_leads_back(self):
        session = self.coming(department_id=self.town_a.id)

        self.assert_back_to(self.open(self.page(session), self.eve_user), HOME)
        self.assert_back_to(self.enroll_by_page(session, self.eve_user), HOME)
        self.assertFalse(session.enrollment_ids)

    def test_who_is_not_enrolled_cannot_leave(self):
        session = self.coming([self.bob])

        self.assert_back_to(self.leave_by_page(session, self.ann_user), HOME)
        self.assertEqual(self.state_of(session, self.bob), "enrolled")

    @mute_logger("odoo.http")
    def test_form_without_its_token_changes_nothing(self):
        session = self.coming()
        self.open("/my", self.ann_user)

        answer = self.url_open(f"{self.page(session)}/enroll", data={"x": "1"})

        self.assertEqual(answer.status_code, 400)
        self.assertFalse(session.enrollment_ids)

    def test_login_without_a_profile_is_told_so(self):
        user = new_test_user(self.env, "no_profile", "base.group_portal")

        for path in (HOME, f"{HOME}/hours", f"{HOME}/sign/1/x"):
            with self.subTest(path=path):
                self.assertIn("alert-info", self.open(path, user).text)


@tagged("post_install", "-at_install")
class TestSessionPage(PortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.file = cls.env["ir.attachment"].create(
            {"name": "handbook.pdf", "raw": b"%PDF-1.4\n%%EOF\n"}
        )
        cls.held = cls.coming(
            [cls.ann],
            material_ids=[(6, 0, cls.file.ids)],
            link="https://meeting.example.org/1",
        )

    def test_link_and_materials_are_for_who_has_a_place(self):
        path = f"{self.page(self.held)}/file/{self.file.id}"

        own = self.open(self.page(self.held), self.ann_user).text
        self.assertIn("handbook.pdf", own)
        self.assertIn("https://meeting.example.org/1", own)
        self.assertEqual(self.url_open(path).content, b"%PDF-1.4\n%%EOF\n")

        other = self.open(self.page(self.held), self.eve_user).text
        self.assertNotIn("handbook.pdf", other)
        self.assertNotIn("meeting.example.org", other)
        self.assert_back_to(self.url_open(path), HOME)

    def test_other_files_are_not_reached_through_a_session(self):
        secret = self.env["ir.attachment"].create({"name": "x", "raw": b"secret"})
        path = f"{self.page(self.held)}/file/{secret.id}"

        self.assert_back_to(self.open(path, self.ann_user), HOME)

    def test_names_of_other_people_are_not_shown(self):
        self.enroll(self.held, [self.eve])

        self.assertNotIn(
            self.eve.name, self.open(self.page(self.held), self.ann_user).text
        )

    def test_home_says_how_many_sessions_wait_for_feedback(self):
        self.new_session("done", [self.ann])  # long ago: nobody is asked any more
        recent = datetime.now().replace(microsecond=0) - timedelta(days=2)
        self.new_session("done", [self.ann], start=recent)
        self.open("/my", self.ann_user)

        counters = self.make_jsonrpc_request(
            "/my/counters", {"counters": ["gov_training_feedback_count"]}
        )

        self.assertEqual(counters["gov_training_feedback_count"], 1)


@tagged("post_install", "-at_install")
class TestSignIn(PortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.held = cls.held_now([cls.ann])
        cls.code = cls.code_of(cls.held)

    def test_scan_signs_in_and_says_so_once(self):
        first = self.scan(self.code, self.ann_user)
        again = self.scan(self.code, self.ann_user)

        self.assertIn("签到成功", first.text)
        self.assertTrue(first.url.endswith("?done=signed"), first.url)
        self.assertIn("您已签到", again.text)
        self.assertRecordValues(
            self.held.enrollment_ids, [{"state": "attended", "sign_way": "qr"}]
        )

    def test_line_of_scans_moves_on_after_each(self):
        self.scan(self.code, self.eve_user)
        self.scan(self.code, self.ann_user)

        # other kinds of locks are kept until the end of a test's one transaction
        self.env.cr.execute(
            "SELECT 1 FROM pg_locks JOIN pg_database d ON d.oid = database"
            " WHERE locktype = 'advisory' AND datname = current_database()"
            " AND classid = (hashtext(%s)::bigint & 4294967295)::oid",
            (LOCK,),
        )
        self.assertFalse(self.env.cr.fetchall())

    def test_scan_signs_in_nobody_else(self):
        answer = self.scan(self.code, self.eve_user)

        self.assertIn("您不在本班次名单中", answer.text)
        self.assert_attendance(self.held, expected=1, attended=0)

    def test_photo_of_the_code_is_told_to_have_expired(self):
        photo = self.token_of(self.code, slots_ago=2)

        answer = self.scan(self.code, self.ann_user, photo)

        self.assertIn("二维码已失效", answer.text)
        self.assert_attendance(self.held, attended=0)

    def test_code_that_does_not_exist_has_expired_too(self):
        answer = self.open(f"{HOME}/sign/999999999/x", self.ann_user)

        self.assertIn("二维码已失效", answer.text)

    def test_scan_without_login_asks_for_it(self):
        self.authenticate(None, None)

        sent = self.token_of(self.code)
        answer = self.url_open(f"{HOME}/sign/{self.code.id}/{sent}")

        self.assertIn("/web/login?redirect=", answer.url)
        self.assert_attendance(self.held, attended=0)

    def test_page_of_a_session_being_held_tells_how_to_sign_in(self):
        self.assertIn(
            "扫描会场大屏上的二维码",
            self.open(self.page(self.held), self.ann_user).text,
        )
