"""A session is planned, held and closed."""

from datetime import timedelta

from freezegun import freeze_time
from psycopg2 import IntegrityError

from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..exceptions import AttendanceIncomplete, ScheduleConflict, SessionFull
from .common import MORNING, TrainingCommon


@tagged("post_install", "-at_install")
class TestSession(TrainingCommon):
    def test_new_session_is_a_draft(self):
        self.assertEqual(self.new_session().state, "draft")

    def test_hours_follow_the_times(self):
        self.assertEqual(self.new_session(hours=3).hours, 3)

    def test_hours_may_differ_from_the_times(self):
        self.assertEqual(self.new_session(hours=8).hours, 8)

    def test_session_must_end_after_it_begins(self):
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError):
            self.new_session(date_end=MORNING)

    def test_session_needs_a_topic_to_open(self):
        session = self.new_session(topic_ids=False)

        with self.assertRaisesRegex(UserError, "topic"):
            session.action_open()

    def test_department_as_organiser_must_be_named(self):
        with self.assertRaisesRegex(ValidationError, "Name the department"):
            self.new_session(organiser_kind="unit")

    def test_the_two_sides_are_counted_apart(self):
        unit = self.env["res.partner"].create({"name": "Bureau", "is_gov_unit": True})
        self.new_session()
        self.new_session(organiser_kind="unit", organiser_unit_id=unit.id)
        self.new_session(organiser_kind="unit", organiser_unit_id=unit.id)

        counts = self.env["gov.training.session"]._read_group(
            [("department_id", "=", self.county.id)], ["organiser_kind"], ["__count"]
        )

        self.assertEqual(dict(counts), {"centre": 1, "unit": 2})

    def test_events_of_an_activity_and_their_participants_are_counted(self):
        kind = self.env.ref("gov_training.kind_activity")
        for days, people in ((0, [self.ann, self.bob]), (7, [self.eve])):
            start = MORNING + timedelta(days=days)
            self.new_session("done", people, start=start, kind_id=kind.id)

        counts = self.env["gov.training.session"]._read_group(
            [("kind_id", "=", kind.id), ("department_id", "=", self.county.id)],
            [],
            ["__count", "attended_count:sum"],
        )

        self.assertEqual(counts, [(2, 3)])

    def test_trainer_may_come_from_outside(self):
        lecturer = self.env["res.partner"].create({"name": "Lecturer"})

        session = self.new_session(trainer_ids=[(6, 0, lecturer.ids)])

        self.assertFalse(session.trainer_ids.employee_ids)

    def test_session_cannot_skip_enrollment(self):
        with self.assertRaisesRegex(UserError, "Open for Enrollment"):
            self.new_session().action_start()

    def test_session_cannot_be_closed_before_it_is_held(self):
        session = self.new_session("planned", [self.ann])

        with self.assertRaises(UserError):
            session.action_close()

    def test_session_cannot_be_held_the_day_before(self):
        session = self.new_session("planned", [self.ann])

        with freeze_time(MORNING - timedelta(days=1)):
            with self.assertRaisesRegex(UserError, "2026-03-06"):
                session.action_start()

    def test_session_may_be_held_on_its_day_before_its_hour(self):
        session = self.new_session("planned", [self.ann])

        with freeze_time(MORNING - timedelta(hours=1)):
            session.action_start()

        self.assertEqual(session.state, "ongoing")

    def test_cancelled_session_may_be_planned_again(self):
        session = self.new_session("planned")

        session.action_cancel()
        session.action_draft()

        self.assertEqual(session.state, "draft")

    def test_seats_are_a_limit(self):
        session = self.new_session("planned", [self.ann], capacity=1)

        with self.assertRaisesRegex(SessionFull, "1 seats and 2 people"):
            self.enroll(session, [self.bob])

    def test_seats_cannot_be_fewer_than_people(self):
        session = self.new_session("planned", [self.ann, self.bob], capacity=2)

        with self.assertRaises(SessionFull):
            session.capacity = 1

    def test_person_on_leave_frees_the_seat(self):
        session = self.new_session("planned", [self.ann], capacity=1)
        session.enrollment_ids.write({"state": "excused", "reason": "ill"})

        self.enroll(session, [self.bob])

        self.assert_attendance(session, expected=2, excused=1)

    def test_no_seats_given_means_no_limit(self):
        session = self.new_session(
            "planned", [self.ann, self.bob, self.eve], capacity=0
        )

        self.assert_attendance(session, expected=3)


