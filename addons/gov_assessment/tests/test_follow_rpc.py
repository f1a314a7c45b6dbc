"""The same refusals over the wire, as a script would try it."""

from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from odoo.addons.gov_window_staff.tests.common import RpcCommon

from .common import AssessmentCommon
from .common_follow import FollowCommon


@tagged("post_install", "-at_install")
class TestFollowRpc(FollowCommon, RpcCommon, AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.new_person()
        cls.notice = cls.new_notice(cls.person, "issued")
        cls.exam = cls.exam_of(cls.person)

    def assert_refused(self, message, user, *args, **kwargs):
        with self.assertRaisesRegex(JsonRpcException, message):
            self.call(user, *args, **kwargs)

    def test_results_are_not_written_with_a_forged_key(self):
        for record, vals in (
            (self.notice, {"state": "withdrawn"}),
            (self.notice, {"name": "1"}),
            (self.exam, {"state": "accepted"}),
            (self.exam, {"deadline": "2030-01-01"}),
        ):
            with self.subTest(vals=vals):
                self.assert_refused(
                    "DocumentLocked",
                    self.officer,
                    record._name,
                    "write",
                    record.ids,
                    vals,
                    context={"gov_unlock": True},
                )

    def test_private_steps_are_not_callable(self):
        for record, method in (
            (self.notice, "_acknowledge"),
            (self.exam, "_submit"),
            (self.exam, "_waive"),
        ):
            with self.subTest(method=method):
                self.assert_refused(
                    "Private|AccessError",
                    self.officer,
                    record._name,
                    method,
                    record.ids,
                )

    def test_portal_user_reaches_no_paper_by_id(self):
        self.person.user_id = self.portal_user
        for record in (self.notice, self.exam):
            with self.subTest(model=record._name):
                self.assert_refused(
                    "AccessError",
                    self.portal_user,
                    record._name,
                    "read",
                    record.ids,
                    ["state"],
                )

    def test_reason_window_of_another_user_is_not_used(self):
        asked = (
            self.env["gov.follow.reason"]
            .with_user(self.officer)
            .create(
                {
                    "res_model": "gov.criticism.notice",
                    "res_ids": self.notice.ids,
                    "step": "withdraw",
                    "reason": "x",
                }
            )
        )
        self.assert_refused(
            "AccessError",
            self.site_officer,
            "gov.follow.reason",
            "action_confirm",
            asked.ids,
        )
        self.assertEqual(self.notice.state, "issued")
