"""Supervision: one by one, with deadline and closing (A86)."""

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, TransactionCase, tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.tests.common_pdf import pdf_text

from .common import AssessmentCommon
from .common_follow import FollowCommon


@tagged("post_install", "-at_install")
class TestSupervision(FollowCommon, AssessmentCommon, TransactionCase):
    def test_sent_item_has_number_deadline_and_letter(self):
        with freeze_time("2026-10-08 04:00:00"):
            item = self.new_item("open")

        self.assertRecordValues(
            item,
            [
                {
                    "state": "open",
                    "name": "窗督办〔2026〕1号",
                    "deadline": fields.Date.to_date("2026-10-14"),
                    "county_id": self.county.id,
                }
            ],
        )
        self.assertIn("三个工作日内全部开启并反馈", item.letter_body)

    def test_deadline_in_the_past_is_refused(self):
        with freeze_time("2026-10-08 04:00:00"):
            with self.assertRaisesRegex(UserError, "passed"):
                self.new_item("open", deadline="2026-10-07")

    def test_site_answers_and_the_office_closes(self):
        item = self.new_item("reported")

        item.with_user(self.officer)._close("现场复核属实")

        self.assertRecordValues(
            item,
            [
                {
                    "state": "closed",
                    "answer": "已全部开启",
                    "closed_by_id": self.officer.id,
                }
            ],
        )
        self.assertEqual(item.step_ids.mapped("kind"), ["send", "report", "close"])
        self.assertEqual(item.step_ids[1].user_id, self.site_officer)

    def test_answer_that_does_not_settle_it_goes_back(self):
        item = self.new_item("reported")

        item.with_user(self.officer)._return("还有两个窗口未开启")

        self.assertEqual(item.state, "open")
        self.assertEqual(item.step_ids[-1].text, "还有两个窗口未开启")

    def test_only_answered_items_are_closed(self):
        with self.assertRaises(UserError):
            self.new_item("open").with_user(self.officer)._close("x")

    def test_who_answered_does_not_close(self):
        item = self.new_item("open")
        item.with_user(self.officer)._report("代为答复")

        with self.assertRaisesRegex(UserError, "another officer"):
            item.with_user(self.officer)._close("x")
        second = self.new_user("second", "gov_window_staff.group_hr_officer")
        item.with_user(second)._close("复核")
        self.assertEqual(item.state, "closed")

    def test_late_answer_stays_late(self):
        with freeze_time("2026-10-08 04:00:00"):
            item = self.new_item("open")
        with freeze_time("2026-10-15 04:00:00"):
            self.assertTrue(item.is_overdue)
            found = item.search([("is_overdue", "=", True), ("id", "=", item.id)])
            self.assertEqual(found, item)
            item.with_user(self.site_officer)._report("完成")

        self.assertTrue(item.is_late)
        self.assertFalse(item.is_overdue)

    def test_urging_is_counted(self):
        item = self.new_item("open")
        for _time in range(2):
            item.with_user(self.officer).action_urge()

        self.assertEqual(item.urge_count, 2)
        self.assertEqual(item.step_ids.mapped("kind"), ["send", "urge", "urge"])

    def test_deadline_moves_back_only_and_with_a_reason(self):
        with freeze_time("2026-10-08 04:00:00"):
            item = self.new_item("open").with_user(self.officer)
            with self.assertRaisesRegex(UserError, "after the present"):
                item._extend(item.deadline, "x")
            wizard = Form(
                self.env["gov.supervision.extend"]
                .with_user(self.officer)
                .with_context(default_supervision_id=item.id)
            )
            wizard.deadline = "2026-10-20"
            wizard.reason = "设备未到货"
            wizard.save().action_confirm()

        self.assertEqual(str(item.deadline), "2026-10-20")
        self.assertIn("设备未到货", item.step_ids[-1].text)

    def test_site_officer_sees_sent_items_of_own_sites_only(self):
        own, draft = self.new_item("open"), self.new_item()
        foreign = self.new_item("open", department_id=self.town_b.id)

        items = (own + draft + foreign).with_user(self.site_officer)
        self.assertEqual(items._filtered_access("read"), own)
        steps = foreign.step_ids.with_user(self.site_officer)
        self.assertFalse(steps._filtered_access("read"))
        with self.assertRaises(AccessError):
            foreign.with_user(self.site_officer)._report("x")

    def test_site_officer_does_not_close_urge_or_extend(self):
        item = self.new_item("reported").with_user(self.site_officer)

        for step, args in (
            ("_close", ("x",)),
            ("_return", ("x",)),
            ("_cancel", ("x",)),
            ("action_urge", ()),
            ("_extend", (item.deadline, "x")),
        ):
            with self.subTest(step=step), self.assertRaises(AccessError):
                getattr(item, step)(*args)

    def test_sent_item_and_its_steps_are_not_changed_by_hand(self):
        item = self.new_item("open").with_user(self.officer)

        for vals in ({"demand": "x"}, {"deadline": "2030-01-01"}, {"state": "closed"}):
            with self.subTest(vals=vals), self.assertRaises(DocumentLocked):
                item.write(vals)
        with self.assertRaises(DocumentLocked):
            item.unlink()
        with self.assertRaises(DocumentLocked):
            item.step_ids.write({"text": "x"})

    def test_liaison_reads_items_of_the_own_unit(self):
        unit = self.new_unit()
        liaison = self.new_liaison(unit)
        own = self.new_item("open", unit_id=unit.id)
        foreign = self.new_item("open")

        items = (own + foreign).with_user(liaison)
        self.assertEqual(items._filtered_access("read"), own)

    def test_liaison_answers_items_of_the_own_unit(self):
        unit = self.new_unit()
        liaison = self.new_liaison(unit)
        own = self.new_item("open", unit_id=unit.id)
        action = own.with_user(liaison).action_report()
        wizard = self.env["gov.follow.reason"].with_user(liaison)
        form = Form(wizard.with_context(**action["context"]))
        form.reason = "单位已整改"

        form.save().action_confirm()

        self.assertRecordValues(own, [{"state": "reported", "answer": "单位已整改"}])
        self.assertEqual(own.step_ids[-1].user_id, liaison)

    def test_liaison_answers_nothing_of_other_units_and_closes_nothing(self):
        unit = self.new_unit()
        liaison = self.new_liaison(unit)
        own = self.new_item("reported", unit_id=unit.id)
        foreign = self.new_item("open", unit_id=self.new_unit().id)
        for item in (foreign, self.new_item("open")):
            with self.assertRaises(AccessError):
                item.with_user(liaison)._report("x")
        for step in ("_close", "_return", "_cancel"):
            with self.subTest(step=step), self.assertRaises(AccessError):
                getattr(own.with_user(liaison), step)("x")
        with self.assertRaises(DocumentLocked):
            own.with_user(liaison).write({"answer": "x"})

    def test_letter_is_printed_with_its_steps(self):
        item = self.new_item("reported")

        text = pdf_text(self.env, "gov_assessment.supervision_form", item)

        for part in (item.name, "评价器未开启", "已全部开启"):
            with self.subTest(part=part):
                self.assertIn(part, "".join(text.split()))

    def test_reason_window_calls_listed_steps_only(self):
        item = self.new_item("reported")
        wizard = self.env["gov.follow.reason"].with_user(self.officer)

        for model, step in (
            ("gov.supervision", "extend"),
            ("gov.supervision", "unlink"),
            ("res.users", "withdraw"),
        ):
            asked = wizard.create(
                {"res_model": model, "res_ids": item.ids, "step": step, "reason": "x"}
            )
            with self.subTest(model=model, step=step), self.assertRaises(UserError):
                asked.action_confirm()
        action = item.action_close()
        form = Form(
            self.env["gov.follow.reason"]
            .with_user(self.officer)
            .with_context(**action["context"])
        )
        form.reason = "复核属实"
        form.save().action_confirm()

        self.assertEqual(item.state, "closed")
