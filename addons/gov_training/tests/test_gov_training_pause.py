"""Windows that pause for a session, and the public notice (T13)."""

import io
from datetime import timedelta
from unittest.mock import patch

from pypdf import PdfReader

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import HttpCase, tagged

from ..exceptions import WindowsBelowMinimum
from .common import TrainingCommon
from .common_sess import SessionBuilders


@tagged("post_install", "-at_install")
class TestPause(TrainingCommon, SessionBuilders):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(cls.standard_asks_for(1))
        cls.session = cls.new_session("planned", department_id=cls.town_a.id)
        cls.windows = cls.new_windows(cls.town_a, 3)

    def test_pause_takes_the_time_of_the_session(self):
        pause = self.new_pause(self.session, self.windows[0])

        self.assertEqual(pause.date_start, self.session.date_start)
        self.assertEqual(pause.date_end, self.session.date_end)

    def test_notice_is_published_when_a_comprehensive_window_stays_open(self):
        pause = self.new_pause(self.session, self.windows[:2])

        pause.action_publish()

        self.assertEqual(pause.state, "published")
        self.assertEqual(self.session.paused_window_count, 2)

    def test_last_comprehensive_window_does_not_pause(self):
        pause = self.new_pause(self.session, self.windows)

        self.assertIn("0 comprehensive windows", pause.shortage)
        with self.assertRaises(WindowsBelowMinimum):
            pause.action_publish()

    def test_as_many_stay_open_as_the_site_standard_asks_for(self):
        self.startPatcher(self.standard_asks_for(3))
        pause = self.new_pause(self.session, self.windows[0])

        with self.assertRaises(WindowsBelowMinimum):
            pause.action_publish()

    def test_windows_that_are_closed_anyway_do_not_count(self):
        self.windows[2].is_open = False
        pause = self.new_pause(self.session, self.windows[:2])

        with self.assertRaises(WindowsBelowMinimum):
            pause.action_publish()

    def test_department_windows_may_all_pause(self):
        windows = self.new_windows(self.town_a, 2, "department")
        pause = self.new_pause(self.session, windows)

        pause.action_publish()

        self.assertFalse(pause.shortage)

    def test_another_notice_at_the_time_counts(self):
        self.new_pause(self.session, self.windows[0]).action_publish()
        pause = self.new_pause(self.session, self.windows[1:])

        with self.assertRaises(WindowsBelowMinimum):
            pause.action_publish()

    def test_another_notice_at_another_time_does_not_count(self):
        start = self.session.date_end
        times = {"date_start": start, "date_end": start + timedelta(hours=1)}
        self.new_pause(self.session, self.windows[0], **times).action_publish()

        self.new_pause(self.session, self.windows[1:]).action_publish()

    def test_notice_of_another_site_does_not_count(self):
        other = self.new_windows(self.town_b, 2)
        self.new_pause(self.session, other[0]).action_publish()

        self.new_pause(self.session, self.windows[:2]).action_publish()

    def test_notice_names_windows_and_services(self):
        nothing = self.windows.browse()
        for windows, services in ((nothing, "Licences"), (self.windows[0], " ")):
            pause = self.new_pause(self.session, windows, services=services)
            with self.assertRaisesRegex(ValidationError, "names the windows"):
                pause.action_publish()

    def test_published_notice_stays_as_it_is(self):
        pause = self.new_pause(self.session, self.windows[0])
        pause.action_publish()

        for change in (lambda: pause.write({"services": "X"}), pause.unlink):
            with self.assertRaisesRegex(UserError, "Take it down"):
                change()

    def test_state_and_publication_cannot_be_forged(self):
        pauses = self.env["gov.training.pause"].with_context(default_state="published")
        pause = pauses.create(
            {"session_id": self.session.id, "published_on": fields.Datetime.now()}
        )

        self.assertRecordValues(pause, [{"state": "draft", "published_on": False}])
        with self.assertRaisesRegex(UserError, "buttons"):
            pause.state = "published"

    def test_draft_session_publishes_nothing(self):
        session = self.new_session(department_id=self.town_a.id)

        with self.assertRaises(UserError):
            self.new_pause(session, self.windows[0]).action_publish()

    def test_cancelled_session_takes_its_notices_down(self):
        pause = self.new_pause(self.session, self.windows[0])
        pause.action_publish()

        self.session.action_cancel()

        self.assertEqual(pause.state, "withdrawn")

    def test_withdrawn_notice_is_written_anew_as_a_draft(self):
        pause = self.new_pause(self.session, self.windows[0])
        pause.action_publish()
        pause.action_withdraw()

        new = self.env["gov.training.pause"].browse(
            pause.action_new_version()["res_id"]
        )

        self.assertRecordValues(
            new, [{"state": "draft", "services": pause.services, "published_on": False}]
        )
        self.assertEqual(new.window_ids, pause.window_ids)

    def test_notice_is_printed_with_windows_services_and_time(self):
        pause = self.new_pause(self.session, self.windows[0], alternative="Window 9")

        content, _kind = self.env["ir.actions.report"]._render_qweb_pdf(
            "gov_training.pause_notice", pause.ids
        )

        page = PdfReader(io.BytesIO(content)).pages[0]
        text = " ".join(page.extract_text().split())
        for words in (
            "Windows Paused for Training",
            "2026-03-06 09:00 – 11:00",
            "general 1",
            "Seals",
            "Window 9",
            "Site A",
        ):
            self.assertIn(words, text)

    def test_site_officer_publishes_for_the_own_site(self):
        pause = self.new_pause(self.session, self.windows[0])

        pause.with_user(self.site_officer).action_publish()

        self.assertEqual(pause.published_by_id, self.site_officer)

    def test_site_officer_writes_no_notice_for_a_county_session(self):
        session = self.new_session("planned")
        pauses = self.env["gov.training.pause"].with_user(self.site_officer)

        with self.assertRaises(AccessError):
            pauses.create({"session_id": session.id})

    def test_leader_reads_notices_and_publishes_none(self):
        pause = self.new_pause(self.session, self.windows[0]).with_user(self.leader)

        self.assertTrue(pause.has_access("read"))
        with (
            patch.object(self.env.registry["hr.department"], "lock_for_update") as lock,
            self.assertRaises(AccessError),
        ):
            pause.action_publish()
        lock.assert_not_called()


