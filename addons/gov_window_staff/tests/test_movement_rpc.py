"""The same over the wire, as a script of a logged-in user would try it."""

from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from .common import RpcCommon
from .common_movement import MovementCommon

MOVEMENT = "gov.staff.movement"


@tagged("post_install", "-at_install")
class TestMovementRpc(RpcCommon, MovementCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plain = cls.new_user("plain")

    def setUp(self):
        super().setUp()
        self.movement = self.submitted(user=self.site_officer)

    def assert_refused(self, message, user, model, method, *args, **kwargs):
        with self.assertRaisesRegex(JsonRpcException, message):
            self.call(user, model, method, *args, **kwargs)

    def test_state_is_not_written_with_any_key(self):
        keys = {"skip_validation_check": True, "gov_unlock": True, "tracking": False}
        for user in (self.officer, self.site_officer, self.leader):
            with self.subTest(user=user.login):
                self.assert_refused(
                    "DocumentLocked|AccessError",
                    user,
                    MOVEMENT,
                    "write",
                    self.movement.ids,
                    {"state": "approved"},
                    context=keys,
                )
        self.assertEqual(self.movement.state, "submitted")

    def test_approved_movement_is_not_created(self):
        vals = {"kind": "return", "employee_id": self.person.id}

        self.assert_refused(
            "DocumentLocked",
            self.officer,
            MOVEMENT,
            "create",
            [{**vals, "state": "approved"}],
        )
        new = self.call(
            self.officer,
            MOVEMENT,
            "create",
            [vals],
            context={"default_state": "approved", "skip_validation_check": True},
        )
        self.assertEqual(self.env[MOVEMENT].browse(new).state, "draft")

    def test_review_is_not_approved_by_a_write(self):
        reviews = self.movement.sudo().review_ids

        for user in (self.plain, self.leader, self.liaison):
            with self.subTest(user=user.login):
                self.assert_refused(
                    "AccessError",
                    user,
                    "tier.review",
                    "write",
                    reviews.ids,
                    {"status": "approved", "done_by": user.id},
                )

    def test_flow_of_the_add_on_is_not_called(self):
        for user in (self.plain, self.liaison, self.officer):
            for method in ("restart_validation", "request_validation"):
                with self.subTest(user=user.login, method=method):
                    self.assert_refused(
                        "DocumentLocked|AccessError",
                        user,
                        MOVEMENT,
                        method,
                        self.movement.ids,
                    )
        self.assertEqual(len(self.movement.sudo().review_ids), 3)

    def test_private_methods_are_not_called(self):
        for method in ("_decide", "_apply", "_move", "_system", "_cancel"):
            with self.subTest(method=method):
                self.assert_refused(
                    "Private|AccessError",
                    self.officer,
                    MOVEMENT,
                    method,
                    self.movement.ids,
                )

    def test_window_decides_for_whose_turn_it_is_only(self):
        vals = {"movement_id": self.movement.id, "decision": "agree", "comment": "好"}
        self.assert_refused(
            "AccessError", self.plain, "gov.movement.decision", "create", [vals]
        )
        self.decide(self.leader, vals, refused="DocumentLocked")

        self.decide(self.liaison, vals)

        self.assertEqual(self.actions(self.movement)[-1], "approve")

    def decide(self, user, vals, refused=None):
        window = self.call(user, "gov.movement.decision", "create", [vals])
        call = ("gov.movement.decision", "action_confirm", window)
        if refused:
            return self.assert_refused(refused, user, *call)
        return self.call(user, *call)

    def test_document_and_log_are_not_deleted(self):
        self.assert_refused(
            "DocumentLocked|AccessError",
            self.officer,
            MOVEMENT,
            "unlink",
            self.movement.ids,
        )
        self.assert_refused(
            "AccessError|DocumentLocked",
            self.officer,
            "gov.staff.movement.step",
            "unlink",
            self.movement.sudo().step_ids.ids,
        )

    def test_counter_is_not_set_back(self):
        self.env["gov.number.counter"]._next("filing/x/2026")

        for method, args in (
            ("create", [[{"key": "filing/y/2026", "last": 0}]]),
            ("write", [[1], {"last": 0}]),
        ):
            with self.subTest(method=method):
                self.assert_refused(
                    "AccessError", self.officer, "gov.number.counter", method, *args
                )

    def test_plain_user_reads_no_movement(self):
        self.assert_refused(
            "AccessError", self.plain, MOVEMENT, "search_read", [], ["name"]
        )
