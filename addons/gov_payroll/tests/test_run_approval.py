"""Who agrees to a run, in which order; nobody to the own work, nobody twice."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.tests.common import HR_OFFICER, LEADER, RpcCommon

from ..exceptions import NotReady, OwnWork
from .common import FINANCE, PayrollCommon


class ReviewCommon(PayrollCommon):
    """A computed run of one person."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.worker = cls.new_person()
        cls.pay = cls.computed_run()

    def agree(self, *users):
        for user in users:
            self.pay.with_user(user).action_gov_approve()


class TestSteps(ReviewCommon):
    def test_officer_finance_and_leader_agree_in_this_order(self):
        self.pay.action_gov_submit()
        self.assertIn(self.checker.name, self.pay.gov_waiting_for)
        self.agree(self.checker)
        self.assertIn(self.finance.name, self.pay.gov_waiting_for)
        self.agree(self.finance)
        self.assertEqual(self.pay.state, "submitted")
        self.agree(self.leader)
        self.pay.action_gov_lock()

        self.assertRecordValues(
            self.pay,
            [
                {
                    "state": "locked",
                    "gov_preparer_id": self.officer.id,
                    "gov_submitted_by_id": self.officer.id,
                    "gov_approver_id": self.leader.id,
                }
            ],
        )
        self.assertEqual(set(self.pay.slip_ids.mapped("state")), {"done"})
        self.assertEqual(
            [user for _step, user, _time in self.pay._gov_signatures()],
            [self.checker, self.finance, self.leader],
        )

    def test_a_later_step_waits_for_the_earlier_one(self):
        self.pay.action_gov_submit()

        for user in (self.finance, self.leader):
            with self.subTest(user=user.login), self.assertRaises(DocumentLocked):
                self.agree(user)

    def test_nobody_agrees_before_it_is_handed_in(self):
        for user in (self.checker, self.finance, self.leader):
            with self.subTest(user=user.login), self.assertRaises(UserError):
                self.agree(user)

    def test_agreeing_once_more_to_an_approved_run_changes_nothing(self):
        self.approve_run(self.pay)
        first = (self.pay.gov_approver_id, self.pay.gov_approved_on)

        self.agree(self.new_user("leader_2", LEADER))

        self.assertEqual((self.pay.gov_approver_id, self.pay.gov_approved_on), first)

    def test_handing_in_twice_asks_once(self):
        self.pay.action_gov_submit()
        self.pay.action_gov_submit()

        self.assertEqual(len(self.pay.sudo().review_ids), 3)

    def test_a_run_in_approval_is_neither_computed_nor_checked_anew(self):
        self.pay.action_gov_submit()

        for step in (self.pay.action_gov_compute, self.pay.action_gov_check):
            with self.subTest(step=step.__name__), self.assertRaises(UserError):
                step()

    def test_a_month_in_approval_is_not_opened_for_a_late_record(self):
        self.new_event(self.worker, "1.6")
        self.pay.action_gov_submit()

        with self.assertRaisesRegex(DocumentLocked, "being approved or paid"):
            self.pay._gov_round().with_user(self.leader)._reopen_late("Inspection")


class TestHandIn(ReviewCommon):
    def test_a_gap_found_since_then_is_named(self):
        self.worker.gov_entry_date = False

        with self.assertRaisesRegex(NotReady, self.worker.gov_staff_no):
            self.pay.action_gov_submit()

    def test_a_month_locked_again_since_then_is_computed_again_first(self):
        batch = self.pay._gov_round().sudo()._unprotected()
        batch.locked_on = "2099-01-01 00:00:00"

        with self.assertRaisesRegex(UserError, "Compute it again"):
            self.pay.action_gov_submit()

    def test_an_officer_alone_hands_in(self):
        for user in (self.finance, self.leader, self.plain_user):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.pay.with_user(user).action_gov_submit()

    def test_a_step_that_nobody_can_decide_stops_the_run(self):
        self.finance.active = False

        with self.assertRaisesRegex(UserError, "Check by Finance"):
            self.without_administrators().action_gov_submit()

    def test_the_county_check_is_skipped_on_record_without_a_second_officer(self):
        self.checker.active = False

        self.without_administrators().action_gov_submit()

        self.assertEqual(self.pay.gov_waiting_for, self.finance.name)
        self.assertIn("skipped", str(self.pay.message_ids.mapped("body")))

    def without_administrators(self):
        """The run, in an office where nobody holds every role."""
        for group in (HR_OFFICER, FINANCE, LEADER):
            users = self.env["res.users"].search(
                [("all_group_ids", "in", self.env.ref(group).ids)]
            )
            ours = self.officer | self.checker | self.finance | self.leader
            (users - ours).write({"active": False})
        return self.pay


