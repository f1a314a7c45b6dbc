"""Sessions in the calendars of internal users, and reminders."""

from datetime import timedelta

from freezegun import freeze_time

from odoo.tests import tagged

from .common import MORNING, TrainingCommon
from .common_sess import DAY, SessionBuilders


@tagged("post_install", "-at_install")
class TestCalendarEntries(TrainingCommon, SessionBuilders):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.user = cls.give_account(cls.ann)

    def test_open_session_shows_in_the_calendar_of_people_with_an_account(self):
        session = self.new_session(
            "planned", [self.ann, self.bob], user_id=self.officer.id
        )

        event = session.event_ids
        self.assertEqual(event.start, MORNING)
        expected = self.user.partner_id | self.officer.partner_id
        self.assertEqual(event.partner_ids, expected)

    def test_portal_account_has_no_calendar(self):
        user = self.give_account(self.bob, share=True)

        session = self.new_session("planned", [self.bob])

        self.assertNotIn(user.partner_id, session.event_ids.partner_ids)

    def test_draft_shows_in_no_calendar(self):
        self.assertFalse(self.new_session().event_ids)

    def test_each_date_has_its_entry(self):
        session = self.new_session()
        self.new_dates(session, [MORNING, MORNING + DAY])

        session.action_open()

        starts = session.event_ids.sorted("start").mapped("start")
        self.assertEqual(starts, [MORNING, MORNING + DAY])

    def test_entry_moves_with_the_session(self):
        session = self.new_session("planned")
        entry = session.event_ids

        session.write(
            {
                "date_start": MORNING + DAY,
                "date_end": MORNING + DAY + timedelta(hours=1),
            }
        )

        self.assertEqual(session.event_ids, entry)
        self.assertEqual(entry.start, MORNING + DAY)

    def test_who_withdraws_loses_the_entry(self):
        session = self.new_session("planned", [self.ann])

        session.enrollment_ids.action_withdraw()

        self.assertNotIn(self.user.partner_id, session.event_ids.partner_ids)

    def test_who_waits_has_no_entry(self):
        session = self.new_session(
            "planned", [self.bob, self.ann], capacity=1, has_waiting_list=True
        )

        self.assertNotIn(self.user.partner_id, session.event_ids.partner_ids)

    def test_cancelled_session_leaves_no_entry(self):
        session = self.new_session("planned", [self.ann])

        session.action_cancel()

        self.assertFalse(session.event_ids)

    def test_site_officer_without_rights_on_the_session_keeps_it_in_order(self):
        session = self.new_session("planned")
        lines = self.env["gov.training.enrollment"].with_user(self.site_officer)

        lines.create({"session_id": session.id, "employee_id": self.ann.id})

        self.assertIn(self.user.partner_id, session.event_ids.partner_ids)


@tagged("post_install", "-at_install")
class TestReminders(TrainingCommon, SessionBuilders):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.user = cls.give_account(cls.ann)

    def told(self, session, user=None):
        """Bodies of what a person was told of a session."""
        partner = (user or self.user).partner_id
        messages = self.env["mail.message"].search(
            [
                ("model", "=", session._name),
                ("res_id", "=", session.id),
                ("notified_partner_ids", "in", partner.ids),
            ]
        )
        return messages.mapped("body")

    def remind(self, moment):
        with freeze_time(moment):
            self.env["gov.training.session"]._cron_remind()

    def test_people_are_reminded_the_day_before_and_once(self):
        self.officer.lang = "en_US"
        session = self.new_session(
            "planned", [self.ann], place="Room 9", user_id=self.officer.id
        )

        self.remind(MORNING - 2 * DAY)
        self.assertFalse(self.told(session))

        self.remind(MORNING - DAY)
        self.remind(MORNING - timedelta(hours=3))
        self.assertEqual(len(self.told(session)), 1)
        self.assertIn("2026-03-06 09:00–11:00, Room 9", self.told(session)[0])

    def test_portal_account_is_reminded_too(self):
        user = self.give_account(self.bob, share=True)
        session = self.new_session("planned", [self.bob])

        self.remind(MORNING - DAY)

        self.assertEqual(len(self.told(session, user)), 1)

    def test_who_waits_is_not_reminded(self):
        session = self.new_session(
            "planned", [self.bob, self.ann], capacity=1, has_waiting_list=True
        )

        self.remind(MORNING - DAY)

        self.assertFalse(self.told(session))

    def test_no_reminder_where_none_is_wanted(self):
        session = self.new_session("planned", [self.ann], remind_days=0)

        self.remind(MORNING - DAY)

        self.assertFalse(self.told(session))

    def test_people_are_told_of_a_new_time_and_reminded_of_it(self):
        session = self.new_session("planned", [self.ann])
        self.remind(MORNING - DAY)

        session.write(
            {
                "date_start": MORNING + 7 * DAY,
                "date_end": MORNING + 7 * DAY + timedelta(hours=2),
            }
        )
        self.remind(MORNING + 6 * DAY)

        self.assertEqual(len(self.told(session)), 3)

    def test_people_are_told_of_a_cancellation(self):
        session = self.new_session("planned", [self.ann])

        session.action_cancel()

        self.assertIn("does not take place", self.told(session)[0])

    def test_who_runs_a_session_is_asked_to_close_it(self):
        session = self.new_session("planned", [self.ann])

        self.remind(MORNING + 2 * DAY)
        self.remind(MORNING + 3 * DAY)

        self.assertRecordValues(session.activity_ids, [{"user_id": session.user_id.id}])
        self.advance_to_close(session)
        self.assertFalse(session.activity_ids)

    def advance_to_close(self, session):
        session.action_start()
        session.action_mark_all_present()
        session.action_close()