@tagged("post_install", "-at_install")
class TestHolding(TrainingCommon):
    def test_mark_all_present_leaves_marked_people_alone(self):
        session = self.new_session("ongoing", [self.ann, self.bob, self.eve])
        session.enrollment_ids[0].action_absent()

        session.action_mark_all_present()

        self.assert_attendance(session, attended=2, absent=1, unmarked=0)

    def test_mark_all_present_leaves_withdrawn_people_out(self):
        session = self.new_session("ongoing", [self.ann, self.bob])
        session.enrollment_ids[0].action_withdraw()

        session.action_mark_all_present()

        self.assert_attendance(session, expected=1, attended=1)

    def test_close_is_refused_while_two_people_are_unmarked(self):
        session = self.new_session("ongoing", [self.ann, self.bob, self.eve])
        session.enrollment_ids[0].action_present()

        with self.assertRaisesRegex(AttendanceIncomplete, "2 people"):
            session.action_close()

        self.assertEqual(session.state, "ongoing")

    def test_close_is_refused_when_nobody_is_on_the_list(self):
        session = self.new_session("ongoing")

        with self.assertRaisesRegex(AttendanceIncomplete, "nobody"):
            session.action_close()

    def test_closing_credits_the_hours_to_those_who_came(self):
        session = self.new_session("ongoing", [self.ann, self.bob], hours=3)
        session.enrollment_ids[0].action_absent()
        session.action_mark_all_present()

        session.action_close()

        self.assertEqual(sorted(session.enrollment_ids.mapped("hours")), [0, 3])

    def test_no_hours_are_credited_before_closing(self):
        session = self.new_session("ongoing", [self.ann])

        session.action_mark_all_present()

        self.assertEqual(session.enrollment_ids.hours, 0)

    def test_closing_twice_closes_once(self):
        session = self.new_session("done", [self.ann])
        notes = len(session.message_ids)

        session.action_close()

        self.assertEqual(session.state, "done")
        self.assertEqual(len(session.message_ids), notes)

    def test_closing_note_gives_the_attendance(self):
        session = self.new_session("ongoing", [self.ann, self.bob, self.eve])
        session.enrollment_ids[0].action_absent()
        session.action_mark_all_present()

        session.action_close()

        self.assertIn("2 present", session.message_ids[0].body)
        self.assertIn("66.67%", session.message_ids[0].body)

    def test_rate_counts_people_on_leave_as_expected(self):
        session = self.new_session("ongoing", [self.ann, self.bob])
        session.enrollment_ids[0].write({"state": "excused", "reason": "ill"})

        session.action_mark_all_present()

        self.assertEqual(session.attendance_rate, 0.5)

    def test_moving_a_session_onto_another_is_refused(self):
        self.new_session("planned", [self.ann])
        later = self.new_session(
            "planned", [self.ann], start=MORNING + timedelta(days=1)
        )

        with self.assertRaises(ScheduleConflict):
            later.write(
                {"date_start": MORNING, "date_end": MORNING + timedelta(hours=2)}
            )

    def test_reopening_a_cancelled_session_checks_the_times_again(self):
        cancelled = self.new_session("planned", [self.ann])
        cancelled.action_cancel()
        self.new_session("planned", [self.ann])
        cancelled.action_draft()

        with self.assertRaises(ScheduleConflict):
            cancelled.action_open()
