"""Alerts of a quarter: to whom, when, once."""

from datetime import datetime

from odoo.tests import tagged

from .common import TrainingCommon
from .common_cover import Q2, CoverBuilders

MAY, JUNE = datetime(2026, 5, 31, 2, 0), datetime(2026, 6, 1, 2, 0)


@tagged("post_install", "-at_install")
class TestAlert(CoverBuilders, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.freeze(JUNE)
        cls.new_duty(cls.county, user_id=cls.officer.id)
        (cls.officer | cls.site_officer).lang = "en_US"
        cls.alerts = cls.env["gov.training.alert"]

    def warn(self):
        self.alerts._cron_alert()
        return self.alerts.search(
            [("county_id", "=", self.county.id), ("quarter", "=", Q2)]
        )

    def test_nobody_is_warned_before_the_last_month(self):
        self.now(MAY)

        self.assertFalse(self.warn())

    def test_month_of_the_alert_is_that_of_the_text(self):
        self.now(MAY)
        version = self.env["gov.training.duty.version"].create(
            {
                "duty_id": self.env["gov.training.duty"]._for_county(self.county).id,
                "date_from": "2026-05-01",
                "alert_month": 2,
            }
        )
        version.action_put_in_force()

        self.assertTrue(self.warn())

    def test_officer_and_site_officers_are_warned(self):
        by_user = {alert.user_id: alert for alert in self.warn()}

        self.assertEqual(set(by_user), {self.officer, self.site_officer})
        own = by_user[self.site_officer]
        self.assertEqual(own.site_ids, self.town_a | self.village)
        self.assertEqual((own.missing_count, own.untrained_count), (2, 2))
        self.assertEqual(by_user[self.officer].untrained_count, 3)

    def test_each_has_one_activity(self):
        for alert in self.warn():
            with self.subTest(user=alert.user_id.login):
                self.assertEqual(alert.activity_ids.user_id, alert.user_id)
                self.assertIn("make-up sessions", alert.activity_ids.summary)

    def test_second_run_warns_nobody_again(self):
        first = self.warn()
        activities = first.activity_ids

        self.now(datetime(2026, 6, 20, 2, 0))
        self.assertEqual(self.warn(), first)
        self.assertEqual(first.activity_ids, activities)

    def test_next_quarter_warns_anew(self):
        self.warn()
        self.now(datetime(2026, 9, 1, 2, 0))
        self.alerts._cron_alert()

        again = self.alerts.search([("user_id", "=", self.officer.id)])
        self.assertEqual(len(again), 2)

    def test_without_an_officer_of_the_document_all_hr_officers_are_warned(self):
        self.env["gov.training.duty"]._for_county(self.county).user_id = False
        other = self.new_user("officer2", "gov_window_staff.group_hr_officer")

        self.assertLessEqual(self.officer | other, self.warn().user_id)

    def test_covered_sites_are_no_reason_to_warn(self):
        self.new_session(
            "done", [self.ann, self.bob, self.eve], datetime(2026, 5, 6, 1, 0)
        )

        self.assertFalse(self.warn())

    def test_alert_is_settled_when_the_gaps_are_closed(self):
        alerts = self.warn()
        self.new_session("done", [self.ann, self.bob], datetime(2026, 5, 6, 1, 0))
        self.warn()
        settled = alerts.filtered("done_on")

        self.assertEqual(settled.user_id, self.site_officer)
        self.assertFalse(settled.activity_ids)
        self.assertEqual(settled.missing_now, 0)
        # town B is still missing, so the officer's alert stays
        self.assertEqual((alerts - settled).missing_now, 1)

    def test_make_up_from_the_alert(self):
        alert = self.warn().filtered(lambda a: a.user_id == self.site_officer)

        action = alert.with_user(self.site_officer).action_make_up()

        session = self.env["gov.training.session"].browse(action["res_id"])
        self.assertEqual(set(session.proposed_ids.ids), set((self.ann | self.bob).ids))

    def test_text_of_the_officer_is_chinese_for_a_chinese_officer(self):
        self.env["res.lang"]._activate_lang("zh_CN")
        self.officer.lang = "zh_CN"
        alert = self.warn().filtered(lambda a: a.user_id == self.officer)

        self.assertIn("补训", alert.activity_ids.summary)