class TestOwnWork(ReviewCommon):
    def grant(self, user, *groups):
        for group in groups:
            user.group_ids |= self.env.ref(group)

    def test_who_computed_it_agrees_to_no_step(self):
        self.grant(self.officer, FINANCE, LEADER)
        self.pay.action_gov_submit()
        for user in (self.checker, self.finance, self.leader):
            with self.subTest(step=user.login), self.assertRaises(OwnWork):
                self.agree(self.officer)
            self.agree(user)

        self.assertEqual(self.pay.state, "approved")

    def test_who_created_it_does_not_agree_though_another_computed_it(self):
        self.grant(self.officer, LEADER)
        other = self.new_user("officer_2", HR_OFFICER)
        self.pay.with_user(other).action_gov_compute()
        self.pay.with_user(other).action_gov_submit()

        with self.assertRaises(OwnWork):
            self.agree(self.officer)

    def test_who_handed_it_in_does_not_agree(self):
        self.grant(self.checker, LEADER)
        other = self.new_user("officer_2", HR_OFFICER)
        self.pay.with_user(self.checker).action_gov_submit()
        self.agree(other, self.finance)

        with self.assertRaises(OwnWork):
            self.agree(self.checker)

    def test_nobody_decides_two_steps(self):
        self.grant(self.checker, FINANCE, LEADER)
        self.pay.action_gov_submit()
        self.agree(self.checker)

        with self.assertRaisesRegex(OwnWork, "earlier step"):
            self.agree(self.checker)
        self.agree(self.finance)
        with self.assertRaises(OwnWork):
            self.agree(self.checker)


class TestRefuse(ReviewCommon):
    def refuse(self, user, words="The bonus of March is missing"):
        self.env["gov.pay.refusal"].with_user(user).create(
            {"run_id": self.pay.id, "comment": words}
        ).action_refuse()

    def test_finance_sends_it_back_with_words_and_everything_begins_anew(self):
        self.pay.action_gov_submit()
        self.agree(self.checker)

        self.refuse(self.finance)

        self.assertRecordValues(
            self.pay, [{"state": "draft", "gov_submitted_by_id": False}]
        )
        self.assertFalse(self.pay.sudo().review_ids)
        self.assertIn("bonus of March", self.pay.message_ids[0].body)
        self.pay.action_gov_compute()
        self.approve_run(self.pay)
        self.assertEqual(self.pay.state, "approved")

    def test_only_whose_turn_it_is_refuses(self):
        self.pay.action_gov_submit()

        for user in (self.leader, self.finance, self.officer):
            with self.subTest(user=user.login), self.assertRaises(UserError):
                self.refuse(user)

    def test_a_refusal_has_words(self):
        self.pay.action_gov_submit()

        with self.assertRaisesRegex(UserError, "reason"):
            self.refuse(self.checker, "  ")

    def test_a_leader_sends_back_even_what_is_approved(self):
        self.approve_run(self.pay)

        self.pay.with_user(self.leader).action_gov_back()

        self.assertRecordValues(
            self.pay, [{"state": "draft", "gov_approver_id": False}]
        )
        self.pay.action_gov_compute()
        self.assertEqual(self.pay.state, "computed")


@tagged("post_install", "-at_install")
class TestForgery(RpcCommon, ReviewCommon):
    def test_no_client_decides_past_the_buttons(self):
        self.pay.action_gov_submit()
        review = self.pay.sudo().review_ids[0]
        calls = (
            (self.officer, "hr.payslip.run", "restart_validation", [self.pay.id]),
            (self.officer, "hr.payslip.run", "request_validation", [self.pay.id]),
            (self.leader, "hr.payslip.run", "validate_tier", [self.pay.id]),
            (
                self.checker,
                "tier.review",
                "write",
                [review.id],
                {"status": "approved", "done_by": self.checker.id},
            ),
            (
                self.officer,
                "hr.payslip.run",
                "write",
                [self.pay.id],
                {"state": "approved"},
            ),
        )
        for user, model, method, *args in calls:
            with (
                self.subTest(method=method),
                self.assertRaisesRegex(Exception, "AccessError|DocumentLocked"),
                mute_logger("odoo.http"),
            ):
                self.call(user, model, method, *args)
        self.assertEqual(self.pay.state, "submitted")

    def test_finance_agrees_over_rpc_in_turn(self):
        self.pay.action_gov_submit()
        self.agree(self.checker)

        self.call(self.finance, "hr.payslip.run", "action_gov_approve", [self.pay.id])

        self.pay.invalidate_recordset()
        self.assertEqual(self.pay.gov_waiting_for.count(self.finance.name), 0)

    def test_officers_edit_the_steps_of_the_run_and_others_do_not(self):
        steps = self.env["tier.definition"]
        vals = {"name": "Second look", "gov_is_pay": True, "gov_pay_role": "leader"}

        step = steps.with_user(self.officer).create(vals)

        self.assertEqual(step.model, "hr.payslip.run")
        for user in (self.finance, self.plain_user):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                steps.with_user(user).create(vals)

    def test_officers_leave_the_steps_of_finance_and_leader_as_they_are(self):
        steps = self.env["tier.definition"].search([("gov_is_pay", "=", True)])
        others = steps.filtered(lambda step: step.gov_pay_role != "officer")
        self.assertTrue(others)

        for step in others.with_user(self.officer):
            for change in (lambda s=step: s.write({"active": False}), step.unlink):
                with self.subTest(step=step.name), self.assertRaises(AccessError):
                    change()

        others.with_user(self.leader).active = False
        self.assertFalse(any(others.mapped("active")))
