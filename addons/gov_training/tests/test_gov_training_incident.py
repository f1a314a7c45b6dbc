"""Absence, misconduct and awards: T25, T26, T28, O9."""

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import MORNING, TrainingCommon
from .common_sess import DAY, SessionBuilders


@tagged("post_install", "-at_install")
class TestAbsence(TrainingCommon, SessionBuilders):
    def held(self, absent=(), **vals):
        """A session about to be closed, with `absent` marked so."""
        session = self.new_session("ongoing", [self.ann, self.bob], **vals)
        for person in absent:
            self.line_of(session, person).action_absent()
        session.action_mark_all_present()
        return session

    def test_absence_without_leave_becomes_a_draft_on_closing(self):
        session = self.held([self.bob])
        self.assertFalse(session.incident_ids)

        session.action_close()

        self.assertRecordValues(
            session.incident_ids,
            [
                {
                    "employee_id": self.bob.id,
                    "nature": "absence",
                    "item_code": "2.3a",
                    "state": "draft",
                    "department_id": self.village.id,
                    "date": MORNING.date(),
                }
            ],
        )

    def test_leave_is_no_absence(self):
        session = self.held()
        line = self.line_of(session, self.ann)
        line.write({"state": "excused", "reason": "ill"})

        session.action_close()

        self.assertFalse(session.incident_ids)

    def test_volunteer_who_stays_away_is_not_reported(self):
        session = self.held([self.bob])
        self.line_of(session, self.bob).is_required = False

        session.action_close()

        self.assertFalse(session.incident_ids)

    def test_counselling_reports_nobody(self):
        kind = self.env.ref("gov_training.kind_counselling")
        session = self.held([self.bob], kind_id=kind.id)

        session.action_close()

        self.assertFalse(session.incident_ids)

    def test_head_who_misses_the_meeting_is_reported(self):
        kind = self.env.ref("gov_training.kind_heads_meeting")
        session = self.held([self.ann], kind_id=kind.id, audience="heads")

        session.action_close()

        self.assertEqual(session.incident_ids.employee_id, self.ann)

    def test_each_missed_date_is_reported(self):
        session = self.new_session()
        self.new_dates(session, [MORNING, MORNING + DAY])
        self.advance(session, "ongoing", [self.ann])
        session.enrollment_ids.action_absent()

        session.action_close()

        self.assertEqual(len(session.incident_ids), 2)
        self.assertEqual(session.incident_ids.session_date_id, session.date_ids)

    def test_reopening_takes_back_what_nobody_has_confirmed(self):
        session = self.held([self.ann, self.bob])
        session.action_close()
        kept = session.incident_ids[0]
        kept.action_confirm()

        session._reopen("a mistake")

        self.assertEqual(session.incident_ids, kept)

    def test_closing_again_reports_nobody_twice(self):
        session = self.held([self.ann, self.bob])
        session.action_close()
        session.incident_ids[0].action_confirm()
        session._reopen("a mistake")

        session.action_close()

        self.assertEqual(len(session.incident_ids), 2)


