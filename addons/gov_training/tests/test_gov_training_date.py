"""Sessions of several dates, each with its own sign-in."""

from datetime import timedelta

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from ..exceptions import ScheduleConflict, SessionLocked
from .common import MORNING, TrainingCommon
from .common_sess import DAY, SessionBuilders

TUESDAY = MORNING + 4 * DAY


@tagged("post_install", "-at_install")
class TestDates(TrainingCommon, SessionBuilders):
    def two_days(self, state="draft", people=None, **vals):
        session = self.new_session(**vals)
        self.new_dates(session, [MORNING, TUESDAY])
        self.advance(session, state, people)
        return session

    def sign(self, session, person, day, state, **vals):
        lines = session.date_ids[day].attendance_ids
        line = lines.filtered(lambda a: a.employee_id == person)
        line.write({"state": state, **vals})

    def test_session_spans_its_dates(self):
        session = self.two_days()

        self.assertEqual(session.date_start, MORNING)
        self.assertEqual(session.date_end, TUESDAY + timedelta(hours=2))

    def test_hours_are_those_of_the_dates(self):
        self.assertEqual(self.two_days().hours, 4)

    def test_deleted_date_shortens_the_session(self):
        session = self.two_days()

        session.date_ids[1].unlink()

        self.assertEqual(session.date_end, MORNING + timedelta(hours=2))

    def test_times_of_a_session_with_dates_follow_the_dates(self):
        session = self.two_days()

        with self.assertRaisesRegex(UserError, "several dates"):
            session.date_start = MORNING - DAY

    def test_dates_of_a_session_do_not_overlap(self):
        session = self.two_days()

        with self.assertRaisesRegex(ValidationError, "overlap"):
            self.new_dates(session, [MORNING + timedelta(hours=1)])

    def test_person_may_sit_elsewhere_between_two_dates(self):
        self.two_days("planned", [self.ann])

        other = self.new_session("planned", [self.ann], start=MORNING + 2 * DAY)

        self.assert_attendance(other, expected=1)

    def test_person_cannot_sit_elsewhere_on_a_date(self):
        self.two_days("planned", [self.ann])

        with self.assertRaises(ScheduleConflict):
            self.new_session("planned", [self.ann], start=TUESDAY)

    def test_everybody_stands_on_the_list_of_each_date(self):
        session = self.two_days("ongoing", [self.ann, self.bob])

        for date in session.date_ids:
            self.assertEqual(date.unmarked_count, 2)

    def test_who_came_once_is_present_and_gets_the_hours_of_that_date(self):
        session = self.two_days("ongoing", [self.ann])
        self.sign(session, self.ann, 0, "attended")
        self.sign(session, self.ann, 1, "absent")

        session.action_close()

        line = session.enrollment_ids
        self.assertRecordValues(line, [{"state": "attended", "hours": 2}])

    def test_hours_given_by_hand_are_shared_among_the_dates(self):
        session = self.two_days()
        session.hours = 8
        self.advance(session, "ongoing", [self.ann])
        self.sign(session, self.ann, 0, "attended")
        self.sign(session, self.ann, 1, "excused", reason="ill")

        session.action_close()

        self.assertEqual(session.enrollment_ids.hours, 4)

    def test_closing_waits_for_every_date(self):
        session = self.two_days("ongoing", [self.ann])
        self.sign(session, self.ann, 0, "attended")

        with self.assertRaisesRegex(UserError, "1 people"):
            session.action_close()

    def test_leave_on_a_date_needs_a_reason(self):
        session = self.two_days("ongoing", [self.ann])

        with self.assertRaisesRegex(ValidationError, "reason"):
            self.sign(session, self.ann, 0, "excused")

    def test_marking_the_line_marks_the_dates_left(self):
        session = self.two_days("ongoing", [self.ann])
        self.sign(session, self.ann, 0, "attended")

        session.enrollment_ids.action_absent()

        states = session.date_ids.attendance_ids.mapped("state")
        self.assertEqual(states, ["attended", "absent"])
        self.assertEqual(session.enrollment_ids.state, "attended")

    def test_mark_all_present_marks_one_date_only(self):
        session = self.two_days("ongoing", [self.ann, self.bob])

        session.date_ids[0].action_mark_all_present()

        self.assertEqual(session.date_ids.mapped("attended_count"), [2, 0])

    def test_person_who_comes_unannounced_stands_on_every_date(self):
        session = self.two_days("ongoing", [self.ann])

        self.enroll(session, [self.bob])

        self.assertEqual(session.date_ids.mapped("unmarked_count"), [2, 2])

    def test_withdrawn_person_holds_up_no_date(self):
        session = self.two_days("ongoing", [self.ann, self.bob])
        self.line_of(session, self.bob).action_withdraw()

        self.assertEqual(session.date_ids.mapped("unmarked_count"), [1, 1])

    def test_dates_of_a_closed_session_are_locked(self):
        session = self.two_days("ongoing", [self.ann])
        session.action_mark_all_present()
        session.action_close()

        for change in (
            lambda: session.date_ids[0].write({"place": "X"}),
            lambda: session.date_ids[0].unlink(),
            lambda: session.date_ids.attendance_ids[0].action_absent(),
            lambda: self.new_dates(session, [MORNING + 9 * DAY]),
        ):
            with self.assertRaises(SessionLocked):
                change()

    def test_site_officer_does_not_sign_in_at_a_county_session(self):
        session = self.two_days("ongoing", [self.ann])
        line = session.date_ids[0].attendance_ids.with_user(self.site_officer)

        with self.assertRaises(AccessError):
            line.action_present()

    def test_signing_in_marks_the_date_of_the_day_once(self):
        session = self.two_days("ongoing", [self.ann])
        line = session.enrollment_ids

        first = line._sign_in("qr", TUESDAY)
        second = line._sign_in("qr", TUESDAY)

        self.assertEqual((first, second), (line, line.browse()))
        states = session.date_ids.attendance_ids.mapped("state")
        self.assertEqual(states, ["enrolled", "attended"])
        self.assertEqual(session.date_ids[1].attendance_ids.sign_way, "qr")


