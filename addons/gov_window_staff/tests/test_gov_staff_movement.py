"""A movement as a document: what it remembers, and what nobody writes by hand."""

import psycopg2

from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from ..exceptions import DocumentLocked
from .common_movement import LAST_WEEK, TODAY, MovementCommon


@tagged("post_install", "-at_install")
class TestMovement(MovementCommon):
    def test_present_facts_are_those_of_the_day_of_choosing(self):
        movement = self.draft()
        self.person._gov_write_dated(LAST_WEEK, {"gov_window_id": False})

        self.assertRecordValues(
            movement,
            [
                {
                    "person_name": "张三",
                    "staff_no": self.person.gov_staff_no,
                    "department_id": self.town.id,
                    "window_id": self.window.id,
                    "unit_id": self.unit.id,
                    "county_id": self.county.id,
                    "state": "draft",
                }
            ],
        )

    def test_submission_reads_the_present_facts_again(self):
        movement = self.draft()
        self.person._gov_write_dated(LAST_WEEK, {"gov_window_id": False})

        movement.action_submit()

        self.assertFalse(movement.window_id)

    def test_each_movement_has_a_number_of_its_own(self):
        first, second = self.draft(), self.draft("return")

        self.assertTrue(first.name.startswith("BD"))
        self.assertNotEqual(first.name, second.name)

    def test_one_open_movement_per_person_and_kind(self):
        self.draft()

        with mute_logger("odoo.sql_db"), self.assertRaises(psycopg2.IntegrityError):
            self.draft()

    def test_one_open_entry_per_id_number(self):
        self.draft("entry")

        with mute_logger("odoo.sql_db"), self.assertRaises(psycopg2.IntegrityError):
            self.draft("entry", candidate_name="李四又名")

    def test_form_takes_birthday_and_sex_from_the_id_number(self):
        form = Form(self.env["gov.staff.movement"].with_user(self.officer))
        form.kind = "entry"
        form.candidate_identification_masked = "11010519491231002x"

        self.assertEqual(form.candidate_identification_masked, "11010519491231002X")
        self.assertEqual(str(form.candidate_birthday), "1949-12-31")
        self.assertEqual(form.candidate_sex, "female")

    def test_form_of_each_proposer_saves_a_new_entry(self):
        for user in (self.officer, self.site_officer, self.liaison):
            form = Form(self.env["gov.staff.movement"].with_user(user))
            form.kind = "entry"
            form.candidate_name = "李四"
            form.unit_id = self.unit
            form.to_department_id = self.town
            with self.subTest(user=user.login):
                self.assertEqual(form.save().requester_id, user)

    def test_window_of_another_site_is_dropped_in_the_form(self):
        form = Form(self.env["gov.staff.movement"].with_user(self.officer))
        form.kind = "transfer"
        form.to_department_id = self.town
        form.to_window_id = self.window
        form.to_department_id = self.town_b

        self.assertFalse(form.to_window_id)

    def test_form_tells_nothing_of_people_outside_the_own_care(self):
        stranger = self.new_person(site=self.town_b, gov_dispatch_unit_id=self.unit.id)
        movements = self.env["gov.staff.movement"].with_user(self.site_officer)
        fields_spec = {"department_id": {}, "unit_id": {}}

        for person, expected in ((stranger, False), (self.person, self.town.id)):
            answer = movements.onchange(
                {"kind": "transfer", "employee_id": person.id},
                ["employee_id"],
                fields_spec,
            )["value"]
            self.assertEqual(answer.get("department_id", False), expected)

    def test_own_draft_is_deleted_with_its_log(self):
        movement = self.draft(user=self.site_officer)
        steps = movement.sudo().step_ids

        movement.unlink()

        self.assertFalse(steps.exists())

    def test_draft_of_somebody_else_is_not_deleted(self):
        movement = self.draft(user=self.site_officer)

        with self.assertRaisesRegex(DocumentLocked, "only the proposer"):
            movement.with_user(self.officer).unlink()

    def test_draft_that_was_submitted_before_is_kept(self):
        movement = self.submitted()
        movement.action_withdraw()

        with self.assertRaisesRegex(DocumentLocked, "submitted before"):
            movement.unlink()


@tagged("post_install", "-at_install")
class TestMovementGuard(MovementCommon):
    def test_new_movement_in_another_state_is_refused(self):
        for vals in (
            {"state": "approved"},
            {"filing_number": "备〔2026〕1号"},
            {"requester_id": self.leader.id},
            {"review_ids": [Command.create({})]},
            {"step_ids": [Command.create({"action": "approve"})]},
            {"department_id": self.village.id},
        ):
            with self.subTest(vals=vals), self.assertRaises(DocumentLocked):
                self.draft(**vals)

    def test_context_cannot_forge_a_state(self):
        movements = self.env["gov.staff.movement"].with_user(self.officer)
        forged = {"default_state": "done", "default_filing_state": "filed"}

        movement = movements.with_context(**forged).create(
            {"kind": "return", "employee_id": self.person.id}
        )

        self.assertEqual((movement.state, movement.filing_state), ("draft", "none"))

    def test_state_is_not_written_even_by_an_hr_officer(self):
        movement = self.draft()

        for state in ("submitted", "approved", "done"):
            with self.subTest(state=state), self.assertRaises(DocumentLocked):
                movement.write({"state": state})

    def test_submitted_movement_is_closed_to_everybody(self):
        movement = self.submitted()
        fields = ("to_department_id", "effective_date", "reason", "employee_id")

        for record in (movement, movement.sudo()):
            for field in fields:
                with self.subTest(field=field, su=record.env.su):
                    with self.assertRaisesRegex(
                        DocumentLocked, "新的变动|new movement"
                    ):
                        record.write({field: False})

    def test_key_of_the_approval_add_on_opens_nothing(self):
        movement = self.submitted().with_context(
            skip_validation_check=True, gov_unlock=True
        )

        with self.assertRaises(DocumentLocked):
            movement.write({"state": "approved"})

    def test_done_movement_is_closed(self):
        movement = self.approved()

        with self.assertRaises(DocumentLocked):
            movement.write({"effective_date": TODAY})

    def test_discussion_goes_on_after_the_submission(self):
        movement = self.submitted()

        message = movement.with_user(self.leader).message_post(body="请补充说明")

        self.assertIn("请补充说明", message.body)

    def test_unit_is_that_of_the_profile(self):
        other = self.new_unit("县医保局")
        movement = self.draft()

        with self.assertRaises(AccessError):
            movement.write({"unit_id": other.id})
        with self.assertRaises(AccessError):
            self.draft("return", unit_id=other.id)

    def test_paper_of_a_submitted_movement_is_kept(self):
        movement = self.submitted("resign")

        with self.assertRaises(DocumentLocked):
            movement.attachment_ids.unlink()
        with self.assertRaises(DocumentLocked):
            movement.attachment_ids.write({"raw": b"another letter"})

    def test_paper_of_a_draft_may_be_replaced(self):
        movement = self.draft("resign")

        movement.attachment_ids.unlink()

        self.assertFalse(movement.attachment_ids)

    def test_log_is_written_by_the_flow_only(self):
        step = self.submitted().step_ids[:1]

        with self.assertRaises(DocumentLocked):
            step.sudo().write({"comment": "另一种说法"})
        with self.assertRaises(DocumentLocked):
            step.sudo().unlink()
        with self.assertRaises(DocumentLocked):
            step.sudo().copy()
