"""Needs proposed from facts, and facts before and after a session."""

from datetime import date, timedelta

from odoo import fields
from odoo.exceptions import UserError
from odoo.tests import tagged

from ..rules.schedule import local_day
from .common import MORNING, TrainingCommon
from .common_need import NeedBuilders

DAY = local_day(MORNING)


@tagged("post_install", "-at_install")
class TestNeedFacts(TrainingCommon, NeedBuilders):
    def propose(self, user=None, **vals):
        wizard = self.env["gov.training.need.propose"].with_user(user or self.officer)
        action = wizard.create(
            {"date_from": "2026-01-01", "date_to": "2026-12-31", **vals}
        ).action_propose()
        return self.env["gov.training.need"].search(action["domain"])

    def miss(self, person, **vals):
        session = self.new_session("ongoing", [person], **vals)
        session.enrollment_ids.action_absent()
        session.action_close()
        return session

    def test_missed_session_becomes_a_need(self):
        self.miss(self.ann)

        need = self.propose()

        self.assertRecordValues(
            need,
            [
                {
                    "employee_id": self.ann.id,
                    "topic_id": self.topic().id,
                    "source": "missed",
                    "date": DAY,
                    "facts": f"{DAY}  Session",
                    "state": "open",
                }
            ],
        )

    def test_proposing_again_finds_nothing_new(self):
        self.miss(self.ann)
        self.propose()

        with self.assertRaisesRegex(UserError, "on record already"):
            self.propose()

    def test_declined_fact_does_not_come_back(self):
        self.miss(self.ann)
        self.propose()._decline("was on leave")

        with self.assertRaisesRegex(UserError, "on record already"):
            self.propose()

    def test_whoever_was_trained_since_needs_nothing(self):
        self.miss(self.ann)
        self.new_session("done", [self.ann], start=MORNING + timedelta(days=7))

        with self.assertRaisesRegex(UserError, "trained since"):
            self.propose()

    def test_own_choice_or_waiting_list_is_no_missed_session(self):
        session = self.new_session("ongoing", [self.ann])
        session.enrollment_ids.is_required = False
        session.enrollment_ids.action_absent()
        session._move(("ongoing",), "done")

        with self.assertRaisesRegex(UserError, "No fact"):
            self.propose()

    def test_facts_of_other_addons_are_taken_up(self):
        topic = self.topic("computer")
        with self.facts(
            (self.ann, topic, "exam", date(2026, 5, 4), "58 of 100"),
            (self.ann, topic, "exam", date(2026, 6, 1), "55 of 100"),
            (self.eve, topic, "exam", date(2025, 6, 1), "before the period"),
        ):
            need = self.propose()

        self.assertRecordValues(
            need,
            [
                {
                    "employee_id": self.ann.id,
                    "source": "exam",
                    "date": date(2026, 6, 1),
                    "facts": "2026-05-04  58 of 100\n2026-06-01  55 of 100",
                }
            ],
        )

    def test_site_officer_proposes_for_own_people_only(self):
        topic, day = self.topic("computer"), date(2026, 5, 4)
        with self.facts(
            (self.bob, topic, "exam", day, ""), (self.eve, topic, "exam", day, "")
        ):
            needs = self.propose(self.site_officer)
            self.assertEqual(needs.employee_id, self.bob)
            with self.assertRaisesRegex(UserError, "No fact"):
                self.propose(self.site_officer, department_id=self.town_b.id)

    def test_daily_run_looks_back_a_month_and_follows_moves(self):
        today = fields.Date.context_today(self.env["gov.training.need"])
        topic = self.topic("computer")
        waiting = self.new_need(self.eve)
        self.eve.department_id = self.town_a
        with self.facts(
            (self.ann, topic, "exam", today - timedelta(days=31), "in time"),
            (self.bob, topic, "exam", today - timedelta(days=32), "too old"),
        ):
            self.env["gov.training.need"]._cron_propose()

        found = self.env["gov.training.need"].search([("topic_id", "=", topic.id)])
        self.assertEqual(found.employee_id, self.ann)
        self.assertEqual(waiting.department_id, self.town_a)


@tagged("post_install", "-at_install")
class TestEffect(TrainingCommon, NeedBuilders):
    def test_facts_before_and_after_are_shown_for_those_who_came(self):
        session = self.new_session("ongoing", [self.ann, self.eve])
        session.enrollment_ids.filtered(
            lambda e: e.employee_id == self.eve
        ).action_absent()
        session.action_mark_all_present()
        session.action_close()
        topic, part = self.topic(), self.topic("computer")
        day = timedelta(days=1)
        with self.facts(
            (self.ann, topic, "exam", DAY - 30 * day, "58 of 100"),
            (self.ann, topic, "exam", DAY - 3 * day, "55 of 100"),
            (self.ann, topic, "exam", DAY + 3 * day, "59 of 100"),
            (self.ann, part, "exam", DAY - 3 * day, "a part of the topic"),
            (self.ann, self.topic("etiquette"), "exam", DAY - day, "other topic"),
            (self.ann, topic, "exam", DAY - 91 * day, "too long ago"),
            (self.eve, topic, "exam", DAY - day, "did not come"),
        ):
            effect = session.with_user(self.officer)._effect()
            html = session.with_user(self.officer).effect_html

        self.assertEqual((effect["before"], effect["after"]), (3, 1))
        self.assertTrue(effect["is_over"])
        self.assertIn("58 of 100", html)
        for text in ("other topic", "too long ago", "did not come"):
            with self.subTest(text=text):
                self.assertNotIn(text, html)

    def test_site_officer_reads_the_facts_of_own_people_only(self):
        session = self.new_session("done", [self.ann, self.eve])
        before = DAY - timedelta(days=1)
        with self.facts(
            (self.ann, self.topic(), "exam", before, ""),
            (self.eve, self.topic(), "exam", before, ""),
        ):
            rows = session.with_user(self.site_officer)._effect()["rows"]

        self.assertEqual([row["person"] for row in rows], [self.ann.sudo()])

    def test_session_without_facts_says_so(self):
        session = self.new_session("done", [self.ann])

        self.assertIn("No facts", session.effect_html)
        self.assertFalse(self.new_session().effect_html)
