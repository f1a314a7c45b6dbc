"""大厅巡查: plans, rounds of a day, the counter (A62-A64)."""

import doctest
from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import BaseCase, tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

from ..rules import patrol
from .common_patrol import SUNDAY, WORKDAY, PatrolCommon


class TestPatrolRules(BaseCase):
    def test_examples_hold(self):
        result = doctest.testmod(patrol)

        self.assertEqual((bool(result.attempted), result.failed), (True, 0))


@tagged("post_install", "-at_install")
class TestPatrol(PatrolCommon):
    def counter(self, site=None, day=WORKDAY):
        return self.env["gov.patrol.day"].search(
            [("department_id", "=", (site or self.town).id), ("date", "=", day)]
        )

    def test_rounds_of_a_day_are_numbered_by_hall(self):
        rounds = [self.new_patrol("done").round_no for _time in range(3)]
        other = self.new_patrol("done", site=self.town_b)

        self.assertEqual((rounds, other.round_no), ([1, 2, 3], 1))

    def test_four_a_day_are_required_and_counted(self):
        for expected in (3, 2, 1, 0, 0):
            self.new_patrol("done")
            self.assertEqual(self.counter().missing_count, expected)

        self.assertEqual(self.counter().done_count, 5)

    def test_only_finished_patrols_count(self):
        self.new_patrol("ongoing")
        cancelled = self.new_patrol()
        cancelled.cancel_reason = "停电"
        cancelled.action_cancel()

        self.assertEqual((self.counter().done_count, cancelled.state), (0, "cancelled"))

    def test_cancelling_needs_a_reason_and_is_undone(self):
        patrol = self.new_patrol()
        with self.assertRaisesRegex(UserError, "did not take place"):
            patrol.action_cancel()
        patrol.cancel_reason = "停电"
        patrol.action_cancel()

        patrol.action_plan_again()

        self.assertEqual(patrol.state, "planned")

    def test_nothing_is_required_on_days_off_and_elsewhere(self):
        self.new_patrol("done", day=SUNDAY)
        self.new_patrol("done", site=self.town_b)

        self.assertEqual(self.counter(day=SUNDAY).required_count, 0)
        self.assertEqual(self.counter(self.town_b).required_count, 0)

    def test_afternoon_counts_every_hall_and_alerts_once(self):
        self.site_officer.lang = "en_US"
        days = self.env["gov.patrol.day"]
        today = days._of(self.town, date(2026, 10, 12))[self.town]
        for _time in range(2):
            today._alert()

        activity = today.activity_ids
        self.assertEqual(activity.user_id, self.site_officer)
        self.assertIn("4 patrols are missing", activity.summary)

    def test_cron_makes_the_line_of_a_hall_without_any_patrol(self):
        self.env["gov.patrol.day"]._cron_count()

        today = self.env["gov.patrol.day"].search(
            [("department_id", "=", self.town.id)]
        )
        self.assertEqual((len(today), today.done_count), (1, 0))

    def test_begun_patrol_keeps_hall_and_day(self):
        patrol = self.new_patrol("ongoing")
        for vals in ({"date": "2026-10-12"}, {"department_id": self.town_b.id}):
            with self.subTest(vals=vals), self.assertRaises(DocumentLocked):
                patrol.write(vals)
        with self.assertRaises(DocumentLocked):
            patrol.unlink()

    def test_state_and_round_are_not_sent(self):
        patrols = self.env["gov.patrol"].with_user(self.officer)
        patrol = patrols.with_context(default_state="done", default_round_no=9).create(
            {"department_id": self.town.id, "state": "done"}
        )

        patrol.write({"state": "done", "round_no": 7})

        self.assertEqual((patrol.state, patrol.round_no), ("planned", 0))

    def test_finished_patrol_does_not_begin_again(self):
        with self.assertRaisesRegex(UserError, "not possible now"):
            self.new_patrol("done").action_start()


@tagged("post_install", "-at_install")
class TestPatrolPlan(PatrolCommon):
    def plan(self, user=None, halls=None, **vals):
        wizard = self.env["gov.patrol.plan"].with_user(user or self.officer)
        wizard = wizard.create(
            {
                "department_ids": [(6, 0, (halls or self.town).ids)],
                "date_from": "2026-10-08",
                "date_to": "2026-10-12",
                "leader_ids": [(6, 0, (self.leader + self.officer).ids)],
                **vals,
            }
        )
        return self.env["gov.patrol"].search(wizard.action_plan()["domain"])

    def test_working_days_get_their_patrols_led_in_turn(self):
        patrols = self.plan()

        days = patrols.grouped("date")
        self.assertEqual(
            {day.day: len(own) for day, own in days.items()}, {8: 4, 9: 4, 10: 4, 12: 4}
        )
        self.assertEqual(patrols.leader_id, self.leader + self.officer)
        self.assertEqual(set(patrols.mapped("state")), {"planned"})

    def test_planning_again_adds_only_what_is_missing(self):
        self.new_patrol("done")

        self.assertEqual(len(self.plan()), 15)
        self.assertFalse(self.plan())

    def test_nonsense_is_refused_in_words(self):
        for vals, words in (
            ({"date_to": "2026-10-01"}, "before the first"),
            ({"date_to": "2027-10-01"}, "three months"),
            ({"rounds": 0}, "between 1 and 20"),
        ):
            with self.subTest(vals=vals), self.assertRaisesRegex(UserError, words):
                self.plan(**vals)

    def test_site_officer_plans_for_own_halls_only(self):
        self.assertTrue(self.plan(self.site_officer))
        with self.assertRaises(AccessError):
            self.plan(self.site_officer, self.town_b)
