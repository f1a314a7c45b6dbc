"""派驻人员情况通报: facts of a unit's own people, sent, acknowledged, kept."""

import json
from datetime import date

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from ..exceptions import DocumentLocked
from ..models.reporting.gov_unit_report import period
from .common import HR_OFFICER, LEADER, MODULE, RpcCommon, WindowStaffCommon
from .common_stat import LIAISON, TODAY, StatisticMixin, day

OCTOBER = date(2026, 10, 5)


class UnitReportCase(StatisticMixin, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.unit, cls.other = cls.new_unit("县人社局"), cls.new_unit("县公安局")
        cls.officer = cls.new_user("officer", HR_OFFICER, lang="zh_CN")
        cls.liaison = cls.new_user(
            "liaison", LIAISON, lang="zh_CN", gov_unit_ids=[(6, 0, cls.unit.ids)]
        )

    def new_posted(self, unit=None, **vals):
        """A person whom a unit has sent."""
        return self.new_person(gov_dispatch_unit_id=(unit or self.unit).id, **vals)

    def create_reports(self, kind="month", when=OCTOBER):
        """The drafts of a period, by the officer."""
        reports = self.env["gov.unit.report"].with_user(self.officer)
        return reports.with_context(lang="zh_CN")._create_for_units(kind, when)

    def report(self, user=None, state="draft"):
        """The unit's report of October."""
        self.new_posted()
        report = self.create_reports().filtered(lambda r: r.unit_id == self.unit)
        if state != "draft":
            report.action_send()
        return report.with_user(user or self.officer)

    def rows(self, report, number):
        return report.sections[number]["rows"]


@tagged("post_install", "-at_install")
@freeze_time(TODAY)
class TestUnitReport(UnitReportCase):
    def test_each_unit_with_people_gets_one_draft(self):
        self.new_posted()
        self.new_posted(self.other)
        self.new_person()
        self.new_unit("没有人的单位")

        reports = self.create_reports()

        self.assertEqual(reports.unit_id, self.unit | self.other)
        self.assertFalse(self.create_reports())

    def test_a_quarter_is_three_months(self):
        self.assertEqual(
            period("quarter", OCTOBER), (date(2026, 10, 1), date(2026, 12, 31))
        )
        with self.assertRaises(KeyError):
            period("week", OCTOBER)

    def test_report_names_the_own_people_only(self):
        own, _foreign = self.new_posted(), self.new_posted(self.other)

        report = self.create_reports().filtered(lambda r: r.unit_id == self.unit)

        self.assertEqual([row[1] for row in self.rows(report, 0)], [own.name])
        self.assertNotIn(_foreign.name, json.dumps(report.sections))

    def test_two_years_at_the_window_are_shown(self):
        self.new_posted(entry=day("2024-10-31"))
        self.new_posted(entry=day("2024-11-01"))

        report = self.create_reports()

        self.assertEqual([row[-1] for row in self.rows(report, 0)], ["是", "否"])

    def test_changes_of_the_period_are_listed(self):
        person = self.new_posted()
        self.move(person, "2026-10-12", department_id=self.town_b.id)
        self.move(person, "2026-11-02", department_id=self.town.id)
        self.new_posted(entry=day("2026-10-09"))
        self.new_posted(leave=day("2026-10-20"))
        self.new_posted(leave=day("2026-11-20"))

        changes = self.rows(self.create_reports(), 1)

        self.assertEqual(
            [(row[0], row[3]) for row in changes],
            [
                ("2026-10-09", "入职"),
                ("2026-10-12", "机构调整"),
                ("2026-10-20", "已离职"),
            ],
        )

    def test_change_of_the_unit_stands_in_both_reports(self):
        person = self.new_posted()
        self.new_posted()
        self.move(person, "2026-10-12", gov_dispatch_unit_id=self.other.id)

        reports = self.create_reports()

        for report in reports:
            self.assertEqual([r[3] for r in self.rows(report, 1)], ["单位调整"])
        self.assertEqual(sorted(reports.mapped("staff_count")), [1, 1])

    def test_certificates_of_the_period_are_listed(self):
        self.new_posted(
            certificates=[
                {"issued": day("2026-10-10"), "number": "T-IN"},
                {"issued": day("2026-09-10")},
                {"issued": day("2026-10-11"), "verified": False},
            ]
        )

        certificates = self.rows(self.create_reports(), 2)

        self.assertEqual([row[-1] for row in certificates], ["T-IN"])

    def test_honours_are_listed_and_talks_and_health_are_not(self):
        person = self.new_posted()
        for kind, when in (
            ("honour", "2026-10-12"),
            ("talk", "2026-10-12"),
            ("checkup", "2026-10-12"),
            ("honour", "2026-09-30"),
        ):
            self.env["gov.staff.record"].create(
                {
                    "employee_id": person.id,
                    "kind_id": self.env.ref(f"{MODULE}.record_kind_{kind}").id,
                    "summary": f"{kind} {when}",
                    "date": when,
                }
            )

        report = self.create_reports()

        self.assertEqual(
            [row[-1] for row in self.rows(report, 3)], ["honour 2026-10-12"]
        )

    def test_draft_is_collected_anew_and_a_sent_one_stays(self):
        report = self.report()
        self.new_posted()
        report.action_refresh()
        self.assertEqual(report.staff_count, 2)

        report.action_send()
        self.new_posted()
        with self.assertRaises(DocumentLocked):
            report.action_refresh()

        self.assertEqual(report.staff_count, 2)

    def test_liaison_gets_a_to_do_and_acknowledges_with_a_reply(self):
        report = self.report(state="sent")
        self.assertEqual(report.activity_ids.user_id, self.liaison)

        own = report.with_user(self.liaison)
        own.reply = "已知悉,将加强管理。"
        own.action_acknowledge()

        self.assertRecordValues(
            report,
            [
                {
                    "state": "acknowledged",
                    "acknowledge_uid": self.liaison.id,
                    "acknowledge_date": date(2026, 11, 22),
                }
            ],
        )
        self.assertFalse(report.activity_ids)
        with self.assertRaises(DocumentLocked):
            own.reply = "改口"

    def test_unit_without_a_liaison_is_named(self):
        self.new_posted(self.other)
        reports = self.create_reports()

        action = reports.action_send()

        self.assertIn("县公安局", action["params"]["message"])
        self.assertEqual(reports.state, "sent")
        self.assertFalse(reports.has_liaison)

    def test_nothing_to_send_is_said(self):
        with self.assertRaises(UserError):
            self.report(state="sent").action_send()

    def test_assessment_is_written_before_sending_only(self):
        report = self.report()
        report.note = "思想稳定,工作认真。"
        report.action_send()

        with self.assertRaises(DocumentLocked):
            report.note = "改写"

    def test_draft_may_be_thrown_away_and_a_sent_one_not(self):
        self.report().unlink()
        with self.assertRaises(DocumentLocked):
            self.report(state="sent").unlink()

    def test_report_is_printed(self):
        report = self.report(state="sent")
        reports = self.env["ir.actions.report"].with_context(lang="zh_CN")

        content, kind = reports.with_user(self.liaison)._render_qweb_pdf(
            "gov_window_staff.report_unit_report", report.ids
        )

        self.assertEqual((kind, content[:4]), ("pdf", b"%PDF"))

    def test_other_addons_add_sections(self):
        """The hook gives a list by unit that super() may be added to."""
        self.new_posted()

        found = self.unit._gov_unit_report_sections(
            date(2026, 10, 1), date(2026, 10, 31)
        )

        self.assertEqual(list(found), [self.unit.id])
        for section in found[self.unit.id]:
            self.assertEqual(set(section), {"title", "header", "rows"})
            for row in section["rows"]:
                self.assertEqual(len(row), len(section["header"]))

    def test_reports_cost_the_same_number_of_queries_for_any_number_of_units(self):
        first, last = date(2026, 10, 1), date(2026, 10, 31)
        units = self.unit
        for n in range(12):
            units |= self.new_unit(f"单位{n}")
        for unit in units:
            self.new_posted(unit)
        self.unit._gov_unit_report_sections(first, last)
        self.env.invalidate_all()

        with self.assertQueryCount(40):
            units._gov_unit_report_sections(first, last)

    # -- rights ----------------------------------------------------------------

    def test_liaison_sees_sent_reports_of_the_own_unit(self):
        self.new_posted()
        self.new_posted(self.other)
        reports = self.create_reports()
        seen = self.env["gov.unit.report"].with_user(self.liaison)
        self.assertFalse(seen.search([]))

        reports.action_send()

        self.assertEqual(seen.search([]).unit_id, self.unit)

    def test_leader_reads_and_does_not_send(self):
        report = self.report(self.new_user("leader", LEADER))

        self.assertEqual(report.unit_id, self.unit)
        with self.assertRaises(AccessError):
            report.action_send()


@tagged("post_install", "-at_install")
class TestUnitReportRpc(RpcCommon, UnitReportCase):
    def assert_refused(self, user, method, *args, **kwargs):
        with self.assertRaises(JsonRpcException):
            self.call(user, "gov.unit.report", method, *args, **kwargs)

    def test_liaison_changes_nothing_but_the_reply(self):
        ids = self.report(state="sent").ids
        for vals in (
            {"state": "acknowledged"},
            {"note": "好"},
            {"sections": []},
            {"unit_id": self.other.id},
            {"reply": "好", "acknowledge_uid": 1},
        ):
            self.assert_refused(
                self.liaison, "write", ids, vals, context={"gov_unlock": True}
            )

        self.call(self.liaison, "gov.unit.report", "write", ids, {"reply": "收到"})

    def test_foreign_report_is_not_acknowledged(self):
        self.new_posted(self.other)
        reports = self.create_reports()
        reports.action_send()

        self.assert_refused(self.liaison, "action_acknowledge", reports.ids)
        self.assert_refused(self.liaison, "read", reports.ids, ["sections"])

    def test_report_is_not_created_by_hand(self):
        vals = {
            "unit_id": self.unit.id,
            "kind": "month",
            "date_from": "2026-01-01",
            "date_to": "2026-01-31",
        }
        for user in (self.liaison, self.officer):
            self.assert_refused(
                user, "create", [vals], context={"default_state": "acknowledged"}
            )

    def test_liaison_reads_no_profile(self):
        person = self.new_posted()

        with self.assertRaises(JsonRpcException):
            self.call(
                self.liaison, "hr.employee", "read", person.ids, ["identification_id"]
            )
