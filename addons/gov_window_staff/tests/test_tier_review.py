"""Holes of the approval add-on: each test fails without its guard."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from ..exceptions import DocumentLocked
from .common_movement import MovementCommon


@tagged("post_install", "-at_install")
class TestTierReview(MovementCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plain = cls.new_user("plain")

    def setUp(self):
        super().setUp()
        self.movement = self.submitted(user=self.site_officer)
        self.reviews = self.movement.sudo().review_ids.sorted("sequence")

    def everybody(self):
        return (self.plain, self.site_officer, self.liaison, self.leader, self.officer)

    def test_nobody_writes_a_review_by_hand(self):
        for user in self.everybody():
            for vals in ({"status": "approved"}, {"comment": "同意"}, {"res_id": 1}):
                with self.subTest(user=user.login, vals=vals):
                    with self.assertRaises(AccessError):
                        self.reviews.with_user(user).write(vals)
        self.assertEqual(
            self.reviews.mapped("status"), ["pending", "waiting", "waiting"]
        )

    def test_nobody_makes_or_deletes_a_review(self):
        vals = {"model": "gov.staff.movement", "res_id": self.movement.id}
        for user in self.everybody():
            with self.subTest(user=user.login):
                with self.assertRaises(AccessError):
                    self.env["tier.review"].with_user(user).create(vals)
                with self.assertRaises(AccessError):
                    self.reviews.with_user(user).unlink()

    def test_reviews_are_read_with_the_document_only(self):
        for user, expected in (
            (self.plain, 0),
            (self.site_officer, 3),
            (self.liaison, 3),
            (self.leader, 3),
        ):
            found = (
                self.env["tier.review"]
                .with_user(user)
                .search([("model", "=", "gov.staff.movement")])
            )
            with self.subTest(user=user.login):
                self.assertEqual(len(found & self.reviews.with_user(user)), expected)
        with self.assertRaises(AccessError):
            self.reviews.with_user(self.plain).read(["comment"])

    def test_visitors_and_portal_users_read_neither_reviews_nor_steps(self):
        portal = self.new_user("portal", "base.group_portal")
        public = self.env.ref("base.public_user")

        for user in (portal, public):
            for model in ("tier.review", "tier.definition"):
                with self.subTest(user=user.login, model=model):
                    with self.assertRaises(AccessError):
                        self.env[model].with_user(user).search([])

    def test_counter_of_open_reviews_works_without_a_right_to_write(self):
        user = self.liaison.with_user(self.liaison)

        self.assertEqual(user.review_user_count()[0]["pending_count"], 1)

    def comment_window(self, user, reviews, movement=None, decision="validate"):
        """The add-on's window for comments, as a script would fill it."""
        return (
            self.env["comment.wizard"]
            .with_user(user)
            .create(
                {
                    "res_model": "gov.staff.movement",
                    "res_id": (movement or self.movement).id,
                    "review_ids": [(6, 0, reviews.ids)],
                    "validate_reject": decision,
                    "comment": "x",
                }
            )
        )

    def test_window_of_the_add_on_does_not_jump_the_queue(self):
        for decision in ("validate", "reject"):
            with self.subTest(decision=decision), self.assertRaises(AccessError):
                self.comment_window(
                    self.leader, self.reviews[-1], decision=decision
                ).add_comment()
        self.assertEqual(
            self.reviews.mapped("status"), ["pending", "waiting", "waiting"]
        )

    def test_window_of_the_add_on_takes_no_reviews_of_another_document(self):
        other = self.submitted("level_up", user=self.site_officer)

        with self.assertRaises(AccessError):
            self.comment_window(
                self.liaison, self.reviews[0], movement=other
            ).add_comment()
        self.assertFalse(self.reviews[0].comment)

    def test_window_of_the_add_on_leaves_the_decision_to_the_form(self):
        with self.assertRaises(DocumentLocked):
            self.comment_window(self.liaison, self.reviews[0]).add_comment()
        self.assertEqual(self.reviews[0].status, "pending")

    def test_generic_flow_refuses_reviews_of_somebody_else(self):
        mixin = self.movement.with_user(self.leader)

        with self.assertRaises(AccessError):
            mixin._gov_mine(self.reviews[-1])
        self.assertEqual(
            self.movement.with_user(self.liaison)._gov_mine(self.reviews[0]),
            self.reviews[0],
        )
