"""Signing in by the rotating code: who, when, once, and what an officer corrects."""

from base64 import b64decode
from datetime import timedelta
from io import BytesIO

import qrcode
from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..rules.sign_in import SLOT_SECONDS
from .common import MORNING, TrainingCommon
from .common_sess import DAY, SessionBuilders
from .common_sign import SignMixin

LATER = timedelta(seconds=SLOT_SECONDS)


@tagged("post_install", "-at_install")
class TestScan(SignMixin, TrainingCommon, SessionBuilders):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        clock = freeze_time(MORNING)
        cls.clock = clock.start()
        cls.addClassCleanup(clock.stop)
        cls.session = cls.new_session("ongoing", [cls.ann, cls.bob])
        cls.code = cls.code_of(cls.session)

    def scan_at(self, person, waited=timedelta(0), code=None):
        """Scan now what stood on the screen a while ago."""
        code = code or self.code
        return code._scan(person, self.token_of(code, MORNING - waited))

    def line(self, person):
        return self.line_of(self.session, person)

    def test_scan_signs_in_with_way_and_moment(self):
        self.assertEqual(self.scan_at(self.ann), "signed")

        self.assertRecordValues(
            self.line(self.ann),
            [{"state": "attended", "sign_way": "qr", "sign_time": MORNING}],
        )
        self.assertEqual(self.line(self.bob).state, "enrolled")

    def test_code_counts_until_the_end_of_the_next_slot(self):
        self.assertEqual(self.scan_at(self.ann, LATER), "signed")
        self.assertEqual(self.scan_at(self.bob, 2 * LATER), "expired")
        self.assertEqual(self.line(self.bob).state, "enrolled")

    def test_waiting_in_line_does_not_age_a_scan(self):
        sent = self.token_of(self.code, MORNING - 2 * LATER)

        self.assertEqual(self.code._scan(self.ann, sent), "expired")
        self.assertEqual(self.code._scan(self.ann, sent, MORNING - LATER), "signed")

    def test_second_scan_changes_nothing(self):
        self.scan_at(self.ann)
        self.clock.tick(LATER)

        again = self.scan_at(self.ann)

        self.assertEqual(again, "already")
        self.assertEqual(self.line(self.ann).sign_time, MORNING)
        self.clock.move_to(MORNING)

    def test_invented_token_signs_nobody_in(self):
        for sent in ("", "x", "签到", "A" * 22):
            with self.subTest(sent=sent):
                self.assertEqual(self.code._scan(self.ann, sent), "expired")

        self.assert_attendance(self.session, attended=0)

    def test_code_of_another_session_does_not_fit(self):
        other = self.code_of(self.new_session("ongoing", start=MORNING))

        outcome = self.code._scan(self.ann, self.token_of(other))

        self.assertEqual(outcome, "expired")

    def test_who_is_not_on_the_list_is_not_signed_in(self):
        self.assertEqual(self.scan_at(self.eve), "unlisted")

        self.assert_attendance(self.session, expected=2, attended=0)

    def test_officer_has_the_last_word(self):
        for state, vals in {
            "absent": {},
            "excused": {"reason": "ill"},
            "withdrawn": {},
        }.items():
            self.line(self.ann).write({"state": state, **vals})
            with self.subTest(state=state):
                self.assertEqual(self.scan_at(self.ann), state)
                self.assertEqual(self.line(self.ann).state, state)

    def test_who_waits_for_a_seat_is_not_signed_in(self):
        session = self.new_session(capacity=1, has_waiting_list=True)
        self.advance(session, "ongoing", [self.eve, self.ann])

        outcome = self.scan_at(self.ann, code=self.code_of(session))

        self.assertEqual(outcome, "waiting")

    def test_closed_session_signs_nobody_in(self):
        self.line(self.ann).action_present()
        self.line(self.bob).action_absent()
        self.session.action_close()

        self.assertEqual(self.scan_at(self.bob), "closed")

    def test_code_works_on_the_day_of_the_session_only(self):
        self.clock.move_to(MORNING + DAY)
        sent = self.token_of(self.code)

        self.assertEqual(self.code._scan(self.ann, sent), "closed")
        self.clock.move_to(MORNING)

    def test_sign_in_that_is_taken_back_stays_on_record(self):
        self.scan_at(self.ann)

        self.line(self.ann).with_user(self.officer).action_absent()

        self.assertRecordValues(
            self.line(self.ann),
            [{"state": "absent", "sign_way": False, "sign_time": False}],
        )
        note = self.session.message_ids[0]
        self.assertEqual(note.author_id, self.officer.partner_id)
        for word in ("Person W001", "03-06 09:00", "Absent"):
            self.assertIn(word, note.body)

    def test_marking_by_list_leaves_no_note(self):
        before = len(self.session.message_ids)

        self.line(self.ann).action_present()
        self.line(self.ann).action_absent()

        self.assertEqual(len(self.session.message_ids), before)


