"""Appeals and corrections that nobody settles in time (D15)."""

from datetime import timedelta

from odoo.tests import tagged

from .common_appeal import AppealCommon


@tagged("post_install", "-at_install")
class TestAppealReminder(AppealCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # to-dos are told apart by their words
        users = cls.handler | cls.checker | cls.officer | cls.leader
        users.lang = "en_US"

    def daily(self):
        self.env["gov.appeal"]._cron_remind_overdue()

    def overdue(self, record):
        """To-dos of a record that speak of its delay."""
        return record.sudo().activity_ids.filtered(
            lambda a: "since" in (a.summary or "")
        )

    def yesterday(self):
        return self.env["gov.staff.movement"]._today() - timedelta(days=1)

    def test_handler_is_told_of_an_overdue_appeal_once(self):
        appeal = self.accepted()
        self.daily()
        self.assertFalse(self.overdue(appeal))
        appeal.sudo()._unprotected().answer_due = self.yesterday()

        self.daily()
        self.daily()

        self.assertEqual(self.overdue(appeal).user_id, self.handler)
        self.assertEqual(len(self.overdue(appeal)), 1)

    def test_officers_who_may_handle_it_are_told_when_nobody_took_it(self):
        appeal = self.submit()
        appeal.sudo()._unprotected().answer_due = self.yesterday()

        self.daily()

        told = self.overdue(appeal).user_id
        self.assertIn(self.handler, told)
        self.assertNotIn(self.officer, told)  # who graded the month

    def test_closed_appeal_reminds_nobody(self):
        appeal = self.decided("rejected")
        appeal.sudo()._unprotected().answer_due = self.yesterday()

        self.daily()

        self.assertFalse(self.overdue(appeal))

    def test_correction_that_waits_reminds_whose_turn_it_is(self):
        correction = self.propose()
        self.daily()
        self.assertFalse(self.overdue(correction))
        self.env.cr.execute(
            "UPDATE gov_appraisal_correction SET create_date = %s WHERE id = %s",
            ("2026-01-05 02:00:00", correction.id),
        )
        correction.invalidate_recordset()

        self.daily()
        self.daily()

        self.assertIn(self.leader, self.overdue(correction).user_id)
        self.assertEqual(
            len(self.overdue(correction).filtered(lambda a: a.user_id == self.leader)),
            1,
        )