@tagged("post_install", "-at_install")
class TestIncident(TrainingCommon, SessionBuilders):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.session = cls.new_session("ongoing", [cls.ann, cls.bob])

    def test_misconduct_is_noted_under_the_item_of_the_policy(self):
        incident = self.new_incident(self.session, self.ann, "phone")

        self.assertRecordValues(
            incident, [{"nature": "misconduct", "item_code": "2.3b", "points": 10}]
        )

    def test_only_confirmed_incidents_go_to_assessment(self):
        draft = self.new_incident(self.session, self.ann)
        confirmed = self.new_incident(self.session, self.bob)
        confirmed.action_confirm()
        incidents = self.env["gov.training.incident"]

        found = incidents._for_assessment(MORNING.date(), MORNING.date())

        self.assertIn(confirmed, found)
        self.assertNotIn(draft, found)

    def test_what_assessment_took_up_is_not_offered_again(self):
        incident = self.new_incident(self.session, self.ann)
        incident.action_confirm()

        incident._mark_taken("Event 1")

        found = incident._for_assessment(MORNING.date(), MORNING.date())
        self.assertNotIn(incident, found)
        with self.assertRaises(UserError):
            incident._mark_taken("Event 2")
        with self.assertRaises(UserError):
            incident._dismiss("no")

    def test_dismissal_needs_and_keeps_the_reason(self):
        incident = self.new_incident(self.session, self.ann)
        wizard = self.env["gov.training.dismiss"].create(
            {"incident_ids": incident.ids, "reason": "was called away"}
        )

        wizard.action_confirm()

        self.assertRecordValues(
            incident, [{"state": "dismissed", "dismissal": "was called away"}]
        )

    def test_confirmed_facts_stay_as_they_are(self):
        incident = self.new_incident(self.session, self.ann)
        incident.action_confirm()

        for change in (lambda: incident.write({"points": 1}), incident.unlink):
            with self.assertRaisesRegex(UserError, "cannot be changed"):
                change()

    def test_state_is_moved_by_the_buttons_only(self):
        incident = self.new_incident(self.session, self.ann)

        with self.assertRaisesRegex(UserError, "buttons"):
            incident.state = "taken"
        with self.assertRaisesRegex(UserError, "draft"):
            builder = self.env["gov.training.incident"].with_context(
                default_state="confirmed"
            )
            builder.create(incident.copy_data()[0])

    def test_award_names_its_rank(self):
        with self.assertRaisesRegex(ValidationError, "rank"):
            self.new_incident(self.session, self.ann, "award")

        award = self.new_incident(self.session, self.ann, "award", rank="First")
        self.assertRecordValues(award, [{"item_code": "6.3", "points": 10}])

    def test_awards_are_added_after_the_competition_is_closed(self):
        kind = self.env.ref("gov_training.kind_competition")
        session = self.new_session("done", [self.eve], kind_id=kind.id)
        award = {
            "employee_id": self.eve.id,
            "kind_id": self.env.ref("gov_training.incident_kind_award").id,
            "rank": "First prize",
        }

        session.write({"award_ids": [(0, 0, award)]})

        self.assertEqual(session.award_ids.employee_id, self.eve)

    @mute_logger("odoo.sql_db")
    def test_session_with_incidents_is_not_deleted(self):
        session = self.new_session("ongoing", [self.eve])
        self.new_incident(session, self.eve)
        session.action_cancel()

        with self.assertRaises(Exception) as refusal, self.cr.savepoint():
            session.unlink()
        self.assertIn("gov_training_incident", str(refusal.exception))

    def test_site_officer_reads_incidents_of_own_people_only(self):
        own = self.new_incident(self.session, self.bob).with_user(self.site_officer)
        other = self.new_incident(self.session, self.eve).with_user(self.site_officer)

        self.assertTrue(own.has_access("read"))
        self.assertFalse(other.has_access("read"))

    def test_site_officer_confirms_nothing_of_a_county_session(self):
        incident = self.new_incident(self.session, self.ann)

        for button in ("action_confirm", "action_dismiss"):
            with self.subTest(button=button), self.assertRaises(AccessError):
                getattr(incident.with_user(self.site_officer), button)()

    def test_site_officer_notes_nothing_at_a_county_session(self):
        incidents = self.env["gov.training.incident"].with_user(self.site_officer)
        vals = {
            "session_id": self.session.id,
            "employee_id": self.ann.id,
            "kind_id": self.env.ref("gov_training.incident_kind_chat").id,
        }

        with self.assertRaises(AccessError):
            incidents.create(vals)

    def test_site_officer_notes_and_confirms_at_an_own_session(self):
        session = self.new_session("ongoing", [self.eve], department_id=self.town_a.id)
        incident = self.new_incident(session, self.eve).with_user(self.site_officer)

        incident.action_confirm()

        self.assertEqual(incident.state, "confirmed")

    def test_leader_and_hr_user_read_and_change_nothing(self):
        incident = self.new_incident(self.session, self.ann)
        for user in (self.leader, self.new_user("hr", "hr.group_hr_user")):
            with self.subTest(user=user.login):
                self.assertTrue(incident.with_user(user).has_access("read"))
                with self.assertRaises(AccessError):
                    incident.with_user(user).action_confirm()

    def test_plain_user_reads_no_incident(self):
        incident = self.new_incident(self.session, self.ann)
        plain = self.new_user("plain", "base.group_user")

        self.assertFalse(incident.with_user(plain).has_access("read"))