@tagged("post_install", "-at_install")
class TestNoticePage(HttpCase, TrainingCommon, SessionBuilders):
    """What a visitor without an account sees."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(cls.standard_asks_for(1))
        start = fields.Datetime.now() + timedelta(days=3)
        session = cls.new_session("planned", start=start, department_id=cls.town_a.id)
        cls.pause = cls.new_pause(session, cls.new_windows(cls.town_a, 2)[0])

    def page(self, path):
        return self.url_open(path, timeout=30)

    def test_published_notice_is_public(self):
        self.pause.action_publish()

        text = self.page(self.pause.notice_url).text

        self.assertIn("Seals", text)
        self.assertIn("general 1", text)
        self.assertIn("general 1", self.page("/training/notices").text)

    def test_draft_is_not_public(self):
        answer = self.page(f"/training/notice/{self.pause.id}")

        self.assertEqual(answer.status_code, 404)
        self.assertNotIn("general 1", self.page("/training/notices").text)

    def test_withdrawn_notice_is_not_public(self):
        self.pause.action_publish()
        url = self.pause.notice_url
        self.pause.action_withdraw()

        self.assertEqual(self.page(url).status_code, 404)

    def test_page_says_when_all_windows_are_open(self):
        self.assertIn("o_no_notice", self.page("/training/notices").text)
        self.pause.action_publish()
        self.assertNotIn("o_no_notice", self.page("/training/notices").text)
