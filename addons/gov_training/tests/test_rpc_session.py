"""Plans, notices, incidents and sign-in over the wire, as a script would try it."""

from odoo.tests import tagged

from .common_sess import SessionBuilders
from .test_rpc import RpcCase


@tagged("post_install", "-at_install")
class TestSessionRpc(RpcCase, SessionBuilders):
    def test_private_steps_are_not_public_methods(self):
        session = self.new_session("ongoing", [self.ann])
        line = session.enrollment_ids

        for model, method, args in (
            ("gov.training.enrollment", "_sign_in", [line.ids, "qr"]),
            ("gov.training.enrollment", "_give_feedback", [line.ids, {}]),
            ("gov.training.incident", "_mark_taken", [[1], "X"]),
            ("gov.training.session", "_fill_from_waiting", [session.ids]),
        ):
            with self.subTest(method=method):
                self.assert_refused(
                    "AccessError|private", self.administrator, model, method, *args
                )

    def test_forged_context_unseals_nothing(self):
        line = self.new_session("ongoing", [self.ann]).enrollment_ids

        self.call(
            self.officer,
            "gov.training.enrollment",
            "write",
            line.ids,
            {"state": "attended", "sign_way": "qr", "feedback_content": "5"},
            context={"gov_training_unlocked": True, "gov_training_way": "qr"},
        )

        self.assertRecordValues(line, [{"sign_way": "list", "feedback_content": False}])

    def test_enrollment_is_not_created_with_feedback(self):
        session = self.new_session("ongoing")

        self.call(
            self.officer,
            "gov.training.enrollment",
            "create",
            [{"session_id": session.id, "employee_id": self.ann.id}],
            context={"default_feedback_content": "5", "default_sign_way": "qr"},
        )

        self.assertRecordValues(
            session.enrollment_ids, [{"sign_way": False, "feedback_content": False}]
        )

    def test_notice_is_not_created_published(self):
        session = self.new_session("planned", department_id=self.town_a.id)

        self.call(
            self.site_officer,
            "gov.training.pause",
            "create",
            [{"session_id": session.id}],
            context={"default_state": "published"},
        )

        self.assertEqual(session.pause_ids.state, "draft")

    def test_site_officer_writes_no_plan_of_the_county(self):
        plan = self.new_plan(running=True)

        self.assert_refused(
            "AccessError",
            self.site_officer,
            "gov.training.plan.line",
            "write",
            plan.line_ids.ids,
            {"name": "X"},
        )

    def test_site_officer_moves_no_line_into_the_plan_of_the_county(self):
        above = self.new_plan(running=True)
        own = self.new_plan(site=self.town_a)

        self.assert_refused(
            "AccessError",
            self.site_officer,
            "gov.training.plan.line",
            "write",
            own.line_ids.ids,
            {"plan_id": above.id},
        )

    def test_site_officer_moves_no_date_into_a_session_of_the_county(self):
        above = self.new_session("planned")
        own = self.new_session(department_id=self.town_a.id)
        date = self.new_dates(own, [own.date_start])

        self.assert_refused(
            "AccessError",
            self.site_officer,
            "gov.training.session.date",
            "write",
            date.ids,
            {"session_id": above.id},
        )

    def test_absence_is_not_marked_as_automatic_by_hand(self):
        session = self.new_session("ongoing", [self.ann])
        kind = self.env.ref("gov_training.incident_kind_absent")

        self.call(
            self.officer,
            "gov.training.incident",
            "create",
            [
                {
                    "session_id": session.id,
                    "employee_id": self.ann.id,
                    "kind_id": kind.id,
                    "is_automatic": True,
                }
            ],
        )

        self.assertFalse(session.incident_ids.is_automatic)

    def test_liaison_and_plain_users_read_nothing(self):
        self.new_plan(running=True)
        self.new_series()
        liaison = self.new_user("liaison", "gov_window_staff.group_liaison")

        for model in ("plan", "plan.line", "series", "pause", "incident", "attendance"):
            with self.subTest(model=model):
                self.assert_refused(
                    "AccessError", liaison, f"gov.training.{model}", "search_read", []
                )
