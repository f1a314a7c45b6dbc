"""Appeals are handled by somebody who had no part in it, answered, carried out."""

from datetime import datetime, timedelta

from odoo.exceptions import UserError
from odoo.tests import freeze_time, tagged

from odoo.addons.gov_window_staff.rules.month import Month
from odoo.addons.gov_window_staff.tests.common_pdf import pdf_text

from .common_appeal import AppealCommon


@tagged("post_install", "-at_install")
class TestAppealFlow(AppealCommon):
    def test_upheld_appeal_proposes_the_correction_and_closes_with_it(self):
        appeal = self.decided("upheld")

        self.assertEqual(appeal.state, "upheld")
        correction = appeal.correction_id
        self.assertRecordValues(correction, [{"state": "draft", "cause": "appeal"}])
        self.assertEqual(correction.event_ids, self.event)
        self.assertEqual(self.event.state, "confirmed")

        correction.with_user(self.leader).action_approve()
        correction.with_user(self.handler).action_apply()

        self.assertEqual(appeal.state, "closed")
        self.assertEqual(self.event.state, "withdrawn")
        self.assert_grades(self.batch, {self.lan: "good", self.mei: "fair"})

    def test_rejected_appeal_changes_nothing(self):
        appeal = self.decided("rejected")

        self.assertEqual(appeal.state, "rejected")
        self.assertFalse(appeal.correction_id)
        appeal.action_close()
        self.assertEqual(appeal.state, "closed")
        self.assert_totals(self.batch, {self.lan: 90})

    def test_partly_upheld_corrects_the_upheld_lines_only(self):
        batch = self.new_month_of_two_records()
        appeal = self.accepted(sheet=self.appraisal(batch, self.lan), lines=[])
        first, second = appeal.line_ids
        first.decision, second.decision = "upheld", "rejected"
        appeal.answer = "一项成立。"
        appeal.action_decide()

        self.assertEqual(appeal.state, "partly")
        self.assertEqual(appeal.correction_id.event_ids, first.event_id)

    @classmethod
    def new_month_of_two_records(cls):
        month = Month(2026, 11)
        for code in ("1.1", "2.2"):
            cls.new_event(cls.lan, code, day=month.first)
        return cls.new_round("locked", month)

    def test_decision_needs_an_answer_and_every_line(self):
        appeal = self.accepted()

        with self.assertRaisesRegex(UserError, "Write the answer"):
            appeal.action_decide()
        appeal.answer = "答复"
        with self.assertRaisesRegex(UserError, "each line"):
            appeal.action_decide()

    def test_month_without_lines_is_decided_as_a_whole(self):
        sheet = self.appraisal(self.batch, self.mei)
        appeal = self.accepted(sheet=sheet, lines=[])
        self.assertFalse(appeal.line_ids)
        appeal.answer = "答复"
        with self.assertRaisesRegex(UserError, "decision on the month"):
            appeal.action_decide()
        appeal.outcome = "rejected"
        appeal.action_decide()

        self.assertEqual(appeal.state, "rejected")

    def test_hearing_needs_its_time(self):
        appeal = self.accepted()

        with self.assertRaisesRegex(UserError, "day and time"):
            appeal.action_hear()
        appeal.hearing_date = datetime(2026, 11, 25, 1, 30)
        appeal.action_hear()

        self.assertEqual(appeal.state, "hearing")

    def test_who_recorded_or_graded_it_does_not_handle_it(self):
        recorder = self.new_user("recorder", "gov_window_staff.group_hr_officer")
        self.event.sudo()._write({"create_uid": recorder.id})
        self.event.invalidate_recordset(["create_uid"])
        appeal = self.submit()

        for user in (recorder, self.officer):
            with (
                self.subTest(user=user.login),
                self.assertRaisesRegex(UserError, "your own work"),
            ):
                appeal.with_user(user).action_accept()

    def test_person_does_not_handle_the_own_appeal(self):
        own = self.new_user("own", "gov_window_staff.group_hr_officer")
        appeal = self.submit()
        self.lan.user_id = own

        with self.assertRaisesRegex(UserError, "your own work"):
            appeal.with_user(own).action_accept()

    def test_colleague_takes_over(self):
        appeal = self.accepted()
        with self.assertRaisesRegex(UserError, "Take it over"):
            appeal.with_user(self.checker).action_decide()

        with self.assertRaisesRegex(UserError, "your own work"):
            appeal.with_user(self.officer).action_accept()
        other = self.new_user("other", "gov_window_staff.group_hr_officer")
        appeal.with_user(other).action_accept()

        self.assertEqual(appeal.handler_id, other)
        self.assertEqual(appeal.sudo().activity_ids.user_id, other)

    def test_cancelled_correction_reopens_the_appeal(self):
        appeal = self.decided("upheld")
        appeal.correction_id._cancel("证据不足")

        self.assertEqual(appeal.state, "hearing")
        self.assertFalse(appeal.correction_id)
        self.assertTrue(appeal.can_handle)

    def test_close_waits_for_the_correction(self):
        appeal = self.decided("upheld")

        with self.assertRaisesRegex(UserError, "not applied yet"):
            appeal.action_close()

    def test_month_that_was_taken_back_loses_the_record_at_once(self):
        appeal = self.accepted()
        self.batch._unprotected().state = "open"
        appeal.line_ids.decision, appeal.answer = "upheld", "答复"
        appeal.action_decide()

        self.assertFalse(appeal.correction_id)
        self.assertEqual(self.event.state, "withdrawn")

    def test_overdue_appeals_are_found(self):
        appeal = self.submit()
        appeals = self.env["gov.appeal"]
        self.assertNotIn(appeal, appeals.search([("is_overdue", "=", True)]))

        with freeze_time(appeal.answer_due + timedelta(days=1)):
            appeal.invalidate_recordset(["is_overdue"])
            self.assertTrue(appeal.is_overdue)
            self.assertIn(appeal, appeals.search([("is_overdue", "=", True)]))
            self.assertNotIn(appeal, appeals.search([("is_overdue", "=", False)]))

    def test_person_is_told_of_each_step(self):
        appeal = self.decided("rejected")

        subjects = self.env["mail.message"].search(
            [("partner_ids", "in", self.portal_user.partner_id.ids)]
        )
        self.assertIn(appeal.name, subjects.mapped("subject"))

    def test_answer_is_printed(self):
        appeal = self.decided("upheld")

        text = pdf_text(self.env, "gov_assessment.gov_appeal_report", appeal.sudo())

        for words in (appeal.name, "王兰", "经核实", "1.1", "申诉答复书"):
            with self.subTest(words=words):
                self.assertIn(words, text)
