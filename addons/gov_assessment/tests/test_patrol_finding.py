"""巡查记录: sheets, measures, signatures, records made of them (A65-A68, X4, X8)."""

from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from odoo.addons.gov_window_staff.tests.common_pdf import pdf_text
from odoo.addons.gov_window_staff.tests.common_upload import picture

from .common_patrol import INK, WORKDAY, PatrolCommon


@tagged("post_install", "-at_install")
class TestFinding(PatrolCommon):
    def test_sheet_takes_hall_and_day_of_its_patrol(self):
        patrol = self.new_patrol("ongoing", site=self.town)
        action = patrol.action_new_finding()
        findings = self.env["gov.patrol.finding"].with_user(self.officer)
        form = Form(findings.with_context(**action["context"]))
        form.employee_id = self.person
        form.class_id = self.env.ref("gov_assessment.violation_class_8")
        form.description = "迟到"

        finding = form.save()

        self.assertEqual((finding.department_id, finding.date), (self.town, WORKDAY))
        self.assertEqual(finding.item_id, self.item("1.1"))
        self.assertEqual(patrol.finding_count, 1)

    def test_one_press_makes_a_draft_with_everything(self):
        files = self.env["ir.attachment"].with_user(self.officer)
        photo = files.create({"name": "现场.jpg", "raw": picture("JPEG")})
        finding = self.new_finding(photo_ids=[(6, 0, photo.ids)])

        action = finding.action_make_record()

        event = self.env["gov.assessment.event"].browse(action["res_id"])
        self.assertRecordValues(
            event,
            [
                {
                    "state": "draft",
                    "employee_id": self.person.id,
                    "date": WORKDAY,
                    "item_id": self.item("2.2").id,
                    "source": "patrol",
                    "reason": "上班玩手机",
                    "finding_id": finding.id,
                    "create_uid": self.officer.id,
                }
            ],
        )
        self.assertEqual(event.evidence_ids.mapped("name"), ["现场.jpg"])
        self.assertEqual(finding.action_make_record()["res_id"], event.id)

    def test_leader_on_patrol_makes_a_draft_only(self):
        finding = self.new_finding(user=self.leader)
        context = {"default_state": "confirmed", "default_confirmed_by_id": 1}

        finding.with_context(**context).action_make_record()

        event = finding.event_id
        self.assertEqual((event.state, event.create_uid), ("draft", self.leader))
        self.assertFalse(event.confirmed_by_id)
        with self.assertRaises(AccessError):
            event.action_confirm()

    def test_record_needs_person_and_item(self):
        finding = self.new_finding(item_id=False)

        with self.assertRaisesRegex(UserError, "person and the item"):
            finding.action_make_record()

    def test_video_finding_hands_its_clip_over(self):
        finding = self.new_finding(source="video", clip_reference="3号机 10:15")
        finding.action_make_record()

        self.assertRecordValues(
            finding.event_id,
            [{"clip_reference": "3号机 10:15", "is_evidence_missing": False}],
        )

    def test_measures_escalate_with_each_finding(self):
        names = []
        for _time in range(7):
            finding = self.new_finding()
            names.append(finding.proposed_measure_id.name)

        self.assertEqual(
            names,
            ["现场提醒", "登记确认", "批评教育", "扣发绩效奖", "书面通报"]
            + ["约见单位分管领导"] * 2,
        )

    def test_rejected_and_old_findings_do_not_escalate(self):
        old = self.new_finding(date=date(2025, 10, 8))
        rejected = self.new_finding()
        rejected.investigation = "不是本人"
        rejected.action_reject()

        self.assertEqual(self.new_finding().previous_count, 0)
        self.assertEqual(old.previous_count, 0)

    def test_classes_measures_and_rules_are_those_of_the_text(self):
        count = self.env["gov.violation.class"].search_count
        self.assertEqual(count([]), 10)
        self.assertEqual(self.env["gov.patrol.measure"].search_count([]), 6)
        names = self.env["gov.service.rule"].search([]).mapped("name")
        self.assertLessEqual({"首问首办", "一次告知", "全程代办"}, set(names))

    def test_rejecting_needs_the_result_of_the_investigation(self):
        finding = self.new_finding()

        with self.assertRaisesRegex(UserError, "investigation found"):
            finding.action_reject()

    def test_finding_with_a_standing_record_is_not_rejected(self):
        finding = self.new_finding(investigation="不是本人")
        finding.action_make_record()

        with self.assertRaisesRegex(UserError, "withdrawn first"):
            finding.action_reject()

    def test_closing_asks_for_what_is_missing(self):
        finding = self.new_finding(rectify_by=date(2026, 10, 14))
        finding.action_confirm()
        with self.assertRaisesRegex(UserError, "put right"):
            finding.action_close()
        finding.rectified_on = date(2026, 10, 12)
        finding.measure_id = self.env.ref("gov_assessment.patrol_measure_4")
        with self.assertRaisesRegex(UserError, "takes an assessment record"):
            finding.action_close()
        finding.action_make_record()

        finding.action_close()

        self.assertEqual(
            (finding.state, finding.rechecked_by_id), ("closed", self.officer)
        )

    def test_deadline_is_proposed_in_working_days(self):
        findings = self.env["gov.patrol.finding"].with_user(self.officer)
        form = Form(findings.with_context(default_department_id=self.town.id))
        form.date = date(2026, 9, 30)
        form.description = "物品杂乱"
        form.measure_id = self.env.ref("gov_assessment.patrol_measure_1")

        self.assertEqual(form.rectify_by, date(2026, 10, 10))

    def test_signed_sheet_stays_as_it_was_signed(self):
        finding = self.new_finding(user=self.site_officer)
        finding.signature = INK
        self.assertTrue(finding.signed_on)
        for vals in ({"description": "别的"}, {"employee_id": False}):
            with self.subTest(vals=vals), self.assertRaises(UserError):
                finding.write(vals)
        with self.assertRaises(UserError):
            finding.signature = False
        with self.assertRaises(UserError):
            finding.unlink()

        finding.with_user(self.officer).signature = False

        self.assertFalse(finding.signed_on)

    def test_sheet_prints_with_what_the_text_asks_for(self):
        patrol = self.new_patrol("ongoing", member_ids=[(6, 0, self.officer.ids)])
        finding = self.new_finding(
            patrol_id=patrol.id,
            signature=INK,
            measure_id=self.env.ref("gov_assessment.patrol_measure_1").id,
        )

        text = pdf_text(self.env, "gov_assessment.patrol_finding_sheet", finding)

        for words in (
            "巡查记录表",
            self.person.name,
            "上班玩手机",
            "现场提醒",
            "禁止性规范",
        ):
            self.assertIn(words, text)

    def test_state_and_signing_time_are_not_sent(self):
        finding = self.new_finding(state="closed", signed_on="2020-01-01 00:00:00")

        finding.write({"state": "confirmed", "signed_on": "2020-01-01 00:00:00"})

        self.assertEqual((finding.state, finding.signed_on), ("new", False))
