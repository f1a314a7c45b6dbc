"""Appeals: in time, by the person or from paper, written by the handler only."""

from datetime import timedelta

from odoo import fields
from odoo.exceptions import UserError
from odoo.tests import freeze_time, tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.tests.common_certificate import PDF

from .common_appeal import AppealCommon


@tagged("post_install", "-at_install")
class TestAppealSubmit(AppealCommon):
    def test_appeal_keeps_lines_deadline_and_evidence(self):
        appeal = self.submit(files=[(PDF, "假条.exe")])

        self.assertRegex(appeal.name, r"^SS\d{4}-\d{4}$")
        self.assertRecordValues(
            appeal,
            [
                {
                    "state": "submitted",
                    "scope": "lines",
                    "source": "portal",
                    "employee_id": self.lan.id,
                    "department_id": self.town.id,
                }
            ],
        )
        self.assertRecordValues(
            appeal.line_ids,
            [{"event_id": self.event.id, "points_total": 20, "facts": "迟到"}],
        )
        self.assertEqual(appeal.evidence_ids.name, "假条.pdf")
        calendar = self.env["gov.calendar.year"]._calendar()
        self.assertEqual(appeal.answer_due, calendar.add(appeal.submitted_on, 10))

    def test_appeal_without_lines_is_about_all_deductions(self):
        appeal = self.submit(lines=[])

        self.assertEqual(appeal.scope, "month")
        self.assertEqual(appeal.line_ids.event_id, self.event)

    def test_reason_is_asked_for(self):
        for reason in ("", "  ", None):
            with self.subTest(reason=reason), self.assertRaises(UserError):
                self.submit(reason=reason)
        with self.assertRaisesRegex(UserError, "at most 2000"):
            self.submit(reason="长" * 2001)

    def test_files_are_looked_into(self):
        with self.assertRaisesRegex(UserError, "Only PDF, JPG and PNG"):
            self.submit(files=[(b"MZ...", "证明.pdf")])
        with self.assertRaisesRegex(UserError, "at most 5 files"):
            self.submit(files=[(PDF, "a.pdf")] * 6)

    def test_second_appeal_waits_for_the_answer_to_the_first(self):
        self.submit()

        with self.assertRaisesRegex(UserError, "days to appeal"):
            self.submit()
        with self.assertRaisesRegex(UserError, "open already"):
            self.env["gov.appeal"]._submit(
                self.sheet,
                self.line,
                {
                    "reason": "x",
                    "source": "paper",
                    "submitted_on": fields.Date.today(),
                },
            )

    def test_last_day_is_the_fifth_working_day(self):
        until = self.sheet._appeal_until()
        calendar = self.env["gov.calendar.year"]._calendar()
        self.assertEqual(until, calendar.add(self.batch.published_on, 5))

        self.assertTrue(self.sheet._is_appealable(until))
        self.assertFalse(self.sheet._is_appealable(until + timedelta(days=1)))

    def test_late_appeal_is_refused(self):
        with (
            freeze_time(self.sheet._appeal_until() + timedelta(days=1)),
            self.assertRaisesRegex(UserError, "days to appeal"),
        ):
            self.submit()

    def test_month_that_is_not_published_is_not_appealable(self):
        self.batch._unprotected().state = "open"

        self.assertIsNone(self.sheet._appeal_until())
        self.assertFalse(self.sheet._is_appealable(fields.Date.today()))

    def test_line_of_somebody_else_is_not_taken(self):
        foreign = self.appraisal(self.batch, self.mei).line_ids

        with self.assertRaisesRegex(UserError, "Choose them again"):
            self.submit(lines=foreign.ids)

    def test_officers_who_may_handle_it_get_a_to_do(self):
        users = self.submit().activity_ids.user_id

        self.assertIn(self.handler, users)
        self.assertNotIn(self.officer, users)

    def test_person_takes_the_appeal_back(self):
        appeal = self.submit()

        appeal.with_user(self.portal_user).sudo()._take_back()

        self.assertEqual(appeal.state, "withdrawn")
        self.assertFalse(appeal.activity_ids)
        self.assertTrue(self.sheet._is_appealable(fields.Date.today()))

    def test_record_knows_that_it_is_under_appeal(self):
        self.assertFalse(self.event.is_appealed)
        self.submit()
        self.event.invalidate_recordset(["is_appealed"])

        self.assertTrue(self.event.is_appealed)
        events = self.env["gov.assessment.event"]
        self.assertEqual(events.search([("is_appealed", "=", True)]), self.event)
        self.assertNotIn(self.event, events.search([("is_appealed", "=", False)]))


