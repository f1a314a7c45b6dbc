"""Submit, agree, refuse, withdraw, cancel: who, when, and what stays behind."""

from odoo.tests import tagged

from ..exceptions import DocumentLocked, MovementNotReady
from .common_movement import TOMORROW, MovementCommon


@tagged("post_install", "-at_install")
class TestMovementFlow(MovementCommon):
    def statuses(self, movement):
        return movement.sudo().review_ids.sorted("sequence").mapped("status")

    def test_steps_are_asked_in_order(self):
        movement = self.submitted(user=self.site_officer)

        self.assertEqual(movement.state, "submitted")
        # the site officer proposed, nobody is in charge of the new site: both skipped
        self.assertEqual(self.statuses(movement), ["pending", "waiting", "waiting"])
        self.assertEqual(movement._my_review(), movement.review_ids.browse())
        self.assertTrue(movement.with_user(self.liaison).can_decide)
        self.assertIn(self.liaison.name, movement.waiting_for)

    def test_skipped_steps_stand_in_the_log(self):
        movement = self.submitted(user=self.site_officer)

        self.assertEqual(self.actions(movement), ["create", "submit", "skip", "skip"])

    def test_last_step_approves_and_effect_follows_by_itself(self):
        movement = self.submitted(user=self.site_officer)

        self.agree(movement, self.liaison, self.officer)
        self.assertEqual(movement.state, "submitted")
        self.agree(movement, self.leader, words="同意调配")

        self.assertEqual(movement.state, "done")
        self.assertEqual(
            self.actions(movement)[-5:],
            ["approve", "approve", "approve", "complete", "apply"],
        )
        last = movement.step_ids.filtered(lambda s: s.action == "approve")[-1:]
        self.assertRecordValues(
            last, [{"user_id": self.leader.id, "comment": "同意调配"}]
        )

    def test_nobody_decides_out_of_turn(self):
        movement = self.submitted(user=self.site_officer)

        for user in (self.leader, self.officer, self.site_officer):
            with self.subTest(user=user.login), self.assertRaises(DocumentLocked):
                self.agree(movement, user)

    def test_proposer_never_decides_own_proposal(self):
        movement = self.submitted(user=self.officer)

        self.agree(movement, self.site_officer, self.liaison)
        with self.assertRaises(DocumentLocked):
            self.agree(movement, self.officer)

        self.agree(movement, self.officer_b)
        self.assertEqual(self.statuses(movement)[-1], "pending")

    def test_person_concerned_never_decides(self):
        self.person.user_id = self.officer_b
        movement = self.submitted(user=self.site_officer)

        reviewers = movement.sudo().review_ids.reviewer_ids

        self.assertIn(self.officer, reviewers)
        self.assertNotIn(self.officer_b, reviewers)

    def test_refusal_ends_it_and_changes_nothing(self):
        movement = self.submitted(user=self.site_officer)
        versions = len(self.person.version_ids)

        movement.with_user(self.liaison)._decide(False, "该同志为业务骨干")

        self.assertEqual(movement.state, "refused")
        self.assertEqual(len(self.person.version_ids), versions)
        self.assertEqual(self.facts(TOMORROW).department_id, self.town)
        self.assertEqual(movement.filing_state, "none")
        step = movement.step_ids.sorted("id")[-1:]
        self.assertRecordValues(
            step,
            [
                {
                    "action": "refuse",
                    "user_id": self.liaison.id,
                    "comment": "该同志为业务骨干",
                    "state_to": "refused",
                }
            ],
        )

    def test_veto_needs_a_reason(self):
        movement = self.submitted(user=self.site_officer)

        for words in ("", "   ", None):
            with self.subTest(words=words), self.assertRaises(MovementNotReady):
                movement.with_user(self.liaison)._decide(False, words)
        self.assertEqual(movement.state, "submitted")

    def test_refused_one_is_submitted_again_as_a_new_copy(self):
        movement = self.submitted(user=self.site_officer, reason="工作需要")
        movement.with_user(self.liaison)._decide(False, "再考虑")

        action = movement.action_again()

        copy = self.env["gov.staff.movement"].browse(action["res_id"])
        self.assertRecordValues(
            copy,
            [
                {
                    "state": "draft",
                    "origin_id": movement.id,
                    "employee_id": self.person.id,
                    "reason": "工作需要",
                    "effective_date": False,
                    "requester_id": self.site_officer.id,
                }
            ],
        )
        self.assertEqual(movement.state, "refused")

    def test_proposer_withdraws_while_nobody_has_decided(self):
        movement = self.submitted(user=self.site_officer)

        movement.action_withdraw()

        self.assertEqual(movement.state, "draft")
        self.assertFalse(movement.sudo().review_ids)
        self.assertEqual(self.actions(movement)[-1], "withdraw")
        movement.action_submit()
        self.assertEqual(movement.state, "submitted")

    def test_decided_movement_is_not_withdrawn(self):
        movement = self.submitted(user=self.site_officer)
        self.agree(movement, self.liaison)

        with self.assertRaises(DocumentLocked):
            movement.action_withdraw()
        with self.assertRaises(DocumentLocked):
            movement._cancel("不需要了")

    def test_others_do_not_withdraw(self):
        movement = self.submitted(user=self.site_officer)

        with self.assertRaises(DocumentLocked):
            movement.with_user(self.leader).action_withdraw()

    def test_future_movement_is_cancelled_before_its_day(self):
        movement = self.approved(effective_date=TOMORROW)
        self.assertEqual(movement.state, "approved")

        movement._cancel("情况有变")

        self.assertEqual(movement.state, "cancelled")
        with self.on(TOMORROW):
            self.env["gov.staff.movement"]._cron_apply_due()
        self.assertEqual(self.facts(TOMORROW).department_id, self.town)

    def test_movement_in_effect_is_not_cancelled(self):
        movement = self.approved()

        with self.assertRaises(DocumentLocked):
            movement._cancel("后悔了")

    def test_cancelled_draft_makes_room_for_another(self):
        self.draft()._cancel("重复")

        self.assertEqual(self.draft().state, "draft")

    def test_mandatory_step_without_anybody_keeps_it_a_draft(self):
        self.leader.group_ids -= self.env.ref("gov_window_staff.group_leader")
        movement = self.draft()

        with self.assertRaisesRegex(MovementNotReady, "Leader|领导"):
            movement.action_submit()

    def test_kind_without_steps_is_not_submitted(self):
        self.env.ref("gov_window_staff.movement_kind_head").tier_ids.active = False

        with self.assertRaises(MovementNotReady):
            self.submitted("head")

    def test_hr_officer_adds_a_step_to_a_kind(self):
        kind = self.env.ref("gov_window_staff.movement_kind_head")
        self.env["tier.definition"].with_user(self.officer).create(
            {
                "name": "现机构意见",
                "gov_kind_id": kind.id,
                "gov_role": "site",
                "gov_step": 5,
            }
        )

        movement = self.submitted("head")

        self.assertEqual(
            movement.sudo().review_ids.sorted("sequence")[0].reviewer_ids,
            self.site_officer,
        )

    def test_step_that_is_asked_for_is_archived_not_deleted(self):
        movement = self.submitted()
        definition = movement.sudo().review_ids[:1].definition_id

        with self.assertRaises(DocumentLocked):
            definition.unlink()

    def test_reviewers_are_looked_up_again_after_a_change_of_staff(self):
        movement = self.submitted(user=self.site_officer)
        successor = self.new_user("new_liaison", "gov_window_staff.group_liaison")
        successor.gov_unit_ids = self.unit
        self.liaison.gov_unit_ids = False

        movement.with_user(self.officer).action_refresh_reviewers()

        self.assertEqual(movement._system().review_ids[0].reviewer_ids, successor)
        self.agree(movement, successor)

    def test_my_approvals_are_those_of_my_turn(self):
        movement = self.submitted(user=self.site_officer)
        domain = [("can_review", "=", True), ("state", "=", "submitted")]
        movements = self.env["gov.staff.movement"]

        def waiting(user):
            return movements.with_user(user).search(domain)

        self.assertEqual(waiting(self.liaison), movement)
        self.assertFalse(waiting(self.leader))
        self.assertEqual(
            [
                g["pending_count"]
                for g in self.liaison.with_user(self.liaison).review_user_count()
            ],
            [1],
        )
        self.agree(movement, self.liaison)
        self.assertFalse(waiting(self.liaison))

    def test_words_are_asked_for_in_a_window(self):
        movement = self.submitted(user=self.site_officer).with_user(self.liaison)
        action = movement.action_decide_refuse()

        window = self.env[action["res_model"]].with_user(self.liaison)
        window = window.with_context(**action["context"]).create({})
        with self.assertRaises(MovementNotReady):
            window.action_confirm()
        window.comment = "不同意"
        window.action_confirm()

        self.assertEqual(movement.state, "refused")

    def test_buttons_of_the_add_on_lead_to_the_same_window_or_nowhere(self):
        movement = self.submitted(user=self.site_officer).with_user(self.liaison)

        self.assertEqual(movement.validate_tier()["res_model"], "gov.movement.decision")
        self.assertEqual(movement.reject_tier()["res_model"], "gov.movement.decision")
        for button in ("restart_validation", "request_validation"):
            with self.subTest(button=button), self.assertRaises(DocumentLocked):
                getattr(movement, button)()
        with self.assertRaises(DocumentLocked):
            movement._validate_tier(movement.review_ids)
