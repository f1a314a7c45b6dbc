"""The same refusals over the wire: steps, notices, vettings, checklists, orders."""

from freezegun import freeze_time

from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from .common import RpcCommon, WindowStaffCommon
from .common_entry import TODAY, LeavingMixin


@tagged("post_install", "-at_install")
class TestEntryRpc(LeavingMixin, RpcCommon, WindowStaffCommon):
    def refused(self, user, record, method, *args, message="Error|Locked", **kwargs):
        with (
            self.subTest(model=record._name, method=method, args=args),
            self.assertRaisesRegex(JsonRpcException, message),
        ):
            self.call(user, record._name, method, record.ids, *args, **kwargs)

    def test_applicant_is_not_moved_to_another_step(self):
        self.officer.lang = "zh_CN"
        applicant = self.new_applicant(self.new_job(), until="written")
        stages = self.env["hr.recruitment.stage"]._gov_stages()

        for step in ("interview", "publicity", "notice"):
            self.refused(
                self.officer,
                applicant,
                "write",
                {"stage_id": stages[step].id},
                message="ValidationError",
                context={"gov_unlock": True},
            )
        self.assertEqual(applicant.stage_id.gov_step, "written")

    def test_stage_dragged_on_the_board_is_refused(self):
        applicant = self.new_applicant(self.new_job(), until="interview")
        medical = self.env["hr.recruitment.stage"]._gov_stages()["medical"]

        self.refused(
            self.officer,
            applicant,
            "web_save",
            {"stage_id": medical.id},
            {"stage_id": {}},
            message="ValidationError",
        )

    def test_results_are_not_forged(self):
        step = self.new_applicant(self.new_job())._gov_current_step()

        self.refused(self.officer, step, "write", {"result": "pass"})
        self.refused(
            self.officer,
            step,
            "write",
            {"result": "pass"},
            context={"gov_unlock": "UNLOCK"},
        )
        self.refused(self.officer, step, "_decide", "pass", "2026-03-09")
        self.assertEqual(step.result, "pending")

    def test_notice_is_not_created_concluded(self):
        created = self.call(
            self.officer,
            "gov.public.notice",
            "create",
            [{"name": "公示", "department_id": self.county.id, "state": "concluded"}],
            context={"default_date_end": "2020-01-01"},
        )

        notice = self.env["gov.public.notice"].browse(created)
        self.assertRecordValues(notice, [{"state": "draft", "date_end": False}])

    def test_vetting_is_not_concluded_by_hand(self):
        with freeze_time(TODAY):
            entry = self.new_entry(vetted=False)
            entry.action_request_vetting()
        vetting = entry.vetting_ids

        self.refused(self.officer, vetting, "write", {"state": "done"})
        self.refused(self.liaison, vetting, "read", ["line_ids"])
        self.refused(self.liaison, vetting, "action_conclude")
        self.assertEqual(vetting.state, "draft")

    def test_liaison_does_not_make_an_accepted_vetting(self):
        with freeze_time(TODAY):
            entry = self.new_entry(vetted=False)

        self.refused(
            self.liaison,
            self.env["gov.staff.vetting"],
            "create",
            {"movement_id": entry.id, "conclusion": "accept", "state": "done"},
        )
        self.assertEqual(entry.vetting_state, "none")

    def test_order_and_applicant_of_a_movement_are_not_written(self):
        with freeze_time(TODAY):
            person = self.new_person(gov_dispatch_unit_id=self.unit.id)
            draft = self.new_movement("return", person)

        for vals in (
            {"order_state": "sent"},
            {"replacement_id": draft.id},
            {"person_refused_on": "2026-03-01"},
            {"duty_until": "2099-01-01"},
        ):
            self.refused(self.officer, draft, "write", vals)

    def test_checklist_is_not_ticked_by_writing(self):
        with freeze_time(TODAY):
            entry = self.new_entry()
            entry.action_submit()
        line = entry.newcomer_line_ids[0]

        self.refused(self.officer, line, "write", {"is_done": True})
        self.refused(self.liaison, line, "action_done")

    def test_legal_question_is_not_removed(self):
        with freeze_time(TODAY):
            movement = self.new_movement("dismiss", self.new_person())
        line = movement.legal_ids[0]

        self.refused(self.officer, line, "unlink")
        self.refused(self.officer, line, "write", {"forbids": "no"})
        self.refused(self.leader, line, "write", {"answer": "no"})