@tagged("post_install", "-at_install")
class TestAppealPaper(AppealCommon):
    def record(self, **vals):
        wizard = (
            self.env["gov.appeal.record"]
            .with_user(self.handler)
            .create({"appraisal_id": self.sheet.id, "reason": "书面申诉", **vals})
        )
        return self.env["gov.appeal"].browse(wizard.action_confirm()["res_id"])

    def test_officer_records_an_appeal_from_paper(self):
        appeal = self.record(line_ids=self.line.ids)

        self.assertRecordValues(
            appeal, [{"source": "paper", "scope": "lines", "state": "submitted"}]
        )

    def test_late_paper_is_taken_with_a_reason_only(self):
        late = self.sheet._appeal_until() + timedelta(days=1)
        with freeze_time(late):
            with self.assertRaisesRegex(UserError, "last day to appeal was"):
                self.record(submitted_on=late)
            appeal = self.record(submitted_on=late, late_reason="住院")

        self.assertEqual(appeal.late_reason, "住院")

    def test_day_of_receipt_before_today_needs_who_and_why(self):
        received = self.batch.published_on
        with freeze_time(received + timedelta(days=1)):
            for vals in (
                {},
                {"entry_reason": " "},
                {"entry_reason": "信件滞留", "received_by_id": False},
            ):
                with (
                    self.subTest(vals=vals),
                    self.assertRaisesRegex(UserError, "who received it and why"),
                ):
                    self.record(submitted_on=received, **vals)

            appeal = self.record(
                submitted_on=received,
                entry_reason="信件滞留",
                received_by_id=self.site_officer.id,
            )

        self.assertEqual(appeal.submitted_on, received)
        said = " ".join(appeal.message_ids.mapped("body"))
        for words in ("信件滞留", self.site_officer.name, str(received)):
            self.assertIn(words, said)

    def test_paper_does_not_come_before_the_publication(self):
        day = self.batch.published_on - timedelta(days=1)

        with self.assertRaisesRegex(UserError, "published on"):
            self.record(submitted_on=day, entry_reason="信件滞留")

    def test_paper_of_tomorrow_is_refused(self):
        with self.assertRaisesRegex(UserError, "still to come"):
            self.record(submitted_on=fields.Date.today() + timedelta(days=1))

    def test_lines_of_another_month_are_refused(self):
        foreign = self.appraisal(self.batch, self.mei).line_ids

        with self.assertRaisesRegex(UserError, "another month"):
            self.record(line_ids=foreign.ids)


@tagged("post_install", "-at_install")
class TestAppealWriting(AppealCommon):
    def test_only_the_handler_writes(self):
        appeal = self.accepted()

        for user in (self.officer, self.checker):
            with self.subTest(user=user.login), self.assertRaises(DocumentLocked):
                appeal.with_user(user).write({"answer": "x"})
            with self.subTest(user=user.login), self.assertRaises(DocumentLocked):
                appeal.line_ids.with_user(user).write({"decision": "rejected"})

    def test_decided_appeal_is_not_written_any_more(self):
        appeal = self.decided("rejected")

        with self.assertRaises(DocumentLocked):
            appeal.answer = "x"
        with self.assertRaises(DocumentLocked):
            appeal.line_ids.decision = "upheld"

    def test_handler_does_not_write_states_or_what_the_person_said(self):
        appeal = self.accepted()

        for vals in (
            {"state": "rejected"},
            {"reason": "x"},
            {"answer": "x", "handler_id": self.officer.id},
        ):
            with self.subTest(vals=vals), self.assertRaises(DocumentLocked):
                appeal.write(vals)

    def test_form_changes_nothing_but_decisions_of_lines(self):
        appeal = self.accepted()
        line = appeal.line_ids

        appeal.write({"line_ids": [(1, line.id, {"decision": "upheld"})]})
        self.assertEqual(line.decision, "upheld")
        for command in (
            (1, line.id, {"points_total": 1}),
            (0, 0, {"date": "2026-10-01", "item_id": self.event.item_id.id}),
            (2, line.id),
        ):
            with self.subTest(command=command), self.assertRaises(UserError):
                appeal.write({"line_ids": [command]})

    def test_nobody_creates_an_appeal_by_hand(self):
        with self.assertRaises(DocumentLocked):
            self.env["gov.appeal"].with_user(self.handler).create(
                {"appraisal_id": self.sheet.id, "reason": "x", "name": "x"}
            )

    def test_context_forges_no_state(self):
        appeal = (
            self.env["gov.appeal"]
            .with_context(default_state="upheld", default_handler_id=self.uid)
            ._submit(
                self.sheet,
                self.line,
                {
                    "reason": "x",
                    "source": "paper",
                    "submitted_on": fields.Date.today(),
                },
            )
        )

        self.assertEqual(appeal.state, "submitted")
        self.assertFalse(appeal.handler_id)
