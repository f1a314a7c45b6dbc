"""Vetting before an entry: aspects, conclusion, refusal (S21, S22)."""

from freezegun import freeze_time

from odoo.exceptions import UserError
from odoo.tests import tagged

from ..exceptions import DocumentLocked, MovementNotReady
from .common import WindowStaffCommon, identity_number
from .common_entry import TODAY, LeavingMixin


@tagged("post_install", "-at_install")
@freeze_time(TODAY)
class TestVetting(LeavingMixin, WindowStaffCommon):
    def asked(self, **vals):
        entry = self.new_entry(vetted=False, **vals)
        entry.action_request_vetting()
        return entry.vetting_ids

    def test_vetting_looks_at_politics_ability_and_health(self):
        aspects = self.asked().line_ids.aspect_id.with_context(lang="zh_CN")

        required = aspects.filtered("is_required").mapped("name")
        self.assertEqual(required, ["政治素质", "业务能力", "身体素质"])

    def test_entry_is_not_submitted_without_a_vetting(self):
        entry = self.new_entry(vetted=False)

        with self.assertRaisesRegex(MovementNotReady, "vetted"):
            entry.action_submit()
        self.assertEqual(entry.state, "draft")

    def test_entry_is_submitted_after_an_accepted_vetting(self):
        entry = self.new_entry()

        entry.action_submit()

        self.assertEqual(entry.state, "submitted")

    def test_kind_of_movement_says_whether_a_vetting_is_needed(self):
        person = self.new_person(gov_dispatch_unit_id=self.unit.id)
        transfer = self.new_movement(
            "transfer", person, to_department_id=self.town_b.id
        )
        self.assertNotIn("vetted", " ".join(transfer._common_problems()))

        transfer.kind_id.needs_vetting = True
        self.env.invalidate_all()

        self.assertIn("vetted", " ".join(transfer._common_problems()))

    def test_required_aspect_without_a_finding_keeps_it_open(self):
        vetting = self.asked()
        vetting.line_ids[1:].write({"score": 90})
        vetting.conclusion = "accept"

        with self.assertRaisesRegex(UserError, "Political Quality"):
            vetting.action_conclude()

    def test_three_aspects_at_least_are_looked_at(self):
        aspects = self.env["gov.vetting.aspect"].search([])
        aspects.is_required = False
        vetting = self.asked()
        vetting.line_ids[:2].write({"score": 90})
        vetting.conclusion = "accept"

        with self.assertRaisesRegex(UserError, "three"):
            vetting.action_conclude()

    def test_rejection_refuses_the_entry_and_tells_the_unit_why(self):
        entry = self.new_entry(vetted=False)

        self.vet(entry, "reject", "身体条件不适合窗口岗位")

        self.assertEqual(entry.state, "refused")
        self.assertIn("身体条件", entry.step_ids.sorted("id")[-1].comment)
        message = entry.message_ids.filtered(lambda m: "身体条件" in m.body)
        self.assertIn(self.liaison.partner_id, message.notified_partner_ids)

    def test_rejection_needs_its_reason(self):
        vetting = self.asked()
        vetting.line_ids.write({"score": 50})
        vetting.conclusion = "reject"

        with self.assertRaises(UserError):
            vetting.action_conclude()

    def test_concluded_vetting_is_not_changed(self):
        vetting = self.vet(self.new_entry(vetted=False))

        for change in (
            lambda: vetting.write({"conclusion": "reject"}),
            lambda: vetting.write({"state": "draft"}),
            lambda: vetting.line_ids[0].write({"score": 1}),
            lambda: vetting.line_ids[0].unlink(),
            vetting.unlink,
        ):
            with self.subTest(change=change), self.assertRaises(DocumentLocked):
                change()

    def test_submitted_movement_is_not_vetted_any_more(self):
        entry = self.new_entry()
        entry.action_submit()

        with self.assertRaises(UserError):
            entry.action_request_vetting()

    def test_liaison_asks_and_the_office_is_told(self):
        entry = self.new_movement(
            "entry",
            user=self.liaison,
            candidate_name="吴新",
            candidate_identification_masked=identity_number(21),
            to_department_id=self.town.id,
            unit_id=self.unit.id,
        )

        entry.action_request_vetting()

        self.assertEqual(entry.vetting_state, "asked")
        todo = entry.sudo().activity_ids.filtered(lambda a: a.user_id == self.officer)
        self.assertIn("吴新", todo.summary)
