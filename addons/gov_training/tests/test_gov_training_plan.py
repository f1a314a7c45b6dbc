"""The yearly plan and its sessions (T32)."""

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from .common import TrainingCommon
from .common_sess import SessionBuilders


@tagged("post_install", "-at_install")
class TestPlan(TrainingCommon, SessionBuilders):
    def test_name_tells_year_and_site(self):
        self.assertEqual(self.new_plan().name, "Training Plan 2026, Site C")

    def test_plan_without_lines_is_not_put_in_force(self):
        with self.assertRaisesRegex(UserError, "at least one line"):
            self.new_plan(lines=0).action_start()

    def test_draft_plan_prepares_no_sessions(self):
        with self.assertRaises(UserError):
            self.new_plan().action_prepare_sessions()

    def test_each_planned_session_is_prepared_once(self):
        plan = self.new_plan(running=True, session_target=3)

        plan.action_prepare_sessions()

        self.assertEqual(plan.session_count, 3)
        with self.assertRaisesRegex(UserError, "prepared already"):
            plan.action_prepare_sessions()

    def test_sessions_lie_a_month_apart_on_working_days(self):
        plan = self.new_plan(running=True, session_target=2, month="2")

        plan.action_prepare_sessions()

        days = plan.session_ids.sorted("date_start").mapped("date_start")
        # 15 February 2026 is in the Spring Festival, 15 March a Sunday
        self.assertEqual(
            [f"{d:%m-%d %H:%M}" for d in days], ["02-24 06:30", "03-16 06:30"]
        )

    def test_session_takes_what_the_line_says(self):
        plan = self.new_plan(running=True, budget=900, session_target=3, hours=2.5)

        plan.action_prepare_sessions()

        session = plan.session_ids[0]
        self.assertEqual(session.kind_id, plan.line_ids.kind_id)
        self.assertEqual(session.topic_ids, plan.line_ids.topic_ids)
        self.assertEqual((session.cost_planned, session.hours), (300, 2.5))
        self.assertEqual(session.state, "draft")

    def test_cancelled_session_is_prepared_anew(self):
        plan = self.new_plan(running=True)
        plan.action_prepare_sessions()
        plan.session_ids.action_cancel()

        plan.action_prepare_sessions()

        self.assertEqual(len(plan.session_ids), 2)

    def test_progress_counts_closed_sessions(self):
        plan = self.new_plan(running=True, session_target=2)
        plan.action_prepare_sessions()

        self.advance(plan.session_ids[-1], "done", [self.ann])
        plan.invalidate_recordset()

        self.assertEqual((plan.done_count, plan.progress), (1, 0.5))
        self.assertEqual(plan.line_ids.done_count, 1)

    def test_cost_of_the_sessions_stands_beside_the_budget(self):
        plan = self.new_plan(running=True, budget=500)
        plan.action_prepare_sessions()

        plan.session_ids.write({"cost_trainer": 300, "cost_other": 50})

        self.assertEqual((plan.budget, plan.cost), (500, 350))

    def test_plan_with_open_sessions_is_not_archived(self):
        plan = self.new_plan(running=True)
        plan.action_prepare_sessions()

        with self.assertRaisesRegex(UserError, "neither closed nor cancelled"):
            plan.action_archive_plan()

    def test_archived_plan_stays_as_it_is(self):
        plan = self.new_plan(running=True)
        plan.action_archive_plan()

        for change in (
            lambda: plan.write({"name": "X"}),
            lambda: plan.line_ids.write({"name": "X"}),
            lambda: plan.line_ids.unlink(),
        ):
            with self.assertRaisesRegex(UserError, "archived"):
                change()

    def test_state_is_moved_by_the_buttons_only(self):
        plan = self.new_plan()

        with self.assertRaisesRegex(UserError, "buttons"):
            plan.state = "archived"
        with self.assertRaisesRegex(UserError, "draft"):
            plan.copy({"year": 2027}).with_context(default_state="running").copy(
                {"year": 2028}
            )

    def test_line_with_sessions_stays_in_the_plan(self):
        plan = self.new_plan(running=True)
        plan.action_prepare_sessions()

        with self.assertRaisesRegex(UserError, "stays in the plan"):
            plan.line_ids.unlink()

    def test_site_has_one_plan_a_year(self):
        self.new_plan()

        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError):
            self.new_plan()

    def test_session_of_another_site_does_not_follow_the_plan(self):
        plan = self.new_plan(site=self.town_a, running=True)

        with self.assertRaisesRegex(ValidationError, "another site"):
            self.new_session(
                plan_line_id=plan.line_ids.id, department_id=self.town_b.id
            )

    def test_session_below_may_follow_the_plan_of_the_site_above(self):
        plan = self.new_plan(running=True)

        session = self.new_session(
            plan_line_id=plan.line_ids.id, department_id=self.village.id
        )

        self.assertEqual(session.plan_id, plan)


@tagged("post_install", "-at_install")
class TestPlanRights(TrainingCommon, SessionBuilders):
    def test_site_officer_keeps_the_plan_of_the_own_site(self):
        form = Form(self.env["gov.training.plan"].with_user(self.site_officer))

        self.assertEqual(form.department_id, self.town_a)
        self.assertTrue(form.save())

    def test_site_officer_reads_the_plan_of_the_county_once_in_force(self):
        plan = self.new_plan()
        seen = plan.with_user(self.site_officer)

        self.assertFalse(seen.has_access("read"))
        plan.action_start()
        self.assertTrue(seen.has_access("read"))
        self.assertFalse(seen.has_access("write"))
        self.assertFalse(plan.line_ids.with_user(self.site_officer).has_access("write"))

    def test_site_officer_does_not_read_the_plan_of_another_site(self):
        plan = self.new_plan(site=self.town_b, running=True)

        self.assertFalse(plan.with_user(self.site_officer).has_access("read"))

    def test_site_officer_does_not_hand_a_plan_to_another_site(self):
        plan = self.new_plan(site=self.town_a)

        with self.assertRaises(AccessError):
            plan.with_user(self.site_officer).department_id = self.county

    def test_leader_reads_plans_and_changes_none(self):
        plan = self.new_plan().with_user(self.leader)

        self.assertTrue(plan.has_access("read"))
        with self.assertRaises(AccessError):
            plan.action_start()

    def test_plain_user_reads_no_plan(self):
        plain = self.new_user("plain", "base.group_user")

        self.assertFalse(
            self.new_plan(running=True).with_user(plain).has_access("read")
        )
