"""Who is on the list, where they belong, and what is said of them."""

from datetime import timedelta

from psycopg2 import IntegrityError

from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..exceptions import ScheduleConflict
from .common import MORNING, TrainingCommon


@tagged("post_install", "-at_install")
class TestEnrollment(TrainingCommon):
    def test_person_stands_once_on_a_list(self):
        session = self.new_session("planned", [self.ann])

        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError):
            self.enroll(session, [self.ann])

    def test_draft_session_takes_nobody(self):
        with self.assertRaisesRegex(UserError, "Open for Enrollment"):
            self.enroll(self.new_session(), [self.ann])

    def test_cancelled_session_takes_nobody(self):
        session = self.new_session("planned")
        session.action_cancel()

        with self.assertRaises(UserError):
            self.enroll(session, [self.ann])

    def test_person_who_comes_unannounced_is_put_on_the_list(self):
        session = self.new_session("ongoing")

        self.enroll(session, [self.ann]).action_present()

        self.assert_attendance(session, attended=1)

    def test_nobody_is_signed_in_before_the_session_begins(self):
        session = self.new_session("planned", [self.ann])

        with self.assertRaisesRegex(UserError, "not begun"):
            session.enrollment_ids.action_present()

    def test_nobody_is_enrolled_as_present_before_the_session_begins(self):
        session = self.new_session("planned")
        lines = self.env["gov.training.enrollment"].with_context(
            default_state="attended"
        )

        with self.assertRaisesRegex(UserError, "not begun"):
            lines.create({"session_id": session.id, "employee_id": self.ann.id})

    def test_leave_needs_a_reason(self):
        session = self.new_session("ongoing", [self.ann])

        for reason in (False, "  "):
            with self.subTest(reason=reason), self.assertRaises(ValidationError):
                session.enrollment_ids.write({"state": "excused", "reason": reason})

    def test_line_keeps_its_person_and_session(self):
        session = self.new_session("planned", [self.ann])

        with self.assertRaisesRegex(UserError, "enroll anew"):
            session.enrollment_ids.employee_id = self.bob

    def test_site_is_that_of_the_day_of_the_session(self):
        session = self.new_session("planned", [self.ann])
        self._move_person(self.ann, MORNING.date() + timedelta(days=1))

        session.action_start()

        self.assertEqual(session.enrollment_ids.department_id, self.town_a)

    def test_move_before_the_session_counts(self):
        session = self.new_session("planned", [self.ann])
        self.assertEqual(session.enrollment_ids.department_id, self.town_a)
        self._move_person(self.ann, MORNING.date())

        session.action_start()

        self.assertEqual(session.enrollment_ids.department_id, self.town_b)

    def test_site_cannot_be_written(self):
        session = self.new_session("planned", [self.ann])

        session.enrollment_ids.write({"department_id": self.town_b.id})

        self.assertEqual(session.enrollment_ids.department_id, self.town_a)

    def test_site_cannot_be_given_by_a_default(self):
        session = self.new_session("planned")
        lines = self.env["gov.training.enrollment"].with_context(
            default_department_id=self.town_b.id, default_session_state="done"
        )

        line = lines.create({"session_id": session.id, "employee_id": self.ann.id})

        self.assertEqual(line.department_id, self.town_a)
        self.assertEqual(line.session_state, "planned")

    def _move_person(self, person, day):
        person.create_version({"date_version": day, "department_id": self.town_b.id})


@tagged("post_install", "-at_install")
class TestConflicts(TrainingCommon):
    def test_person_cannot_sit_in_two_sessions_at_once(self):
        self.new_session("planned", [self.ann], name="First")

        with self.assertRaisesRegex(ScheduleConflict, "Person W001.*First.*Second"):
            self.new_session("planned", [self.ann], name="Second")

    def test_conflict_names_how_many_people_it_meets(self):
        self.new_session("planned", [self.ann, self.bob])

        with self.assertRaisesRegex(ScheduleConflict, "2 such people"):
            self.new_session("planned", [self.ann, self.bob, self.eve])

    def test_sessions_one_after_the_other_are_fine(self):
        self.new_session("planned", [self.ann])

        later = self.new_session(
            "planned", [self.ann], start=MORNING + timedelta(hours=2)
        )

        self.assert_attendance(later, expected=1)

    def test_withdrawn_person_is_free(self):
        first = self.new_session("planned", [self.ann])
        first.enrollment_ids.action_withdraw()

        second = self.new_session("planned", [self.ann])

        self.assert_attendance(second, expected=1)

    def test_person_who_withdrew_cannot_come_back_into_a_conflict(self):
        first = self.new_session("planned", [self.ann])
        first.enrollment_ids.action_withdraw()
        self.new_session("planned", [self.ann])

        with self.assertRaises(ScheduleConflict):
            first.enrollment_ids.action_enroll_again()

    def test_cancelled_session_occupies_nobody(self):
        self.new_session("planned", [self.ann]).action_cancel()

        second = self.new_session("planned", [self.ann])

        self.assert_attendance(second, expected=1)