@tagged("post_install", "-at_install")
class TestScanOfDates(SignMixin, TrainingCommon, SessionBuilders):
    """Two dates on one day and a third on the next."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        clock = freeze_time(MORNING)
        cls.clock = clock.start()
        cls.addClassCleanup(clock.stop)
        cls.session = cls.new_session()
        starts = [MORNING, MORNING + timedelta(hours=5), MORNING + DAY]
        cls.dates = cls.new_dates(cls.session, starts).sorted("date_start")
        cls.advance(cls.session, "ongoing", [cls.ann, cls.bob])

    def test_each_date_is_signed_by_its_own_code(self):
        code = self.code_of(self.session, self.dates[0])

        self.assertEqual(code._scan(self.ann, self.token_of(code)), "signed")

        lines = self.dates.attendance_ids.filtered(lambda a: a.employee_id == self.ann)
        self.assertEqual(
            lines.sorted("date_start").mapped("state"),
            ["attended", "enrolled", "enrolled"],
        )

    def test_code_of_one_date_does_not_fit_another(self):
        first, second = (self.code_of(self.session, date) for date in self.dates[:2])

        self.assertEqual(second._scan(self.ann, self.token_of(first)), "expired")

    def test_date_of_another_day_is_not_signed_today(self):
        code = self.code_of(self.session, self.dates[2])

        self.assertEqual(code._scan(self.ann, self.token_of(code)), "closed")

    def test_screen_counts_the_people_of_its_date(self):
        codes = [self.code_of(self.session, date) for date in self.dates[:2]]
        codes[0]._scan(self.ann, self.token_of(codes[0]))

        shown = [code._screen_values(MORNING) for code in codes]

        self.assertEqual(
            [(s["present"], s["expected"]) for s in shown], [(1, 2), (0, 2)]
        )
        self.assertEqual(shown[0]["latest"], ["Person W001 09:00"])

    def test_withdrawn_person_is_not_expected_and_not_signed_in(self):
        self.line_of(self.session, self.bob).action_withdraw()
        code = self.code_of(self.session, self.dates[0])

        self.assertEqual(code._scan(self.bob, self.token_of(code)), "withdrawn")
        self.assertEqual(code._screen_values(MORNING)["expected"], 1)

    def test_taking_back_one_date_is_noted_once(self):
        code = self.code_of(self.session, self.dates[0])
        code._scan(self.ann, self.token_of(code))
        before = len(self.session.message_ids)

        line = self.dates[0].attendance_ids.filtered(lambda a: a.sign_way == "qr")
        line.action_absent()

        self.assertEqual(len(self.session.message_ids), before + 1)


@tagged("post_install", "-at_install")
class TestScreen(SignMixin, TrainingCommon, SessionBuilders):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        clock = freeze_time(MORNING)
        cls.clock = clock.start()
        cls.addClassCleanup(clock.stop)
        cls.session = cls.new_session("ongoing", [cls.ann])

    def test_picture_is_the_address_of_this_moment(self):
        code = self.code_of(self.session)
        content = BytesIO()
        url = code._url(MORNING)
        qrcode.make(url, box_size=12, border=3).save(content, format="PNG")

        kind, _comma, picture = code._screen_values(MORNING)["picture"].partition(",")

        self.assertEqual(kind, "data:image/png;base64")
        self.assertEqual(b64decode(picture), content.getvalue())
        self.assertTrue(url.endswith(self.token_of(code)))

    def test_picture_changes_with_each_slot(self):
        code = self.code_of(self.session)
        moments = [MORNING + timedelta(seconds=s) for s in (0, 9, 10, 20)]

        pictures = [code._screen_values(moment)["picture"] for moment in moments]

        self.assertEqual(pictures[0], pictures[1])
        self.assertEqual(len(set(pictures)), 3)

    def test_showing_again_keeps_the_code(self):
        first = self.session.action_show_sign_code()
        again = self.session.with_user(self.officer).action_show_sign_code()

        self.assertEqual(first, again)

    def test_code_is_shown_while_the_session_is_held_only(self):
        planned = self.new_session("planned", start=MORNING + timedelta(hours=3))

        with self.assertRaisesRegex(UserError, "In Session"):
            planned.action_show_sign_code()

    def test_code_is_shown_on_the_day_only(self):
        self.clock.move_to(MORNING + DAY)

        with self.assertRaisesRegex(UserError, "by the list"):
            self.session.action_show_sign_code()
        self.clock.move_to(MORNING)

    def test_session_of_several_dates_is_signed_date_by_date(self):
        session = self.new_session()
        date = self.new_dates(session, [MORNING + timedelta(hours=5)])
        self.advance(session, "ongoing")

        action = date.action_show_sign_code()

        code = self.code_of(session, date)
        self.assertEqual(action["url"], f"/training/sign-screen/{code.id}")

    def test_site_officer_shows_the_code_of_own_sessions_only(self):
        own = self.new_session("ongoing", [self.bob], department_id=self.town_a.id)
        own.with_user(self.site_officer).action_show_sign_code()

        for user in (self.site_officer, self.leader):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.session.with_user(user).action_show_sign_code()

    def test_screen_of_a_closed_session_shows_no_code(self):
        code = self.code_of(self.session)
        self.session.action_mark_all_present()
        self.session.action_close()

        self.assertEqual(code._screen_values(MORNING), {"is_open": False})
