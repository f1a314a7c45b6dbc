"""Who may do what with reviews, rates, volumes, opinions and their rules."""

from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from odoo.addons.gov_window_staff.tests.common import ADMINISTRATOR, RpcCommon

from .common_rev import ReviewCommon

OPERATIONS = ("read", "write", "create", "unlink")
ALL = set(OPERATIONS)
OFFICERS = {"officer": ALL, "administrator": ALL}
REFERENCE = {
    **OFFICERS,
    **dict.fromkeys(("site_officer", "leader", "liaison", "plain"), {"read"}),
}
SEEN = {"site_officer": {"read"}, "leader": {"read"}}
RIGHTS = {
    "gov.review.policy": REFERENCE,
    "gov.review.policy.version": REFERENCE,
    "gov.review.indicator": REFERENCE,
    "gov.review.rate": {
        **dict.fromkeys(("officer", "administrator"), {"read"}),
        **SEEN,
    },
    "gov.service.volume": {**OFFICERS, **SEEN},
    "gov.import.volume": OFFICERS,
    "gov.review.step": {**OFFICERS, "site_officer": ALL},
    "gov.opinion": {
        **dict.fromkeys(("officer", "administrator", "site_officer"), ALL - {"unlink"}),
        "leader": {"read"},
    },
    "gov.opinion.answer": {**OFFICERS, "site_officer": ALL},
    "gov.duty.kind": REFERENCE,
    "gov.extra.duty": {**OFFICERS, "site_officer": ALL, "leader": {"read"}},
    "gov.visitor.note": {**OFFICERS, "leader": {"read"}},
}


@tagged("post_install", "-at_install")
class TestReviewRights(RpcCommon, ReviewCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.users = {
            "officer": cls.officer,
            "site_officer": cls.site_officer,
            "leader": cls.leader,
            "administrator": cls.new_user("administrator", ADMINISTRATOR),
            "liaison": cls.new_user("liaison", "gov_window_staff.group_liaison"),
            "plain": cls.plain_user,
            "portal": cls.portal_user,
        }

    def test_each_role_may_do_what_is_said_and_no_more(self):
        for model, rights in RIGHTS.items():
            for role, user in self.users.items():
                records = self.env[model].with_user(user)
                allowed = {op for op in OPERATIONS if records.has_access(op)}
                with self.subTest(model=model, role=role):
                    self.assertEqual(allowed, rights.get(role, set()))

    def test_the_wire_refuses_the_same(self):
        for role in ("liaison", "portal"):
            for model in ("gov.service.review", "gov.opinion", "gov.visitor.note"):
                with (
                    self.subTest(role=role, model=model),
                    self.assertRaisesRegex(JsonRpcException, "AccessError"),
                ):
                    self.call(self.users[role], model, "search_read", [])

    def test_steps_are_not_public_methods(self):
        review = self.bad_review()
        for method in ("_verify", "_recheck", "_withdraw_settled", "_take_recheck"):
            with self.subTest(method=method), self.assertRaises(JsonRpcException):
                self.call(
                    self.officer, "gov.service.review", method, review.ids, "mistaken"
                )
        self.assertFalse(review.verdict)

    def test_site_officer_judges_nothing_through_the_dialog(self):
        review = self.bad_review()
        step = self.call(
            self.site_officer,
            "gov.review.step",
            "create",
            {
                "review_ids": [(6, 0, review.ids)],
                "step": "verify",
                "verdict": "mistaken",
                "note": "no",
            },
        )
        with self.assertRaisesRegex(JsonRpcException, "AccessError"):
            self.call(self.site_officer, "gov.review.step", "action_apply", [step])
        self.assertFalse(review.verdict)
