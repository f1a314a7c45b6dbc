"""The waiting list of a session."""

from datetime import timedelta

from odoo.exceptions import UserError
from odoo.tests import tagged

from ..exceptions import SessionFull
from .common import TrainingCommon
from .common_sess import DAY, SessionBuilders


@tagged("post_install", "-at_install")
class TestWaitingList(TrainingCommon, SessionBuilders):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.session = cls.new_session(
            "planned", [cls.ann], capacity=1, has_waiting_list=True
        )

    def state_of(self, person):
        return self.line_of(self.session, person).state

    def test_who_finds_no_seat_waits(self):
        self.enroll(self.session, [self.bob, self.eve])

        self.assertEqual(self.state_of(self.bob), "waiting")
        self.assertEqual(self.line_of(self.session, self.eve).waiting_place, 2)
        self.assert_attendance(self.session, expected=1, waiting=2)

    def test_list_fills_seats_first_and_then_the_waiting_list(self):
        self.session.capacity = 2

        self.enroll(self.session, [self.bob, self.eve])

        self.assertEqual(self.state_of(self.bob), "enrolled")
        self.assertEqual(self.state_of(self.eve), "waiting")

    def test_without_a_waiting_list_people_are_refused(self):
        self.session.has_waiting_list = False

        with self.assertRaises(SessionFull):
            self.enroll(self.session, [self.bob])

    def test_withdrawal_gives_the_seat_to_the_first_in_line(self):
        self.enroll(self.session, [self.bob, self.eve])

        self.line_of(self.session, self.ann).action_withdraw()

        self.assertEqual(self.state_of(self.bob), "enrolled")
        self.assertEqual(self.state_of(self.eve), "waiting")

    def test_leave_gives_the_seat_to_the_first_in_line(self):
        self.enroll(self.session, [self.bob])

        self.line_of(self.session, self.ann).write({"state": "excused", "reason": "x"})

        self.assertEqual(self.state_of(self.bob), "enrolled")

    def test_deleted_line_gives_the_seat_to_the_first_in_line(self):
        self.enroll(self.session, [self.bob])

        self.line_of(self.session, self.ann).unlink()

        self.assertEqual(self.state_of(self.bob), "enrolled")

    def test_more_seats_go_to_the_waiting_list(self):
        self.enroll(self.session, [self.bob, self.eve])

        self.session.capacity = 3

        self.assert_attendance(self.session, expected=3, waiting=0)

    def test_giving_up_the_limit_seats_everybody(self):
        self.enroll(self.session, [self.bob, self.eve])

        self.session.capacity = 0

        self.assert_attendance(self.session, expected=3, waiting=0)

    def test_who_has_to_attend_goes_first(self):
        self.enroll(self.session, [self.bob, self.eve])
        self.line_of(self.session, self.bob).is_required = False

        self.line_of(self.session, self.ann).action_withdraw()

        self.assertEqual(self.state_of(self.eve), "enrolled")

    def test_who_sits_elsewhere_by_now_is_passed_over(self):
        self.enroll(self.session, [self.bob, self.eve])
        self.new_session("planned", [self.bob], name="Other")

        self.line_of(self.session, self.ann).action_withdraw()

        self.assertEqual(self.state_of(self.bob), "waiting")
        self.assertEqual(self.state_of(self.eve), "enrolled")

    def test_who_waits_may_enroll_elsewhere(self):
        self.enroll(self.session, [self.bob])

        other = self.new_session("planned", [self.bob])

        self.assertEqual(self.line_of(other, self.bob).state, "enrolled")

    def test_who_comes_back_queues_at_the_end(self):
        self.enroll(self.session, [self.bob])
        self.line_of(self.session, self.ann).action_withdraw()

        self.line_of(self.session, self.ann).action_enroll_again()

        self.assertEqual(self.state_of(self.ann), "waiting")

    def test_waiting_cannot_be_chosen_by_hand(self):
        with self.assertRaisesRegex(UserError, "fills itself"):
            self.line_of(self.session, self.ann).state = "waiting"

    def test_time_of_joining_the_line_cannot_be_forged(self):
        self.enroll(self.session, [self.bob, self.eve])
        line = self.line_of(self.session, self.eve)

        line.write({"waiting_since": line.waiting_since - timedelta(days=9)})

        self.assertEqual(line.waiting_place, 2)

    def test_nobody_waits_while_seats_are_free(self):
        self.session.capacity = 5
        lines = self.env["gov.training.enrollment"].with_context(
            default_state="waiting"
        )

        line = lines.create({"session_id": self.session.id, "employee_id": self.bob.id})

        self.assertEqual(line.state, "enrolled")

    def test_who_still_waits_does_not_hold_up_the_closing(self):
        self.enroll(self.session, [self.bob])
        self.session.action_start()
        self.line_of(self.session, self.ann).action_present()

        self.session.action_close()

        self.assert_attendance(self.session, expected=1, attended=1, waiting=1)

    def test_who_moves_up_is_told(self):
        user = self.give_account(self.bob)
        self.enroll(self.session, [self.bob])

        self.line_of(self.session, self.ann).action_withdraw()

        told = self.env["mail.message"].search(
            [
                ("model", "=", "gov.training.session"),
                ("res_id", "=", self.session.id),
                ("notified_partner_ids", "in", user.partner_id.ids),
            ]
        )
        self.assertIn("moved up", told.body)

    def test_site_officer_frees_a_seat_for_somebody_of_another_site(self):
        self.enroll(self.session, [self.eve])

        self.line_of(self.session, self.ann).with_user(
            self.site_officer
        ).action_withdraw()

        self.assertEqual(self.state_of(self.eve), "enrolled")

    def test_nobody_moves_up_once_the_session_is_held(self):
        self.enroll(self.session, [self.bob])
        self.session.action_start()

        self.line_of(self.session, self.ann).action_absent()

        self.assertEqual(self.state_of(self.bob), "waiting")

    def test_busy_on_another_date_of_several_only_counts_when_times_meet(self):
        other = self.new_session("planned", [self.bob], start=self.morning(5))
        self.new_dates(other, [self.morning(5), self.morning(7)])
        between = self.new_session("planned", start=self.morning(6))

        self.assertFalse(between._busy_people(self.bob))
        self.assertEqual(other._busy_people(self.bob), self.bob.browse())

    def morning(self, days):
        return self.session.date_start + days * DAY