@tagged("post_install", "-at_install")
class TestSigningIn(TrainingCommon, SessionBuilders):
    def test_time_and_way_are_noted(self):
        session = self.new_session("ongoing", [self.ann, self.bob])

        session.enrollment_ids[0].action_present()
        session.enrollment_ids[1]._sign_in("qr")

        self.assertEqual(session.enrollment_ids.mapped("sign_way"), ["list", "qr"])
        self.assertTrue(all(session.enrollment_ids.mapped("sign_time")))

    def test_somebody_is_signed_in_once(self):
        line = self.new_session("ongoing", [self.ann]).enrollment_ids

        self.assertTrue(line._sign_in("qr"))
        self.assertFalse(line._sign_in("qr"))

    def test_taking_the_mark_back_clears_time_and_way(self):
        line = self.new_session("ongoing", [self.ann]).enrollment_ids
        line.action_present()

        line.action_absent()

        self.assertRecordValues(line, [{"sign_time": False, "sign_way": False}])

    def test_way_of_signing_in_cannot_be_forged(self):
        line = self.new_session("ongoing", [self.ann]).enrollment_ids

        line.with_context(gov_training_way="qr").write(
            {"state": "attended", "sign_way": "qr", "sign_time": "2020-01-01 00:00:00"}
        )

        self.assertEqual(line.sign_way, "list")
        self.assertGreater(line.sign_time.year, 2020)

    def test_nobody_signs_in_before_the_session_begins(self):
        line = self.new_session("planned", [self.ann]).enrollment_ids

        with self.assertRaisesRegex(UserError, "not begun"):
            line._sign_in("qr")


@tagged("post_install", "-at_install")
class TestOffHours(TrainingCommon, SessionBuilders):
    """T10 and D35."""

    def test_morning_of_a_workday_is_inside(self):
        session = self.new_session()

        self.assertFalse(session.is_off_hours)
        self.assertFalse(session.time_note)

    def test_saturday_is_proposed_as_outside(self):
        session = self.new_session(start=MORNING + DAY)

        self.assertTrue(session.is_off_hours)
        self.assertEqual(session.off_hours, 2)

    def test_mark_against_the_calendar_is_pointed_out(self):
        session = self.new_session()
        session.is_off_hours = True

        self.assertIn("inside", session.time_note)

    def test_forgotten_mark_is_pointed_out(self):
        session = self.new_session(start=MORNING + DAY)
        session.is_off_hours = False

        self.assertIn("2 hours", session.time_note)

    def test_year_without_a_calendar_is_pointed_out(self):
        session = self.new_session(start=MORNING.replace(year=2033))

        self.assertIn("2033", session.time_note)

    def test_holiday_entered_later_puts_the_session_outside(self):
        session = self.new_session()
        year = self.env["gov.calendar.year"].search([("year", "=", 2026)])

        day = year.day_ids.create(
            {"year_id": year.id, "date": "2026-03-06", "kind": "off", "name": "Off"}
        )
        self.assertEqual((session.off_hours, session.is_off_hours), (2, True))

        day.unlink()
        self.assertEqual((session.off_hours, session.is_off_hours), (0, False))

    def test_time_off_is_owed_only_where_it_was_promised(self):
        for promised, owed in ((True, 2), (False, 0)):
            session = self.new_session(
                "done", [self.ann], start=MORNING + DAY, has_lieu=promised
            )
            with self.subTest(promised=promised):
                self.assertEqual(session.enrollment_ids.lieu_hours, owed)
            session._reopen("again")
            session.action_cancel()
