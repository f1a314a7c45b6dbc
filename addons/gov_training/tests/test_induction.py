"""Induction before post start (T5, D36): warned of, refused, allowed once."""

from datetime import timedelta
from unittest.mock import patch

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked, MovementNotReady
from odoo.addons.gov_window_staff.rules.identity import check_character

from ..exceptions import InductionMissing
from .common import TrainingCommon
from .common_exam import ExamBuilders

NUMBER = "320800199506070" + "02"
IDENTITY = NUMBER + check_character(NUMBER)
REFUSAL = "Not on record before post start"


@tagged("post_install", "-at_install")
class TestInduction(ExamBuilders, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.today = cls.env["gov.staff.movement"]._today()
        for policy in cls.env["gov.induction.policy"].search([]):
            policy.version_ids.action_back_to_draft()
        cls.new_bank(2)
        cls.give_login(cls.ann)
        cls.env.ref("gov_window_staff.movement_kind_entry").needs_vetting = False
        cls.unit = cls.env["res.partner"].create(
            {"name": "Unit", "is_company": True, "is_gov_unit": True}
        )

    @classmethod
    def rules(cls, mode="block", county=None, **vals):
        policy = cls.env["gov.induction.policy"].create(
            {
                "name": f"Rules {mode}",
                "code": f"T-{mode}",
                "department_id": (county or cls.county).id,
            }
        )
        version = cls.env["gov.induction.policy.version"].create(
            {"policy_id": policy.id, "date_from": "2020-01-01", "mode": mode, **vals}
        )
        version.action_put_in_force()
        return version

    def transfer(self, person=None, **vals):
        return self.env["gov.staff.movement"].create(
            {
                "kind": "transfer",
                "employee_id": (person or self.ann).id,
                "effective_date": self.today,
                "to_department_id": self.town_b.id,
                "reason": "needed there",
                "consent_note": "agreed",
                **vals,
            }
        )

    def entry(self, **vals):
        return self.env["gov.staff.movement"].create(
            {
                "kind": "entry",
                "effective_date": self.today,
                "candidate_name": "Newcomer",
                "candidate_identification": IDENTITY,
                "to_department_id": self.town_a.id,
                "unit_id": self.unit.id,
                "to_contract_type_id": self.env.ref(
                    "gov_window_staff.contract_type_dispatched"
                ).id,
                **vals,
            }
        )

    def assert_refused(self, movement):
        with self.assertRaisesRegex(MovementNotReady, REFUSAL):
            movement._check_submittable()

    def assert_lacking(self, movement, *parts):
        self.assertEqual(movement._induction_lacking(), parts)

    def train(self, *people):
        """A finished induction session."""
        kind = self.env.ref("gov_training.kind_induction").id
        return self.new_session("done", people, kind_id=kind)

    def examine(self, person):
        exam = self.new_exam([person], is_induction=True)
        self.sit(exam, person)
        return exam

    # -- rules -----------------------------------------------------------------------

    def test_without_rules_nobody_is_asked(self):
        self.assert_lacking(self.transfer())

    def test_county_that_warns_does_not_refuse(self):
        self.rules("warn")
        movement = self.transfer()

        movement._check_submittable()

        self.assertIn(REFUSAL, movement.advice)

    def test_county_that_refuses_does_not_submit(self):
        self.rules()
        for movement in (self.transfer(), self.entry()):
            with self.subTest(kind=movement.kind):
                self.assert_refused(movement)

    def test_other_county_keeps_its_own_rules(self):
        other = self.new_site("O", "county")
        self.rules("block", county=other)

        self.assert_lacking(self.transfer())

    def test_movement_that_is_not_named_is_not_asked(self):
        self.rules(for_transfer=False)

        self.assert_lacking(self.transfer())

    def test_earlier_staff_are_not_asked(self):
        self.rules(entered_from="2025-01-02")

        self.assert_lacking(self.transfer())

    def test_rules_in_force_are_not_changed(self):
        version = self.rules()

        with self.assertRaises(DocumentLocked):
            version.mode = "warn"

    def test_rules_ask_for_something(self):
        with self.assertRaises(UserError):
            self.rules(needs_training=False, needs_exam=False)

    # -- evidence --------------------------------------------------------------------

    def test_training_and_exam_fulfil_the_induction(self):
        self.rules()
        movement = self.transfer()
        self.assert_lacking(movement, "training", "exam")

        self.train(self.ann)
        self.assert_lacking(movement, "exam")
        self.examine(self.ann)

        self.assert_lacking(movement)
        movement._check_submittable()

    def test_county_may_ask_for_the_training_alone(self):
        self.rules(needs_exam=False)
        self.train(self.ann)

        self.assert_lacking(self.transfer())

    def test_other_training_and_other_exam_do_not_count(self):
        self.rules()
        self.new_session("done", [self.ann])
        self.sit(self.new_exam([self.ann]), self.ann)

        self.assert_lacking(self.transfer(), "training", "exam")

    def test_absence_and_failure_do_not_count(self):
        self.rules()
        exam = self.new_exam([self.ann], is_induction=True)
        self.sit(exam, self.ann, right=False)
        kind = self.env.ref("gov_training.kind_induction").id
        session = self.new_session("ongoing", [self.ann], kind_id=kind)
        session.enrollment_ids.action_absent()
        session.action_close()

        self.assert_lacking(self.transfer(), "training", "exam")

    def test_exam_that_was_called_off_does_not_count(self):
        self.rules(needs_training=False)
        self.examine(self.ann).action_cancel()

        self.assert_lacking(self.transfer(), "exam")

    def test_who_comes_back_is_known_by_the_number(self):
        self.rules()
        self.ann.identification_id = IDENTITY
        self.train(self.ann)
        self.examine(self.ann)

        self.assert_lacking(self.entry())

    def test_lacking_people_are_found_at_once(self):
        self.rules()
        self.train(self.ann)
        people = self.ann + self.bob

        found = people._gov_induction_lacking(self.today)

        self.assertEqual(
            found, {self.ann.id: ("exam",), self.bob.id: ("training", "exam")}
        )

    # -- by the office ---------------------------------------------------------------

    def certify(self, movement, day=None, user=None):
        wizard = self.env["gov.induction.certify"].with_user(user or self.officer)
        wizard.create(
            {
                "movement_id": movement.id,
                "day": day or self.today,
                "proof": "Bureau No. 12",
            }
        ).action_apply()

    def test_proof_from_outside_counts_and_is_on_record(self):
        self.rules()
        movement = self.entry()

        self.certify(movement)

        movement._check_submittable()
        self.assertEqual(movement.induction_user_id, self.officer)
        self.assertIn("Bureau No. 12", movement.sudo().step_ids[-1:].comment or "")

    def test_proof_lies_in_the_past(self):
        with self.assertRaises(UserError):
            self.certify(self.entry(), self.today + timedelta(days=1))

    def test_proof_is_accepted_by_officers_only(self):
        movement = self.transfer()
        with self.assertRaises(AccessError):
            self.certify(movement, user=self.site_officer)
        with self.assertRaises(UserError):
            movement.with_user(self.site_officer)._certify_induction(self.today, "x")

    def test_proof_is_not_forged(self):
        movement = self.transfer()

        with self.assertRaises(DocumentLocked):
            movement.write({"induction_on": self.today})
        forged = self.env["gov.staff.movement"].with_context(
            default_induction_on=self.today
        )
        self.assertFalse(forged.create({"kind": "transfer"}).induction_on)

    def allow(self, movement, days=10):
        until = self.today + timedelta(days=days)
        movement.with_user(self.officer)._allow_duty(until, "short of staff")

    def test_duty_is_allowed_once_with_reason_and_day(self):
        self.rules()
        first = self.transfer()
        self.allow(first)
        first._check_submittable()
        second = self.transfer(
            kind="secondment", end_date=self.today + timedelta(days=30)
        )

        with self.assertRaisesRegex(UserError, "allowed once"):
            self.allow(second)

        self.assertEqual(first.duty_user_id, self.officer)
        self.assertIn("short of staff", first.sudo().step_ids[-1:].comment)
        self.assert_refused(second)

    def test_duty_is_allowed_by_officers_within_the_time_of_the_rules(self):
        self.rules()
        movement = self.transfer()

        with self.assertRaises(UserError):
            self.allow(movement, days=31)
        with self.assertRaises(DocumentLocked):
            movement.with_user(self.site_officer)._allow_duty(self.today, "x")

        self.assertFalse(movement.duty_until)

    # -- checklist -------------------------------------------------------------------

    def entered(self, **vals):
        """An entry in effect, with its checklist."""
        entry = self.entry(**vals)
        entry._add_newcomer_lines()
        system = entry._system()
        system.write({"state": "approved"})
        with patch.object(type(entry), "_notify_both_sides", lambda self: None):
            self.assertTrue(entry._apply())
        return entry

    def item(self, entry, code):
        return entry.newcomer_line_ids.filtered(lambda ln: ln.item_id.code == code)

    def test_checklist_ticks_itself(self):
        entry = self.entered()
        person = entry.employee_id
        self.give_login(person, "newcomer")

        self.train(person)
        self.assertTrue(self.item(entry, "training").is_done)
        self.assertFalse(self.item(entry, "exam").is_done)
        self.examine(person)

        self.assertTrue(self.item(entry, "exam").is_done)

    def test_checklist_is_ticked_when_the_proof_was_there_before(self):
        entry = self.entry()
        self.certify(entry)
        entry._add_newcomer_lines()
        entry._system().write({"state": "approved"})
        with patch.object(type(entry), "_notify_both_sides", lambda self: None):
            entry._apply()

        self.assertTrue(self.item(entry, "training").is_done)
        self.assertEqual(self.item(entry, "exam").done_date, self.today)

    def test_click_is_no_proof_where_the_county_refuses(self):
        self.rules()
        entry = self.entered()

        with self.assertRaises(InductionMissing):
            self.item(entry, "exam").action_done()
        self.item(entry, "uniform").action_done()

    def test_click_is_enough_where_the_county_warns(self):
        self.rules("warn")
        entry = self.entered()

        self.item(entry, "exam").action_done()

        self.assertTrue(self.item(entry, "exam").is_done)
