"""Losses recovered from wages: decided by two people, taken within the law, closed."""

from datetime import date
from decimal import Decimal

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tests.common import JsonRpcException
from odoo.tools import mute_logger

from odoo.addons.gov_assessment.tests.common import OCTOBER
from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.tests.common import RpcCommon

from ..exceptions import NotReady
from ..models.losses.hr_payslip_loss import _element
from ..rules.recovery import Loss
from .common_tax import FAR_AWAY
from .test_pay_policy import PayPolicyCommon

NOVEMBER = OCTOBER.next()
MINIMUM = 2010


class LossBuilders:
    """People with a wage only, and losses that they caused."""

    @classmethod
    def waged(cls, wage):
        """A person who gets the wage and nothing else."""
        return cls.new_person(wage=wage, trial_end=FAR_AWAY, entry=date(2020, 1, 1))

    @classmethod
    def loss(cls, person, amount, approved=True, **vals):
        loss = (
            cls.env["gov.pay.loss"]
            .with_user(cls.officer)
            .create(
                {
                    "employee_id": person.id,
                    "loss_date": date(2026, 9, 8),
                    "cause": "高拍仪摔坏",
                    "decision": "政务办决定〔2026〕7号",
                    "amount": amount,
                    "date_from": date(2026, 10, 15),
                    **vals,
                }
            )
        )
        if approved:
            loss.action_submit()
            loss.with_user(cls.leader).action_approve()
        return loss.with_env(cls.env)

    def taken(self, run, person):
        line = self.line(run, person, "LOSS")
        return -line.total if line else None


