"""Joint penalty (连带扣发): off by default, approved by a leader, rewards only."""

from datetime import date

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.tests.common import RpcCommon

from .common_rub import RuleSetCommon

GRADES = [
    {"name": "好", "code": "A", "standing": "good", "min_score": 95},
    {"name": "一般", "code": "B", "standing": "fair"},
]


class PenaltyCommon(RuleSetCommon):
    """A text with a joint penalty in use; two people of one unit and another."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        rule = {"name": "连带扣发", "item_codes": "1.1, 1.3", "months_max": 3}
        cls.new_rule_set(
            {"1": 100},
            {"1.1": 10, "1.2": 10, "1.3": 10},
            GRADES,
            reward_base=200,
            penalty_is_on=True,
            penalty_ids=[(0, 0, rule)],
        )
        cls.offender, cls.near, cls.far = cls.new_people(3)
        unit = cls.new_unit()
        for person in (cls.offender, cls.near):
            person.gov_dispatch_unit_id = unit
        cls.event = cls.new_event(cls.offender, "1.1")

    def new_penalty(self, user=None, **vals):
        return (
            self.env["gov.joint.penalty"]
            .with_user(user or self.officer)
            .create({"event_id": self.event.id, "reason": "Found", **vals})
        )

    def approved(self, **vals):
        penalty = self.new_penalty(**vals)
        penalty.action_submit()
        penalty.with_user(self.leader).action_approve()
        return penalty


@tagged("post_install", "-at_install")
class TestJointPenalty(PenaltyCommon):
    def test_proposal_comes_from_the_rule(self):
        penalty = self.new_penalty()

        self.assertRecordValues(
            penalty,
            [
                {
                    "employee_id": self.offender.id,
                    "rule_id": self.version.penalty_ids.id,
                    "date_from": date(2026, 10, 1),
                    "offender_months": 1,
                    "colleague_months": 1,
                    "person_ids": self.near.ids,
                    "state": "draft",
                }
            ],
        )

    def test_approved_penalty_stops_the_rewards_and_says_why(self):
        self.approved()

        batch = self.new_round("graded")

        self.assert_rewards(batch, {self.offender: 0, self.near: 0, self.far: 200})
        self.assert_totals(batch, {self.offender: 90, self.near: 100})
        self.assertIn("连带扣发", self.appraisal(batch, self.near).withheld_note)
        self.assertFalse(self.appraisal(batch, self.far).withheld_note)

    def test_proposed_penalty_stops_nothing(self):
        self.new_penalty().action_submit()

        batch = self.new_round("graded")

        self.assert_rewards(batch, {self.near: 200})

    def test_penalty_lasts_its_months_and_no_longer(self):
        self.approved(colleague_months=2)
        rounds = {}
        for first in ("2026-11-01", "2026-12-01"):
            rounds[first] = self.env["gov.appraisal.round"].create(
                {"county_id": self.county.id, "date_from": first}
            )
            self.advance(rounds[first], "graded")

        self.assert_rewards(rounds["2026-11-01"], {self.near: 0, self.offender: 200})
        self.assert_rewards(rounds["2026-12-01"], {self.near: 200})

    def test_graded_month_is_scored_again_after_the_approval(self):
        batch = self.new_round("graded")

        self.approved()

        self.assertEqual(batch.state, "open")
        self.advance(batch, "graded")
        self.assert_rewards(batch, {self.near: 0})

    def test_closed_month_is_not_touched(self):
        penalty = self.new_penalty()
        penalty.action_submit()
        self.new_round("confirmed")

        with self.assertRaisesRegex(ValidationError, "first months are closed"):
            penalty.with_user(self.leader).action_approve()

    def test_text_that_has_it_off_allows_none(self):
        self.version.with_user(self.officer).action_back_to_draft()
        self.version.penalty_is_on = False
        self.version.action_put_in_force()

        with self.assertRaisesRegex(ValidationError, "no joint penalty in use"):
            self.new_penalty().action_submit()

    def test_item_without_a_rule_allows_none(self):
        other = self.new_event(self.far, "1.2")

        with self.assertRaisesRegex(ValidationError, "no joint penalty in use"):
            self.new_penalty(event_id=other.id).action_submit()

    def test_months_of_colleagues_stay_within_the_rule(self):
        for months in (0, 4):
            with self.subTest(months=months):
                penalty = self.new_penalty(colleague_months=months)
                with self.assertRaisesRegex(ValidationError, "lose 1 to 3 months"):
                    penalty.action_submit()
                penalty.unlink()

    def test_basis_and_a_confirmed_record_are_needed(self):
        with self.assertRaisesRegex(ValidationError, "write down the basis"):
            self.new_penalty(reason=False).action_submit()

    def test_nobody_approves_the_own_proposal_and_officers_approve_none(self):
        penalty = self.new_penalty()
        penalty.action_submit()

        with self.assertRaisesRegex(AccessError, "Only “Window Staff / Leader”"):
            penalty.action_approve()
        self.leader.group_ids += self.officer.group_ids
        own = penalty.with_user(self.leader)
        own.action_back_to_draft()
        own.action_submit()
        with self.assertRaisesRegex(UserError, "You proposed this yourself"):
            own.action_approve()

    def test_approved_penalty_is_not_edited_but_cancelled_with_a_reason(self):
        penalty = self.approved()
        batch = self.new_round("graded")

        for vals in ({"colleague_months": 2}, {"state": "draft"}, {"person_ids": []}):
            with self.subTest(vals=vals), self.assertRaises(DocumentLocked):
                penalty.write(vals)
        own = penalty.with_user(self.leader)
        with self.assertRaisesRegex(ValidationError, "why the penalty is cancelled"):
            own.action_cancel()
        own.cancel_reason = "Wrong person"
        own.action_cancel()

        self.assertEqual((penalty.state, batch.state), ("cancelled", "open"))
        self.advance(batch, "graded")
        self.assert_rewards(batch, {self.near: 200})

    def test_state_cannot_be_forged_at_the_creation(self):
        penalty = self.new_penalty(state="approved", approved_by_id=self.leader.id)

        self.assertEqual((penalty.state, len(penalty.approved_by_id)), ("draft", 0))
        forged = self.new_event(self.far, "1.1")
        context = {"default_state": "approved"}
        penalty = (
            self.env["gov.joint.penalty"]
            .with_user(self.officer)
            .with_context(**context)
            .create({"event_id": forged.id})
        )
        self.assertEqual(penalty.state, "draft")

    def test_person_and_rule_follow_from_the_record(self):
        penalty = self.new_penalty(employee_id=self.far.id, rule_id=False)

        penalty.write({"employee_id": self.far.id, "rule_id": False})

        self.assertEqual(penalty.employee_id, self.offender)
        self.assertEqual(penalty.rule_id, self.version.penalty_ids)

    def test_penalty_for_an_item_that_does_not_exist_is_not_put_in_force(self):
        copied = self.version.copy({"date_from": "2027-01-01"})
        copied.penalty_ids.item_codes = "1.1, 9.9"

        with self.assertRaisesRegex(UserError, "do not exist: 9.9"):
            copied.action_put_in_force()

    def test_rights_by_role(self):
        penalties = self.env["gov.joint.penalty"]
        expected = {
            self.officer: (True, True, True),
            self.leader: (True, True, False),
            self.site_officer: (False, False, False),
            self.plain_user: (False, False, False),
            self.portal_user: (False, False, False),
        }
        for user, rights in expected.items():
            with self.subTest(user=user.login):
                own = penalties.with_user(user)
                found = tuple(own.has_access(o) for o in ("read", "write", "create"))
                self.assertEqual(found, rights)


@tagged("post_install", "-at_install")
class TestJointPenaltyOverRpc(RpcCommon, PenaltyCommon):
    def test_state_is_not_written_over_the_wire(self):
        penalty = self.new_penalty()

        for user, vals in (
            (self.officer, {"state": "approved"}),
            (self.leader, {"approved_by_id": self.leader.id}),
            (self.site_officer, {"reason": "x"}),
        ):
            with self.subTest(user=user.login), self.assertRaises(JsonRpcException):
                self.call(user, "gov.joint.penalty", "write", penalty.ids, vals)
        self.assertEqual(penalty.state, "draft")

    def test_trial_is_for_officers_and_leaders(self):
        with self.assertRaisesRegex(JsonRpcException, "AccessError"):
            self.call(
                self.site_officer,
                "gov.rubric.simulation",
                "create",
                [{"version_id": self.version.id, "round_id": 1}],
            )
