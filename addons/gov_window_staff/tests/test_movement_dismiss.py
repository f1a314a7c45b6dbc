"""Proposals of dismissal: grounds collected, law checked, never automatic (S6-S9)."""

from datetime import date
from unittest.mock import patch

from freezegun import freeze_time

from odoo.tests import tagged

from ..exceptions import DocumentLocked, MovementNotReady
from .common import WindowStaffCommon
from .common_entry import TODAY, LeavingMixin


@tagged("post_install", "-at_install")
@freeze_time(TODAY)
class TestDismiss(LeavingMixin, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.new_person(
            "D001",
            entry=date(2025, 9, 1),
            contract_type_id=cls.staffing.id,
            gov_dispatch_unit_id=cls.unit.id,
        )

    def record(self, code, day):
        kind = self.env["gov.staff.record.kind"].search([("code", "=", code)])
        return self.env["gov.staff.record"].create(
            {
                "employee_id": self.person.id,
                "kind_id": kind.id,
                "date": day,
                "summary": "记录",
            }
        )

    def codes(self, person=None, day=TODAY):
        person = person or self.person
        grounds = person._gov_dismissal_grounds(day)
        return [ground["code"] for ground in grounds.get(person.id, [])]

    def unfit(self):
        self.record("INCAPABLE", date(2026, 1, 5))
        self.record("REFUSED_TRANSFER", date(2026, 2, 2))

    def proposal(self, answered=True, **vals):
        self.unfit()
        vals = {"legal_basis": "art40", "reason": "建议解除", **vals}
        movement = self.new_movement("dismiss", self.person, **vals)
        if answered:
            movement.legal_ids.write({"answer": "no"})
            movement.legal_ids.filtered("needs").write({"answer": "yes"})
        return movement

    def question(self, movement, article):
        return movement.legal_ids.filtered(lambda line: article in line.article)

    # -- grounds -----------------------------------------------------------------

    def test_level_5_not_passed_in_two_years_is_a_ground(self):
        person = self.new_person(entry=date(2023, 1, 9))

        self.assertEqual(self.codes(person, day=date(2028, 3, 9)), ["level5"])

    def test_holder_of_level_5_has_no_such_ground(self):
        person = self.new_person(entry=date(2023, 1, 9), certificates=[{"rank": 1}])

        self.assertEqual(self.codes(person, day=date(2028, 3, 9)), [])

    def test_unfit_and_refused_transfer_are_needed_both(self):
        self.record("INCAPABLE", date(2026, 1, 5))
        self.assertEqual(self.codes(), [])

        self.record("REFUSED_TRANSFER", date(2026, 2, 2))

        self.assertEqual(self.codes(), ["unfit"])
        self.assertEqual(self.codes(day=date(2026, 2, 1)), [])

    def test_transfer_that_the_person_refuses_counts(self):
        self.record("INCAPABLE", date(2026, 1, 5))
        transfer = self.new_movement(
            "transfer", self.person, to_department_id=self.town_b.id
        )

        transfer._person_refused(date(2026, 3, 6), "不愿意去西镇")

        self.assertEqual(transfer.state, "refused")
        self.assertIn("不愿意", transfer.step_ids.sorted("id")[-1].comment)
        ground = self.person._gov_dismissal_grounds(TODAY)[self.person.id][0]
        self.assertEqual((ground["code"], ground["date"]), ("unfit", date(2026, 3, 6)))

    def test_other_addons_add_grounds(self):
        employees = type(self.env["hr.employee"])
        annual = {"code": "annual", "text": "2025 不合格", "date": TODAY, "source": ""}
        with patch.object(
            employees,
            "_gov_dismissal_grounds",
            lambda people, day: {self.person.id: [annual]},
        ):
            movement = self.new_movement("dismiss", self.person)

        self.assertEqual(movement.ground_ids.mapped("code"), ["annual"])

    def test_people_with_grounds_are_listed_and_nothing_happens_to_them(self):
        self.unfit()
        officer = self.env["hr.employee"].with_user(self.officer)

        found = officer.search([("gov_has_grounds", "=", True)])

        self.assertIn(self.person.id, found.ids)
        self.assertIn("2026-01-05", found.browse(self.person.id).gov_ground_text)
        self.assertFalse(self.person.gov_movement_count)

    def test_selected_people_get_a_draft_proposal_once(self):
        self.unfit()
        person = self.person.with_user(self.officer)

        person.action_gov_propose_dismissal()

        movement = self.env["gov.staff.movement"].search(
            [("employee_id", "=", self.person.id)]
        )
        self.assertEqual((movement.kind, movement.state), ("dismiss", "draft"))
        self.assertEqual(movement.ground_ids.mapped("code"), ["unfit"])
        self.env.invalidate_all()
        self.assertTrue(person.gov_has_proposal)

    def test_ground_of_the_system_stays_as_it_was_found(self):
        ground = self.proposal().ground_ids

        for change in (
            lambda: ground.write({"text": "x"}),
            ground.unlink,
            lambda: ground.copy({"code": "annual"}),
        ):
            with self.subTest(change=change), self.assertRaises(DocumentLocked):
                change()

    def test_ground_of_ones_own_is_added_to_a_draft_only(self):
        movement = self.proposal()
        grounds = self.env["gov.movement.ground"].with_user(self.officer)
        own = grounds.create({"movement_id": movement.id, "text": "严重违纪"})
        own.text = "严重违反规章制度"
        movement.action_submit()

        with self.assertRaises(DocumentLocked):
            own.text = "x"
        with self.assertRaises(DocumentLocked):
            grounds.create({"movement_id": movement.id, "text": "y"})

    # -- law ---------------------------------------------------------------------

    def test_every_legal_question_is_answered_before_submission(self):
        movement = self.proposal(answered=False)

        with self.assertRaisesRegex(MovementNotReady, "13 legal questions"):
            movement.action_submit()

    def test_answered_proposal_is_submitted(self):
        movement = self.proposal()

        movement.action_submit()

        self.assertEqual(movement.state, "submitted")

    def test_pregnancy_and_illness_forbid_article_40_but_not_39(self):
        movement = self.proposal()
        for article in ("42(1)", "42(2)", "42(3)", "42(4)", "42(5)"):
            line = self.question(movement, article)
            line.answer = "yes"
            with self.subTest(article=article):
                movement.legal_basis = "art40"
                self.assertEqual(len(movement._legal_problems()), 1)
                movement.legal_basis = "art39"
                self.assertEqual(movement._legal_problems(), [])
            line.answer = "no"

    def test_union_is_told_before_a_dismissal(self):
        movement = self.proposal()
        self.question(movement, "43").answer = "no"

        with self.assertRaisesRegex(MovementNotReady, "43"):
            movement.action_submit()

    def test_answers_are_locked_with_the_proposal(self):
        movement = self.proposal()
        movement.action_submit()

        with self.assertRaises(DocumentLocked):
            movement.legal_ids[0].answer = "na"

    def test_labour_law_does_not_apply_to_formal_staff(self):
        formal = self.env.ref("gov_window_staff.contract_type_civil_servant")
        self.person.contract_type_id = formal
        movement = self.proposal(answered=False, legal_basis=False)

        self.assertIn("Civil Servants Law", movement.advice)
        movement.action_submit()

        self.assertEqual(movement.state, "submitted")

    def test_person_who_is_kept_needs_no_legal_check_and_stays(self):
        movement = self.proposal(answered=False, legal_basis=False, outcome="keep")

        self.approve(movement)

        self.assertEqual(movement.state, "done")
        self.assertFalse(self.person.gov_leave_date)

    def test_dismissal_takes_effect_after_all_steps(self):
        movement = self.proposal()

        self.approve(movement)

        self.assertEqual(self.person.gov_leave_date, TODAY)

    def test_proposal_without_a_ground_is_not_submitted(self):
        movement = self.new_movement("dismiss", self.person, reason="x", outcome="keep")

        with self.assertRaisesRegex(MovementNotReady, "ground"):
            movement.action_submit()

    # -- facts on the form ---------------------------------------------------------

    def test_year_results_stand_on_the_form(self):
        employees = type(self.env["hr.employee"])
        with patch.object(
            employees,
            "_gov_annual_grades",
            lambda people: {self.person.id: [(2025, "优秀"), (2024, "合格")]},
        ):
            movement = self.new_movement("level_up", self.person)

            self.assertEqual(movement.annual_grades, "2025: 优秀\n2024: 合格")

    def test_backbone_is_warned_of_before_a_transfer(self):
        self.person.gov_is_backbone = True

        movement = self.new_movement("transfer", self.person)

        self.assertIn("backbone", movement.advice)
