"""Correction of a closed month: shown, approved, applied, arrears left."""

from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.rules.month import Month

from .common import OCTOBER
from .common_appeal import CorrectionCommon


@tagged("post_install", "-at_install")
class TestCorrection(CorrectionCommon):
    def test_proposal_shows_everybody_who_changes_and_changes_nothing(self):
        correction = self.propose()

        self.assertEqual(correction.state, "draft")
        self.assert_line(
            correction,
            self.lan,
            total_before=90,
            total_after=110,
            rank_before=4,
            rank_after=1,
            grade_before="fair",
            grade_after="good",
            reward_before=270,
            reward_after=330,
            reward_difference=60,
        )
        # the place of lan was that of mei
        self.assert_line(
            correction, self.mei, grade_before="good", grade_after="fair", rank_after=2
        )
        self.assert_totals(self.batch, {self.lan: 90})
        self.assertEqual(self.event.state, "confirmed")

    def test_applying_writes_results_and_withdraws_the_record(self):
        correction = self.applied()

        self.assertEqual(correction.state, "applied")
        self.assertEqual(self.batch.state, "locked")
        self.assert_totals(self.batch, {self.lan: 110, self.mei: 105})
        self.assert_grades(self.batch, {self.lan: "good", self.mei: "fair"})
        self.assert_rewards(self.batch, {self.lan: 330})
        self.assertRecordValues(
            self.event, [{"state": "withdrawn", "withdraw_reason": "申诉成立"}]
        )
        lines = self.appraisal(self.batch, self.lan).line_ids
        self.assertNotIn(self.event, lines.event_id)

    def test_values_before_are_kept(self):
        correction = self.applied()

        self.assert_line(correction, self.lan, total_before=90, reward_before=270)
        self.assertEqual(correction.approved_by_id, self.leader)
        self.assertEqual(correction.applied_by_id, self.handler)

    def test_quota_is_not_exceeded_by_a_correction(self):
        self.applied()

        good = self.batch.appraisal_ids.filtered(lambda a: a.grade == "good")
        self.assertLessEqual(len(good), self.batch.good_quota)

    def test_second_correction_starts_from_the_first(self):
        self.applied()
        again = self.new_late_loss()

        correction = self.propose(without=again)

        self.assertFalse(correction.line_ids)

    def new_late_loss(self):
        """A record of October that came late and counts in November (D39)."""
        return self.new_event(self.tao, "2.2", day=date(2026, 10, 9))

    def test_correction_without_any_difference_can_be_applied(self):
        correction = self.propose(without=self.new_late_loss())
        self.assertEqual(correction.people_count, 0)

        correction.with_user(self.leader).action_approve()
        correction.with_user(self.handler).action_apply()

        self.assertEqual(correction.event_ids.state, "withdrawn")

    def test_case_that_was_closed_gives_the_month_a_grade(self):
        batch = self.new_round_with_case()
        appraisal = self.appraisal(batch, self.bo)
        self.assertEqual(appraisal.grade, "suspended")
        case = appraisal.case_id

        correction = self.env["gov.appraisal.correction"]._propose(
            batch, "case_closed", "结案", without=case, origin=case
        )
        self.assertEqual(correction.origin_ref, case)
        self.assert_line(
            correction,
            self.bo,
            grade_before="suspended",
            grade_after="fair",
            reward_before=0,
            reward_after=300,
        )
        correction.with_user(self.leader).action_approve()
        correction.with_user(self.handler).action_apply()

        self.assertEqual(appraisal.grade, "fair")
        self.assertFalse(appraisal.is_suspended)

    def new_round_with_case(self):
        self.new_case(self.bo, opened=date(2026, 11, 3))
        return self.new_round("locked", Month(2026, 11))

    def test_review_that_was_mistaken_gives_the_points_back(self):
        review = self.new_review(self.tao, at=date(2026, 11, 4))
        batch = self.new_round("locked", Month(2026, 11))
        correction = self.env["gov.appraisal.correction"]._propose(
            batch, "review_withdrawn", "复核为误评", without=review, origin=review
        )
        self.assert_line(correction, self.tao, total_before=98, total_after=100)

        correction.with_user(self.leader).action_approve()
        correction.with_user(self.handler).action_apply()

        self.assertEqual(review.verdict, "mistaken")
        self.assert_totals(batch, {self.tao: 100})

    def test_month_that_is_not_published_is_scored_again_instead(self):
        batch = self.new_round("graded", Month(2026, 11))

        with self.assertRaisesRegex(UserError, "score it again"):
            self.env["gov.appraisal.correction"]._propose(batch, "appeal", "x")

    def test_facts_changed_meanwhile_are_looked_at_again(self):
        first, second = self.propose(), self.propose()
        for correction in (first, second):
            correction.with_user(self.leader).action_approve()
        first.with_user(self.handler).action_apply()

        with self.assertRaisesRegex(UserError, "Compute Again"):
            second.with_user(self.handler).action_apply()
        second.with_user(self.handler).action_compute()

        self.assertEqual(second.state, "draft")
        self.assertFalse(second.line_ids)
        self.assertFalse(second.approved_by_id)

    def test_cancelled_correction_changes_nothing(self):
        correction = self.propose()

        wizard = self.env["gov.appraisal.correction.cancel"].with_user(self.handler)
        wizard.create(
            {"correction_id": correction.id, "reason": "选错记录"}
        ).action_confirm()

        self.assertRecordValues(
            correction, [{"state": "cancelled", "cancel_reason": "选错记录"}]
        )
        self.assert_totals(self.batch, {self.lan: 90})
        with self.assertRaises(UserError):
            correction.with_user(self.leader).action_approve()

    def test_each_step_is_a_to_do_of_those_who_may_take_it(self):
        correction = self.propose()
        users = correction.activity_ids.user_id
        self.assertIn(self.leader, users)
        self.assertNotIn(self.officer, users)

        correction.with_user(self.leader).action_approve()
        self.assertEqual(correction.activity_ids.user_id, self.handler)

        correction.with_user(self.handler).action_apply()
        self.assertFalse(correction.activity_ids)

    def test_round_counts_and_opens_its_corrections(self):
        correction = self.propose()

        self.assertEqual(self.batch.correction_count, 1)
        action = self.batch.action_open_corrections()
        found = self.env[action["res_model"]].search(action["domain"])
        self.assertEqual(found, correction)


