"""回避: whoever decides does not decide about himself."""

from datetime import date

from odoo.exceptions import UserError
from odoo.tests import tagged

from ..models.rounds import month_settlement
from .common import AssessmentCommon

OWN = "about yourself"


@tagged("post_install", "-at_install")
class TestOwnDecisions(AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.me = cls.new_person()
        cls.me.user_id = cls.officer
        cls.colleague = cls.new_person()

    def test_own_record_is_neither_withdrawn_nor_sent_back(self):
        event = self.new_event(self.me).with_user(self.officer)
        event.sudo().withdraw_reason = "不属实"

        for step in (event.action_withdraw, event.action_back_to_draft):
            with self.subTest(step=step.__name__):
                with self.assertRaisesRegex(UserError, OWN):
                    step()

        self.assertEqual(event.state, "confirmed")

    def test_record_of_a_colleague_is_withdrawn(self):
        event = self.new_event(self.colleague).with_user(self.officer)
        event.sudo().withdraw_reason = "不属实"

        event.action_withdraw()

        self.assertEqual(event.state, "withdrawn")

    def test_own_case_is_neither_opened_closed_nor_deleted(self):
        cases = self.env["gov.case"].with_user(self.officer)
        with self.assertRaisesRegex(UserError, OWN):
            cases.create({"employee_id": self.me.id, "date_open": date(2026, 10, 1)})
        case = self.new_case(self.me, date(2026, 9, 1)).with_user(self.officer)

        with self.assertRaisesRegex(UserError, OWN):
            case.date_close = date(2026, 10, 9)
        with self.assertRaisesRegex(UserError, OWN):
            case.unlink()

        self.assertFalse(case.date_close)

    def test_correction_that_moves_the_own_result_is_not_applied(self):
        event = self.new_event(self.me)
        batch = self.new_round("locked")
        correction = self.env["gov.appraisal.correction"]._propose(
            batch, "appeal", "upheld", event
        )
        self.assertIn(self.me, correction.line_ids.appraisal_id.employee_id)
        self.assertTrue(month_settlement.preview(batch, without=event))

        with self.assertRaisesRegex(UserError, OWN):
            correction.with_user(self.officer)._check_impartial()
