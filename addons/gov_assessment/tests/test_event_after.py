"""考核记录: evidence in time, what follows, nothing forged over RPC (X4, X13)."""

from datetime import date

from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from odoo.addons.gov_window_staff.tests.common import RpcCommon

from .common_event import EventFlowCommon


@tagged("post_install", "-at_install")
class TestAfterwards(EventFlowCommon):
    def overdue(self):
        return self.env["gov.assessment.event"].search(
            [("is_evidence_missing", "=", True), ("evidence_deadline", "<", "today")]
        )

    def test_video_is_saved_within_ten_days(self):
        event = self.draft(source="video", day=date(2026, 10, 30))

        self.assertEqual(event.evidence_deadline, date(2026, 11, 9))
        self.assertTrue(event.is_evidence_missing)
        self.assertFalse(self.draft("2.2", source="patrol").evidence_deadline)

    def test_overdue_list_names_what_was_not_saved(self):
        event = self.draft(source="video", day=date(2025, 10, 8))
        self.assertIn(event, self.overdue())

        event.clip_reference = "3号机 10:15"

        self.assertNotIn(event, self.overdue())
        self.assertFalse(event.is_evidence_missing)

    def test_discipline_body_is_to_be_told(self):
        event = self.draft("1.5")
        event.with_user(self.second).action_verify()
        event.action_confirm()

        activity = event.activity_ids
        self.assertEqual(activity.user_id, self.officer)
        self.assertIn("discipline", activity.summary)

    def test_severe_late_record_asks_the_leader(self):
        self.new_round("locked")
        event = self.draft("5.5b")

        event.action_confirm()

        self.assertTrue(event.is_late)
        self.assertIn(self.leader, event.activity_ids.user_id)

    def test_light_late_record_asks_nobody(self):
        self.new_round("locked")
        event = self.draft("3.1")

        event.action_confirm()

        self.assertFalse(event.activity_ids)


@tagged("post_install", "-at_install")
class TestEventFlowOverRpc(RpcCommon, EventFlowCommon):
    def test_states_change_by_the_buttons_only(self):
        event = self.draft("3.2c")
        name = "gov.assessment.event"
        for vals in ({"state": "confirmed"}, {"state": "verified"}):
            with self.assertRaises(JsonRpcException):
                self.call(self.officer, name, "write", event.ids, vals)
        with self.assertRaises(JsonRpcException):
            self.call(self.officer, name, "_step", event.ids)
        with self.assertRaises(JsonRpcException):
            self.call(
                self.officer,
                name,
                "create",
                [{"employee_id": self.person.id, "item_id": event.item_id.id}],
                context={"default_state": "confirmed", "gov_event_step": True},
            )

        self.call(self.second, name, "action_verify", event.ids)

        event.invalidate_recordset()
        self.assertEqual(event.state, "verified")