@tagged("post_install", "-at_install")
class TestArrears(CorrectionCommon):
    def due(self, month):
        return self.env["gov.appraisal.correction.line"]._due(self.county, month)

    def test_differences_wait_for_the_next_pay_once(self):
        correction = self.applied()

        lines = self.due(Month(2026, 11))
        self.assertEqual(lines.employee_id, self.lan)
        self.assertEqual(sum(lines.mapped("reward_difference")), 60)
        self.assertEqual(correction.difference_total, 60)

        lines._mark_paid(Month(2026, 11))
        self.assertFalse(self.due(Month(2026, 11)))
        self.assertEqual(lines.paid_month, date(2026, 11, 1))

        lines._mark_paid(None)
        self.assertEqual(self.due(Month(2026, 11)), lines)

    def test_proposals_are_not_due(self):
        self.propose()

        self.assertFalse(self.due(Month(2026, 11)))

    def test_earlier_months_do_not_owe_later_ones(self):
        self.applied()

        self.assertFalse(self.due(Month(2026, 9)))
        self.assertTrue(self.due(OCTOBER))


@tagged("post_install", "-at_install")
class TestCorrectionRights(CorrectionCommon):
    def test_grader_neither_approves_nor_applies(self):
        correction = self.propose()
        self.officer.group_ids += self.env.ref("gov_window_staff.group_leader")

        with self.assertRaisesRegex(UserError, "scored or graded"):
            correction.with_user(self.officer).action_approve()
        correction.with_user(self.leader).action_approve()
        with self.assertRaisesRegex(UserError, "scored or graded"):
            correction.with_user(self.officer).action_apply()

    def test_proposer_does_not_approve(self):
        self.handler.group_ids += self.env.ref("gov_window_staff.group_leader")
        correction = self.propose()

        with self.assertRaisesRegex(UserError, "proposed this correction"):
            correction.with_user(self.handler).action_approve()

    def test_nothing_is_applied_without_the_leader(self):
        with self.assertRaises(UserError):
            self.propose().with_user(self.handler).action_apply()

    def test_officer_does_not_approve_and_leader_does_not_apply(self):
        correction = self.propose()

        with self.assertRaises(AccessError):
            correction.with_user(self.handler).action_approve()
        correction.with_user(self.leader).action_approve()
        with self.assertRaises(AccessError):
            correction.with_user(self.leader).action_apply()

    def test_nobody_writes_a_correction_by_hand(self):
        correction = self.propose()

        for user in (self.handler, self.leader):
            with self.subTest(user=user.login), self.assertRaises(DocumentLocked):
                correction.with_user(user).write({"state": "approved"})
        with self.assertRaises(DocumentLocked):
            correction.line_ids[:1].with_user(self.handler).write({"reward_after": 9})
        with self.assertRaises(DocumentLocked):
            self.env["gov.appraisal.correction"].with_user(self.handler).create(
                {"round_id": self.batch.id, "cause": "appeal", "reason": "x"}
            )

    def test_context_does_not_forge_an_approval(self):
        correction = (
            self.env["gov.appraisal.correction"]
            .with_context(default_state="approved", default_approved_by_id=self.uid)
            ._propose(self.batch, "appeal", "x", without=self.event)
        )

        self.assertEqual(correction.state, "draft")
        self.assertFalse(correction.approved_by_id)

    def test_others_do_not_read_corrections(self):
        correction = self.propose()

        for user in (self.site_officer, self.plain_user, self.portal_user):
            for records in (correction, correction.line_ids):
                with self.subTest(user=user.login, model=records._name):
                    with self.assertRaises(AccessError):
                        records.with_user(user).read(["state"])

    def test_site_officer_opens_a_round_with_corrections(self):
        self.propose()

        self.assertEqual(
            self.batch.with_user(self.site_officer).read(["headcount"])[0]["headcount"],
            4,
        )
