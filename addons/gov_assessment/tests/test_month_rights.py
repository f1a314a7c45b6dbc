"""Who may press which button of the month, over the wire."""

from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from odoo.addons.gov_window_staff.tests.common import RpcCommon

from .common import AssessmentCommon

ROUND = "gov.appraisal.round"


@tagged("post_install", "-at_install")
class TestMonthRights(RpcCommon, AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.new_person()
        cls.batch = cls.new_round("graded")
        cls.sheet = cls.appraisal(cls.batch, cls.person)

    def assert_refused(self, users, model, method, *args):
        for user in users:
            with self.subTest(user=user.login, method=method):
                with self.assertRaises(JsonRpcException):
                    self.call(user, model, method, *args)

    def test_nobody_else_publishes_submits_or_confirms(self):
        strangers = (self.site_officer, self.plain_user, self.portal_user)
        ids = self.batch.ids
        self.assert_refused((*strangers, self.leader), ROUND, "action_publish", ids)
        self.call(self.officer, ROUND, "action_publish", ids)
        self.batch.with_user(self.leader)._end_publicity("test")
        self.assert_refused((*strangers, self.leader), ROUND, "action_submit", ids)
        self.call(self.officer, ROUND, "action_submit", ids)
        self.assert_refused(
            (*strangers, self.officer, self.leader), ROUND, "action_confirm", ids
        )
        self.call(self.checker, ROUND, "action_confirm", ids)
        self.call(self.leader, ROUND, "action_confirm", ids)

        self.assertEqual(self.batch.state, "confirmed")

    def test_publicity_is_ended_through_the_window_by_the_leader_only(self):
        self.advance(self.batch, "published")
        vals = {
            "round_id": self.batch.id,
            "decision": "end_publicity",
            "comment": "Pay day",
        }
        model = "gov.appraisal.decision"
        for user in (self.officer, self.site_officer):
            window = self.call(user, model, "create", [vals])
            self.assert_refused((user,), model, "action_decide", window)
        self.assert_refused((self.plain_user,), model, "create", [vals])
        window = self.call(self.leader, model, "create", [vals])
        self.assert_refused((self.officer,), model, "action_decide", window)

        self.call(self.leader, model, "action_decide", window)

        self.assertTrue(self.batch.is_publicity_over)

    def test_answers_and_decisions_are_not_written_by_hand(self):
        self.advance(self.batch, "published")
        calls = [
            ("gov.appraisal", {"confirm_state": "confirmed"}, self.sheet.ids),
            ("gov.appraisal", {"comment": "x"}, self.sheet.ids),
            (ROUND, {"publicity_end": "2026-01-01"}, self.batch.ids),
            (ROUND, {"submitted_on": "2026-01-01 00:00:00"}, self.batch.ids),
            (ROUND, {"review_ids": [(5, 0, 0)]}, self.batch.ids),
            (
                "gov.appraisal.site.report",
                {"state": "checked"},
                self.batch.site_report_ids.ids,
            ),
        ]
        for model, vals, ids in calls:
            self.assert_refused(
                (self.officer, self.site_officer, self.plain_user, self.portal_user),
                model,
                "write",
                ids,
                vals,
            )
        ruling = {"round_id": self.batch.id, "kind": "lower", "reason": "x"}
        self.assert_refused(
            (self.officer, self.leader), "gov.appraisal.ruling", "create", [ruling]
        )

    def test_private_steps_cannot_be_called(self):
        for name in ("_end_publicity", "_take_back", "_reopen_late", "_refuse"):
            self.assert_refused((self.leader,), ROUND, name, self.batch.ids, "x")
        for name in ("_confirm_by_person", "_answer_objection", "_set_comment"):
            self.assert_refused((self.officer,), "gov.appraisal", name, self.sheet.ids)
