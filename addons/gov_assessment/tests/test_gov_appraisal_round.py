"""The steps of a month: who may take them, in which order, and how often."""

from datetime import date

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.gov_window_staff.tests.common import HR_OFFICER, LEADER

from .common import AssessmentCommon


@tagged("post_install", "-at_install")
class TestSteps(AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.people = cls.new_people(4)

    def test_month_goes_from_draft_to_locked(self):
        batch = self.new_round("locked")

        self.assertRecordValues(
            batch,
            [
                {
                    "state": "locked",
                    "graded_by_id": self.officer.id,
                    "confirmed_by_id": self.leader.id,
                    "locked_by_id": self.officer.id,
                }
            ],
        )
        self.assertTrue(batch.locked_on)

    def test_officers_steps_are_refused_to_everybody_else(self):
        batch = self.new_round("open")
        for user in (self.leader, self.site_officer, self.plain_user, self.portal_user):
            for step in ("action_open", "action_score", "action_grade", "action_lock"):
                with self.subTest(user=user.login, step=step):
                    with self.assertRaisesRegex(AccessError, "HR Officer"):
                        getattr(batch.with_user(user), step)()

    def test_leaders_steps_are_refused_to_everybody_else(self):
        batch = self.new_round("published")
        for user in (self.officer, self.site_officer, self.plain_user):
            steps = {
                "reopen": batch.with_user(user).action_reopen,
                "end": lambda u=user: batch.with_user(u)._end_publicity("now"),
            }
            for name, step in steps.items():
                with self.subTest(user=user.login, step=name):
                    with self.assertRaisesRegex(AccessError, "Leader"):
                        step()

    def test_nobody_confirms_what_he_graded_himself(self):
        both = self.new_user("both", HR_OFFICER, LEADER)
        batch = self.new_round("scored")
        batch.with_user(both).action_grade()
        batch.with_user(self.officer).action_publish()
        batch.with_user(self.leader)._end_publicity("test")
        batch.with_user(self.officer).action_submit()

        with self.assertRaisesRegex(
            UserError, "You graded 测试县政务服务中心 2026-10 yourself"
        ):
            batch.with_user(both).action_confirm()

        self.approve(batch)
        self.assertEqual(batch.confirmed_by_id, self.leader)

    def test_steps_do_not_skip_one(self):
        refused = {
            "draft": ["action_score", "action_grade", "action_lock"],
            "open": ["action_grade", "action_lock"],
            "scored": ["action_open", "action_lock"],
            "graded": ["action_open", "action_submit", "action_lock"],
            "published": ["action_open", "action_score", "action_grade", "action_lock"],
            "confirmed": ["action_open", "action_score", "action_grade"],
            "locked": ["action_open", "action_score", "action_grade"],
        }
        batch = self.new_round("draft")
        for state, steps in refused.items():
            self.advance(batch, state)
            for step in steps:
                with self.subTest(state=state, step=step):
                    with self.assertRaisesRegex(UserError, "this step needs"):
                        getattr(batch.with_user(self.officer), step)()

    def test_leader_confirms_published_months_only(self):
        batch = self.new_round("draft")
        for state in ("draft", "open", "scored", "graded", "confirmed", "locked"):
            self.advance(batch, state)
            with self.subTest(state=state), self.assertRaises(UserError):
                batch.with_user(self.leader).action_confirm()

    def test_locking_twice_locks_once(self):
        batch = self.new_round("locked")
        locked = (batch.locked_by_id, batch.locked_on, batch.state)
        other = self.new_user("other", HR_OFFICER)

        batch.with_user(other).action_lock()

        self.assertEqual((batch.locked_by_id, batch.locked_on, batch.state), locked)

    def test_locked_month_is_not_reopened(self):
        batch = self.new_round("locked")

        with self.assertRaisesRegex(UserError, "this step needs"):
            batch.with_user(self.leader).action_reopen()

    def test_reopened_month_is_scored_and_confirmed_again(self):
        batch = self.new_round("confirmed")

        batch.with_user(self.leader).action_reopen()

        self.assertEqual((batch.state, batch.confirmed_by_id.id), ("open", False))
        self.new_event(self.people[0])
        self.advance(batch, "locked")
        self.assert_totals(batch, {self.people[0]: 95, self.people[1]: 100})

    def test_county_and_month_have_one_round(self):
        self.new_round("draft")

        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self.new_round("draft")

    def test_round_is_found_by_county_and_month(self):
        batch = self.new_round("draft")

        self.assertEqual(batch._for_month(self.county, batch._month()), batch)
        self.assertFalse(batch._for_month(self.county, batch._month().next()))

    def test_people_button_lists_the_appraisals_of_the_round(self):
        batch = self.new_round("open")

        found = self.env["gov.appraisal"].search(
            batch.action_open_appraisals()["domain"]
        )

        self.assertEqual(found.employee_id, self.people)

    def test_statements_do_not_grow_with_the_people(self):
        def statements(batch):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.advance(batch, "graded")
            self.env.flush_all()
            return self.env.cr.sql_log_count - before

        for person in self.people:
            self.new_event(person)
        few = self.new_round("draft")
        few_statements = statements(few)
        other = self.new_site("C2", "county")
        many = self.new_people(40, department_id=other.id)
        for person in many:
            self.new_event(person)
        batch = self.env["gov.appraisal.round"].create(
            {"county_id": other.id, "date_from": date(2026, 10, 1)}
        )

        self.assertLessEqual(statements(batch), few_statements + 10)


@tagged("post_install", "-at_install")
class TestDraftRound(AssessmentCommon):
    def make_round(self, user=None, context=None, **vals):
        return (
            self.env["gov.appraisal.round"]
            .with_user(user or self.officer)
            .with_context(**(context or {}))
            .create({"county_id": self.county.id, "date_from": "2026-10-01", **vals})
        )

    def test_new_round_has_no_result_whatever_is_asked_for(self):
        batch = self.make_round(
            state="locked", headcount=9, confirmed_by_id=self.leader.id
        )

        self.assertRecordValues(
            batch, [{"state": "draft", "headcount": 0, "confirmed_by_id": False}]
        )

    def test_new_round_has_no_result_by_defaults_in_the_context_either(self):
        person = self.new_person()
        line = {
            "employee_id": person.id,
            "date_from": "2026-10-01",
            "staff_no": "X",
            "person_name": "X",
        }

        batch = self.make_round(
            context={
                "default_state": "locked",
                "default_headcount": 9,
                "default_confirmed_by_id": self.leader.id,
                "default_appraisal_ids": [(0, 0, line)],
            }
        )

        self.assertRecordValues(
            batch, [{"state": "draft", "headcount": 0, "confirmed_by_id": False}]
        )
        self.assertFalse(batch.appraisal_ids)

    def test_officer_corrects_and_deletes_a_draft(self):
        batch = self.make_round()

        batch.write({"date_from": "2026-09-20"})
        self.assertEqual(batch.date_from, date(2026, 9, 1))
        batch.unlink()

        self.assertFalse(batch.exists())

    def test_state_of_a_draft_is_not_written(self):
        with self.assertRaises(UserError):
            self.make_round().state = "locked"

    def test_only_officers_create_rounds(self):
        for user in (self.leader, self.site_officer, self.plain_user):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.make_round(user)

    def test_the_only_county_is_proposed(self):
        others = self.env["hr.department"].search([("gov_level", "=", "county")])
        (others - self.county).gov_level = "town"

        proposed = self.env["gov.appraisal.round"].default_get(["county_id"])

        self.assertEqual(proposed["county_id"], self.county.id)

    def test_among_two_counties_none_is_proposed(self):
        self.new_site("C2", "county")

        proposed = self.env["gov.appraisal.round"].default_get(["county_id"])

        self.assertFalse(proposed.get("county_id"))
