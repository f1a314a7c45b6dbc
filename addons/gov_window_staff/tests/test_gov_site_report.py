"""运行情况报送: opened for all, submitted in time or late, returned, reminded."""

from datetime import date

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from ..exceptions import DocumentLocked
from ..rules.month import Month
from .common import HR_OFFICER, LEADER, SITE_OFFICER, RpcCommon, WindowStaffCommon
from .common_stat import TODAY, StatisticMixin

OCTOBER = Month(2026, 10)
DUE = date(2026, 11, 6)  # fifth working day of November 2026


class SiteReportCase(StatisticMixin, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.officer = cls.new_user("officer", HR_OFFICER, lang="zh_CN")
        cls.site_officer = cls.new_user(
            "site", SITE_OFFICER, sites=cls.town, lang="zh_CN"
        )

    def open_month(self, month=OCTOBER):
        """The reports of a month, opened by the officer."""
        return self.env["gov.site.report"].with_user(self.officer)._open_month(month)

    def report(self, site=None, user=None):
        """The report of the town for October, as its officer sees it."""
        self.open_month()
        site = site or self.town
        report = self.env["gov.site.report"].search(
            [("department_id", "=", site.id), ("month", "=", OCTOBER.first)]
        )
        return report.with_user(user or self.site_officer)


@tagged("post_install", "-at_install")
class TestSiteReport(SiteReportCase):
    def test_branches_and_towns_report_by_the_fifth_working_day(self):
        reports = self.open_month()

        self.assertEqual(
            reports.department_id & (self.county | self.village | self.branch
                                     | self.town | self.town_b),
            self.branch | self.town | self.town_b,
        )
        self.assertEqual(set(reports.mapped("due_date")), {DUE})

    def test_a_month_is_opened_once(self):
        self.open_month()

        self.assertFalse(self.open_month())

    def test_duty_binds_from_its_first_day(self):
        duty = self.env.ref("gov_window_staff.report_duty_town")
        duty.copy({"date_from": "2026-10-15", "due_days": 3})
        duty.copy({"date_from": "2026-11-01", "is_required": False})

        october = self.open_month().filtered(lambda r: r.level == "town")
        november = self.open_month(OCTOBER.next())

        self.assertEqual(set(october.mapped("due_date")), {date(2026, 11, 4)})
        self.assertNotIn(self.town, november.department_id)

    def test_duty_that_opened_reports_is_not_deleted(self):
        self.open_month()

        with self.assertRaises(UserError):
            self.env.ref("gov_window_staff.report_duty_town").unlink()

    def test_figures_are_those_of_the_subtree(self):
        for site in (self.town, self.village, self.town_b):
            self.new_person(site=site)
            self.new_window(site)
        self.new_window(self.village, name="关闭", is_open=False)

        self.assertRecordValues(
            self.report(), [{"staff_count": 2, "window_count": 2}]
        )

    def test_submitted_by_the_due_day_is_in_time(self):
        for day, state in ((DUE, "submitted"), (date(2026, 11, 7), "late")):
            site = self.town if state == "submitted" else self.town_b
            report = self.report(site, self.officer)
            report.case_count = 120
            with freeze_time(day):
                report.action_submit()
            self.assertRecordValues(report, [{"state": state, "submit_date": day}])

    def test_no_cases_need_an_explanation(self):
        report = self.report()
        with self.assertRaises(UserError):
            report.action_submit()

        report.issues = "系统升级,全月停办"
        report.action_submit()

        self.assertEqual(report.state, "late")

    def test_submitted_report_is_closed_to_the_site(self):
        report = self.report()
        report.case_count = 5
        report.action_submit()

        with self.assertRaises(DocumentLocked):
            report.case_count = 6
        with self.assertRaises(DocumentLocked):
            report.with_user(self.officer).case_count = 6
        with self.assertRaises(AccessError):
            report.action_submit()

    def test_returned_report_keeps_its_first_day(self):
        report = self.report()
        report.case_count = 5
        with freeze_time(DUE):
            report.action_submit()

        self.send_back(report, "办件量有误")
        self.assertRecordValues(
            report, [{"state": "returned", "return_reason": "办件量有误"}]
        )
        report.case_count = 50
        report.action_submit()

        self.assertRecordValues(
            report,
            [{"state": "submitted", "submit_date": DUE, "return_reason": False}],
        )

    def send_back(self, report, reason):
        dialog = self.env["gov.site.report.return"].with_user(self.officer)
        context = {"active_model": report._name, "active_ids": report.ids}
        dialog.with_context(**context).create({"reason": reason}).action_return()

    def test_report_that_is_not_submitted_is_not_returned(self):
        with self.assertRaises(UserError):
            self.send_back(self.report(), "没有内容")

    def test_overdue_reports_are_found(self):
        report = self.report()
        found = {}
        for day in ("2026-11-06", "2026-11-07"):
            with freeze_time(day):
                self.env.invalidate_all()
                overdue = report.search([("is_overdue", "=", True)])
                found[day] = (report.is_overdue, report in overdue)
                rest = report.search([("is_overdue", "=", False)])
                self.assertFalse(rest & overdue)

        self.assertEqual(
            found, {"2026-11-06": (False, False), "2026-11-07": (True, True)}
        )

    def test_submission_rate_by_month(self):
        reports = self.open_month()
        own = reports.filtered(lambda r: r.department_id in (self.town, self.town_b))
        own[0].case_count = 1
        own[0].action_submit()

        rate = own._read_group(
            [("id", "in", own.ids)], ["month:month"], ["submitted_rate:avg"]
        )

        self.assertEqual([r for _month, r in rate], [50.0])

    def test_deadline_in_an_unknown_year_says_so(self):
        reports = self.open_month(Month(2031, 5))

        self.assertIn("2031", reports[0].calendar_warning)
        self.assertFalse(self.report().calendar_warning)

    # -- to-dos and reminders --------------------------------------------------

    def test_officer_of_the_site_gets_a_to_do_until_it_is_submitted(self):
        report = self.report()
        todo = report.sudo().activity_ids
        self.assertEqual(todo.user_id, self.site_officer)
        self.assertEqual(todo.date_deadline, DUE)

        report.case_count = 5
        report.action_submit()

        self.assertFalse(report.sudo().activity_ids)

    def test_nearest_site_above_is_responsible(self):
        above = self.new_user("above", SITE_OFFICER, sites=self.county)

        self.assertIn(above, self.report(self.branch).sudo().activity_ids.user_id)
        self.assertNotIn(above, self.report(self.town).sudo().activity_ids.user_id)

    def test_sites_are_reminded_two_working_days_before_and_then_weekly(self):
        report = self.report()
        days = []
        for day in (
            "2026-11-03", "2026-11-04", "2026-11-05", "2026-11-09", "2026-11-12",
            "2026-11-15", "2026-11-16", "2026-11-18",
        ):  # 15 November is a Sunday
            with freeze_time(day):
                self.env["gov.site.report"]._cron_daily()
            if str(report.remind_date) == day:
                days.append(day)

        self.assertEqual(days, ["2026-11-04", "2026-11-12"])

    def test_cron_opens_last_month(self):
        with freeze_time("2026-11-02"):
            self.env["gov.site.report"]._cron_daily()

        self.assertTrue(
            self.env["gov.site.report"].search([("month", "=", OCTOBER.first)])
        )

    def test_reminder_names_the_sites_without_an_officer(self):
        reports = self.report() | self.report(self.town_b)

        action = reports.with_user(self.officer).action_remind()

        self.assertIn(self.town_b.name, action["params"]["message"])
        self.assertNotIn(self.town.name, action["params"]["message"])

    # -- rights ----------------------------------------------------------------

    def test_site_officer_sees_the_own_sites_only(self):
        self.open_month()

        seen = self.env["gov.site.report"].with_user(self.site_officer).search([])

        self.assertEqual(seen.department_id, self.town)

    def test_leader_reads_and_does_not_submit(self):
        leader = self.new_user("leader", LEADER)
        report = self.report(user=leader)

        self.assertEqual(report.state, "open")
        with self.assertRaises(AccessError):
            report.action_submit()

    def test_attachments_of_a_submitted_report_stay(self):
        report = self.report()
        proof = report.env["ir.attachment"].create(
            {"name": "a.txt", "raw": b"a", "res_model": report._name, "res_id": report.id}
        )
        report.write({"case_count": 5, "attachment_ids": [(4, proof.id)]})
        report.action_submit()

        with self.assertRaises(AccessError):
            proof.unlink()

    def test_untouched_report_may_be_deleted_and_a_submitted_one_not(self):
        opened, submitted = self.report(), self.report(self.town_b, self.officer)
        submitted.case_count = 1
        submitted.action_submit()

        opened.with_user(self.officer).unlink()
        with self.assertRaises(DocumentLocked):
            submitted.unlink()


@tagged("post_install", "-at_install")
class TestSiteReportRpc(RpcCommon, SiteReportCase):
    def assert_refused(self, user, method, *args, **kwargs):
        with self.assertRaises(JsonRpcException):
            self.call(user, "gov.site.report", method, *args, **kwargs)

    def test_state_and_due_date_are_not_written(self):
        ids = self.report().ids
        for vals in (
            {"state": "submitted"},
            {"due_date": "2030-01-01"},
            {"staff_count": 9},
            {"case_count": 1, "submit_date": "2026-11-01"},
        ):
            for user in (self.site_officer, self.officer):
                self.assert_refused(
                    user, "write", ids, vals, context={"gov_unlock": True}
                )
        self.assertEqual(self.report().state, "open")

    def test_report_is_not_created_by_hand(self):
        vals = {
            "department_id": self.town.id,
            "month": "2026-01-01",
            "due_date": "2030-01-01",
        }
        for user in (self.site_officer, self.officer):
            self.assert_refused(
                user, "create", [vals], context={"default_state": "submitted"}
            )

    def test_other_sites_report_is_not_submitted(self):
        other = self.report(self.town_b).ids

        self.assert_refused(self.site_officer, "write", other, {"case_count": 3})
        self.assert_refused(self.site_officer, "action_submit", other)

    def test_site_officer_neither_opens_nor_returns(self):
        with self.assertRaises(JsonRpcException):
            self.call(
                self.site_officer, "gov.site.report.open", "create", [{"day": TODAY}]
            )
        with self.assertRaises(JsonRpcException):
            self.call(
                self.site_officer,
                "gov.site.report.return",
                "create",
                [{"report_ids": [(6, 0, self.report().ids)], "reason": "x"}],
            )
        self.assert_refused(self.site_officer, "_return", self.report().ids, "x")
