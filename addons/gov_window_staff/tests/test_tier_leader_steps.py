"""The leader's step of a movement is not the officers' to take out of their way."""

from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from .common import RpcCommon, WindowStaffCommon


@tagged("post_install", "-at_install")
class TestTierLeaderSteps(RpcCommon, WindowStaffCommon):
    """Officers edit their steps of movements; the leader's stay."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.officer = cls.new_user("officer", "gov_window_staff.group_hr_officer")
        cls.leader = cls.new_user("leader", "gov_window_staff.group_leader")
        kind = cls.env.ref("gov_window_staff.movement_kind_transfer")
        steps = cls.env["tier.definition"]
        cls.leaders, cls.officers = (
            steps.create({"name": role, "gov_kind_id": kind.id, "gov_role": role})
            for role in ("leader", "officer")
        )

    def test_officer_leaves_the_step_of_the_leader(self):
        step = self.leaders.with_user(self.officer)
        for vals in (
            {"active": False},
            {"gov_role": "officer"},
            {"gov_step": 1},
            {"gov_is_optional": True},
        ):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                step.write(vals)
        with self.assertRaises(AccessError):
            step.unlink()

    def test_officer_edits_the_own_step_and_leader_any(self):
        self.officers.with_user(self.officer).write({"gov_step": 3})
        self.leaders.with_user(self.leader).write({"active": False})

        self.assertEqual(self.officers.gov_step, 3)
        self.assertFalse(self.leaders.active)

    def test_the_wire_keeps_the_step_as_well(self):
        ids, kind = self.leaders.ids, self.leaders.gov_kind_id
        for model, args in (
            ("tier.definition", (ids, {"active": False})),
            ("gov.movement.kind", (kind.ids, {"tier_ids": [(2, ids[0], 0)]})),
        ):
            with (
                self.subTest(model=model),
                self.assertRaisesRegex(JsonRpcException, "AccessError"),
            ):
                self.call(self.officer, model, "write", *args)

        self.assertTrue(self.leaders.exists().active)
