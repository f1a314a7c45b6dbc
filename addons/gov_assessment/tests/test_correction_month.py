"""Corrections by severe late records, and those of a month that is taken back."""

from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from odoo.addons.gov_window_staff.rules.month import Month

from .common_appeal import CorrectionCommon


@tagged("post_install", "-at_install")
class TestLateRecord(CorrectionCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # 1.6 is severe: reported by the media in October, known in November
        cls.late = cls.new_event(cls.tao, "1.6", day=date(2026, 10, 20))

    def propose_late(self):
        action = self.late.with_user(self.handler).action_count_in_own_month()
        return self.env["gov.appraisal.correction"].browse(action["res_id"])

    def test_severe_record_goes_back_to_its_month_with_approval(self):
        self.assertTrue(self.late.is_late)
        self.assertEqual(self.late.count_month, date(2026, 11, 1))

        correction = self.propose_late()

        self.assert_line(correction, self.tao, total_before=100, total_after=70)
        self.assertEqual(self.late.count_month, date(2026, 11, 1))
        self.assert_totals(self.batch, {self.tao: 100})

        correction.with_user(self.leader).action_approve()
        correction.with_user(self.handler).action_apply()

        self.assertEqual(self.late.count_month, date(2026, 10, 1))
        self.assertFalse(self.late.is_late)
        self.assert_totals(self.batch, {self.tao: 70})

    def test_second_press_opens_the_same_correction(self):
        self.assertEqual(self.propose_late(), self.propose_late())

    def test_later_month_does_not_count_it_a_second_time(self):
        november = self.new_round("graded", Month(2026, 11))
        self.assert_totals(november, {self.tao: 70})

        correction = self.propose_late()
        correction.with_user(self.leader).action_approve()
        correction.with_user(self.handler).action_apply()

        self.assertEqual(november.state, "open")
        self.advance(november, "graded")
        self.assert_totals(november, {self.tao: 100})

    def test_record_that_a_closed_month_has_counted_stays_there(self):
        self.new_round("locked", Month(2026, 11))

        with self.assertRaisesRegex(UserError, "closed itself"):
            self.propose_late()

    def test_other_records_stay_where_they_are(self):
        slight = self.new_event(self.tao, "1.1", day=date(2026, 10, 21))

        with self.assertRaisesRegex(UserError, "severe items"):
            slight.with_user(self.handler).action_count_in_own_month()

    def test_site_officer_does_not_ask_for_it(self):
        with self.assertRaises(AccessError):
            self.late.with_user(self.site_officer).action_count_in_own_month()


@tagged("post_install", "-at_install")
class TestRoundTakenBack(CorrectionCommon):
    @classmethod
    def set_up_month(cls, state="published"):
        return super().set_up_month(state)

    def take_back(self):
        self.batch.with_user(self.officer)._take_back("事实有误")

    def test_month_taken_back_cancels_what_was_proposed(self):
        correction = self.propose()

        self.take_back()

        self.assertEqual(correction.state, "cancelled")
        self.assertTrue(correction.cancel_reason)

    def test_population_may_be_taken_anew_after_a_cancelled_correction(self):
        correction = self.propose()
        self.take_back()

        self.batch.with_user(self.officer).action_open()

        self.assertEqual(len(self.batch.appraisal_ids), 4)
        self.assertFalse(correction.line_ids)

    def test_population_stays_when_somebody_has_appealed(self):
        self.env["gov.appeal"]._submit(
            self.appraisal(self.batch, self.lan),
            self.env["gov.appraisal.line"],
            {
                "reason": "申诉",
                "source": "paper",
                "submitted_on": date(2026, 11, 23),
            },
        )
        self.take_back()

        with self.assertRaisesRegex(UserError, "Score it again"):
            self.batch.with_user(self.officer).action_open()
