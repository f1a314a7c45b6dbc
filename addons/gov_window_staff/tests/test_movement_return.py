"""Return with an order to send somebody else: the clock of working days (S24, S45)."""

from datetime import date

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..exceptions import DocumentLocked
from .common import WindowStaffCommon
from .common_entry import TODAY, LeavingMixin
from .common_pdf import pdf_text

DUE = date(2026, 3, 18)  # 7 working days after Monday 9 March


@tagged("post_install", "-at_install")
@freeze_time(TODAY)
class TestReturn(LeavingMixin, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.new_person(gov_dispatch_unit_id=cls.unit.id, name="冯退")

    def ordered(self, **vals):
        vals = {"replacement_needed": True, "reason": "业务不熟", **vals}
        return self.approve(self.new_movement("return", self.person, **vals))

    def late(self):
        found = self.env["gov.staff.movement"].search(
            [("is_reply_late", "=", True), ("employee_id", "=", self.person.id)]
        )
        self.env.invalidate_all()
        return found

    def test_approved_return_orders_the_unit_within_seven_working_days(self):
        order = self.ordered()

        self.assertRecordValues(
            order,
            [
                {
                    "order_state": "ordered",
                    "order_date": TODAY,
                    "replacement_due": DUE,
                    "is_reply_late": False,
                }
            ],
        )

    def test_unit_is_told_and_has_a_to_do(self):
        order = self.ordered()

        todo = order.sudo().activity_ids.filtered(
            lambda a: a.user_id == self.liaison and a.date_deadline == DUE
        )
        self.assertTrue(todo)

    def test_return_without_a_replacement_orders_nothing(self):
        self.assertEqual(self.ordered(replacement_needed=False).order_state, "none")

    def test_order_is_not_written_by_hand(self):
        draft = self.new_movement("return", self.person)

        for vals in ({"order_state": "sent"}, {"reply_date": TODAY}):
            with self.subTest(vals=vals), self.assertRaises(DocumentLocked):
                draft.write(vals)

    def test_order_without_a_reply_is_late_after_its_last_day(self):
        order = self.ordered()

        with freeze_time(DUE):
            self.assertFalse(self.late())
        with freeze_time("2026-03-19"):
            self.assertEqual(self.late(), order.sudo())
            self.assertTrue(order.is_reply_late)

    def test_late_order_is_told_once(self):
        order = self.ordered().sudo()

        with freeze_time("2026-03-19"):
            order._cron_replacement_overdue()
            before = len(order.activity_ids)
            order._cron_replacement_overdue()

        self.assertEqual(len(order.activity_ids), before)
        self.assertIn(self.officer, order.activity_ids.user_id)

    def test_reply_in_time_is_not_late_later_on(self):
        order = self.ordered()
        order.with_user(self.liaison)._reply("sent", TODAY, "已选派陈某")

        with freeze_time("2026-04-01"):
            self.assertFalse(self.late())
        self.assertRecordValues(order, [{"order_state": "sent", "reply_date": TODAY}])

    def test_late_reply_stays_late(self):
        order = self.ordered()

        with freeze_time("2026-03-20"):
            order._reply("refused", date(2026, 3, 20), "无人可派")

        self.assertEqual(order.order_state, "refused")
        self.assertEqual(self.late(), order.sudo())

    def test_refusal_of_the_unit_needs_its_words(self):
        with self.assertRaises(UserError):
            self.ordered()._reply("refused", TODAY)

    def test_reply_lies_between_the_order_and_today(self):
        order = self.ordered()

        for day in (date(2026, 3, 8), date(2026, 3, 10)):
            with self.subTest(day=day), self.assertRaises(UserError):
                order._reply("sent", day)

    def test_liaison_of_another_unit_does_not_reply(self):
        order = self.ordered()
        other = self.new_user("other", "gov_window_staff.group_liaison")
        other.gov_unit_ids = self.new_unit("县民政局")

        with self.assertRaises(AccessError):
            order.with_user(other)._reply("sent", TODAY)

    def test_submitted_entry_of_the_replacement_answers_the_order(self):
        order = self.ordered()
        entry = self.new_entry(replaces_id=order.id)

        entry.action_submit()

        self.assertEqual(order.order_state, "sent")
        self.assertEqual(order.replacement_id, entry)

    def test_replacement_comes_from_the_ordered_unit(self):
        order = self.ordered()

        with self.assertRaises(UserError):
            self.new_entry(replaces_id=order.id, unit_id=self.new_unit("县民政局").id)

    def test_order_is_printed_with_person_unit_and_day(self):
        text = pdf_text(
            self.env, "gov_window_staff.report_replacement_order", self.ordered()
        )

        for part in ("冯退", "县医保局", "业务不熟", "2026-03-18"):
            self.assertIn(part, text)