class LossCommon(LossBuilders, PayPolicyCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rules = cls.new_rules(minimum_wage=MINIMUM)


class TestRecovery(LossCommon):
    def test_a_fifth_of_the_wage_month_by_month_until_nothing_is_left(self):
        person = self.waged(3000)
        loss = self.loss(person, 1500)
        taken, states = [], []
        month = OCTOBER

        for _time in range(3):
            run = self.computed_run(month)
            taken.append(self.taken(run, person))
            self.lock(run)
            states.append((loss.state, loss.balance))
            month = month.next()

        self.assertEqual(taken, [600, 600, 300])
        self.assertEqual(states, [("approved", 900), ("approved", 300), ("closed", 0)])
        self.assertIsNone(self.taken(self.computed_run(month), person))

    def test_the_limits_of_the_law_and_of_the_agreement_in_one_month(self):
        limits = {2512.5: 502.5, 2512.49: 502.49, 2010.01: 0.01, MINIMUM: 0}
        people = {wage: self.waged(wage) for wage in limits}
        poor = self.loss(people[MINIMUM], 1500)
        for wage in list(limits)[:3]:
            self.loss(people[wage], 1500)
        agreed, two = self.waged(3000), self.waged(3000)
        later, proposed = self.waged(3000), self.waged(3000)
        self.loss(agreed, 500, instalment=200)
        first = self.loss(two, 500, instalment=250)
        second = self.loss(two, 900)
        self.loss(later, 700, date_from=date(2026, 11, 1))
        self.loss(proposed, 700, approved=False)

        run = self.computed_run()

        found = {wage: self.taken(run, person) for wage, person in people.items()}
        self.assertEqual(found, limits)
        line = self.line(run, people[MINIMUM], "LOSS")
        self.assertEqual(line.gov_reason, "loss_limit")
        self.assertIn("2010.00", line.gov_explanation)
        self.assertEqual(poor.balance, 1500)
        self.assertEqual(self.taken(run, agreed), 200)
        parts = {part.loss_id: part.amount for part in run.gov_loss_part_ids}
        self.assertEqual((parts[first], parts[second]), (250, 350))
        self.assertIsNone(self.taken(run, later))
        self.assertIsNone(self.taken(run, proposed))

    def test_the_line_explains_itself_and_computing_again_takes_it_once(self):
        person = self.waged(3000)
        self.loss(person, 1500)
        run = self.computed_run()

        run.action_gov_compute()

        words = self.line(run, person, "LOSS").gov_explanation
        for word in ("2026-09-08", "政务办决定〔2026〕7号", "600.00", "900.00", "20%"):
            self.assertIn(word, words)
        self.assertEqual(run.gov_loss_part_ids.mapped("amount"), [600])
        self.assert_paid(run, person, gross=3000, loss=-600, net=2400)
        self.assertEqual(self.slip(run, person).gov_tax_ids.month_income, 3000)

    def test_the_bonus_of_a_year_is_no_wage_of_the_month(self):
        element = _element([Loss(1, Decimal(9000))], Decimal(2010), Decimal(20))

        found = element.of(
            {
                "EARNING": Decimal(13000),
                "BONUS": Decimal(10000),
                "PAYABLE": Decimal(12700),
            }
        )

        self.assertEqual(found.amount, -600)

    def test_a_run_that_would_take_too_much_is_not_locked(self):
        person = self.waged(3000)
        self.loss(person, 700)
        october, november = self.computed_run(), self.computed_run(NOVEMBER)
        # what an open run takes is not taken again
        self.assertEqual(self.taken(november, person), 100)
        part = november.gov_loss_part_ids.sudo()
        part._unprotected().amount = 200  # as if it had not seen the other run
        self.lock(october)
        self.approve_run(november)

        with self.assertRaisesRegex(NotReady, "another run"):
            november.action_gov_lock()


class TestNoMinimumWage(LossBuilders, PayPolicyCommon):
    def test_nothing_is_taken_and_the_check_says_so(self):
        person = self.waged(3000)
        self.loss(person, 700)

        run = self.computed_run()

        line = self.line(run, person, "LOSS")
        self.assertEqual((line.total, line.gov_reason), (0, "loss_no_floor"))
        self.assertTrue(line.gov_explanation)
        [gap] = run.gov_gap_ids.filtered(lambda gap: gap.kind == "loss_no_floor")
        self.assertTrue(gap.is_warning)
        self.assertEqual(gap.employee_id, person)


class TestDecision(LossCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.waged(3000)

    def test_two_people_decide_and_nobody_about_the_own_loss(self):
        loss = self.loss(self.person, 700, approved=False)
        loss.with_user(self.officer).action_submit()
        for user in (self.officer, self.checker, self.finance):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                loss.with_user(user).action_approve()
        self.person.user_id = self.leader
        with self.assertRaisesRegex(UserError, "yourself"):
            loss.with_user(self.leader).action_approve()
        self.person.user_id = False

        loss.with_user(self.leader).action_approve()

        self.assertEqual(loss.approved_by_id, self.leader)

    def test_a_leader_who_proposed_it_does_not_approve_it(self):
        boss = self.new_user(
            "boss", "gov_window_staff.group_leader", "gov_window_staff.group_hr_officer"
        )
        loss = self.loss(self.person, 700, approved=False).with_user(boss)
        loss.action_submit()

        with self.assertRaisesRegex(UserError, "proposed this yourself"):
            loss.action_approve()

    def test_nobody_enters_a_loss_of_the_own(self):
        self.person.user_id = self.officer

        with self.assertRaisesRegex(UserError, "yourself"):
            self.loss(self.person, 700, approved=False)

    def test_without_cause_or_decision_it_is_not_handed_in(self):
        for vals in ({"cause": False}, {"decision": " "}):
            loss = self.loss(self.person, 700, approved=False, **vals)
            with self.subTest(vals=vals), self.assertRaises(ValidationError):
                loss.with_user(self.officer).action_submit()

    def test_what_is_decided_is_changed_by_nobody(self):
        loss = self.loss(self.person, 700)
        for user in (self.officer, self.leader):
            for vals in ({"amount": 1}, {"state": "closed"}, {"employee_id": 1}):
                with self.subTest(vals=vals), self.assertRaises(DocumentLocked):
                    loss.with_user(user).write(vals)
        with self.assertRaises(DocumentLocked):
            loss.with_user(self.officer).unlink()

    def test_a_new_loss_is_a_draft_whatever_the_caller_sends(self):
        loss = self.loss(
            self.person, 700, approved=False, state="approved", approved_by_id=2
        )

        self.assertEqual((loss.state, loss.approved_by_id.id), ("draft", False))

    def test_a_leader_stops_it_and_the_open_run_is_computed_again(self):
        loss = self.loss(self.person, 700)
        run = self.computed_run()
        with self.assertRaises(AccessError):
            loss.with_user(self.officer)._stop("误录")

        loss.with_user(self.leader)._stop("误录")

        self.assertEqual((loss.state, loss.stop_reason), ("cancelled", "误录"))
        self.assertEqual(run.state, "draft")
        run.action_gov_compute()
        self.assertIsNone(self.taken(run, self.person))

    def test_while_its_run_is_being_approved_it_is_not_stopped(self):
        loss = self.loss(self.person, 700)
        run = self.computed_run()
        run.with_user(self.officer).action_gov_submit()

        with self.assertRaisesRegex(UserError, "being approved"):
            loss.with_user(self.leader)._stop("误录")

    def test_finance_reads_it_once_it_is_decided(self):
        loss = self.loss(self.person, 700, approved=False)
        seen = self.env["gov.pay.loss"].with_user(self.finance)
        self.assertNotIn(loss, seen.search([]))

        loss.with_user(self.officer).action_submit()
        loss.with_user(self.leader).action_approve()

        self.assertIn(loss, seen.search([]))


READ, ALL = {"read"}, {"read", "write", "create", "unlink"}


@tagged("post_install", "-at_install")
class TestLossRights(RpcCommon, LossCommon):
    def test_each_role_may_what_is_said_and_no_more(self):
        hr_user = self.new_user("hr", "hr.group_hr_user")
        liaison = self.new_user("liaison", "gov_window_staff.group_liaison")
        rights = {
            "gov.pay.loss": {
                self.officer: ALL,
                self.leader: {"read", "write"},
                self.finance: READ,
            },
            "gov.pay.loss.part": dict.fromkeys(
                (self.officer, self.leader, self.finance), READ
            ),
        }
        others = self.site_officer | self.plain_user | self.portal_user
        users = self.officer | self.leader | self.finance | others | hr_user | liaison
        for model, roles in rights.items():
            for user in users:
                with self.subTest(model=model, user=user.login):
                    records = self.env[model].with_user(user)
                    found = {right for right in ALL if records.has_access(right)}
                    self.assertEqual(found, roles.get(user, set()))

    def test_nobody_decides_or_writes_parts_over_the_wire(self):
        person = self.waged(3000)
        loss = self.loss(person, 700, approved=False)
        for user, model, method, args in (
            (self.officer, "gov.pay.loss", "write", [loss.ids, {"state": "approved"}]),
            (self.officer, "gov.pay.loss", "action_approve", [loss.ids]),
            (self.officer, "gov.pay.loss", "_stop", [loss.ids, "x"]),
            (self.officer, "gov.pay.loss.part", "create", [{"loss_id": loss.id}]),
            (self.site_officer, "gov.pay.loss", "read", [loss.ids, ["amount"]]),
            (self.portal_user, "gov.pay.loss", "read", [loss.ids, ["amount"]]),
        ):
            with self.subTest(user=user.login, method=method):
                with mute_logger("odoo.http"), self.assertRaises(JsonRpcException):
                    self.call(user, model, method, *args)
        self.assertEqual(loss.state, "draft")
