"""考勤: what was reported becomes leads, unless it is excused (A3-A7, S18)."""

from datetime import date

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from odoo.addons.gov_window_staff.exceptions import ImportRefused
from odoo.addons.gov_window_staff.tests.common import RpcCommon

from .common_attendance import AttendanceCommon

MODEL = "gov.import.attendance.day"


@tagged("post_install", "-at_install")
class TestAttendanceDay(AttendanceCommon):
    def assert_judged(self, day, outcome, leads):
        self.assertEqual((day.outcome, self.leads(day)), (outcome, leads))

    def test_lateness_becomes_a_draft_with_the_minutes(self):
        day = self.new_day(self.person, am_in="09:12")

        self.assert_judged(day, "breach", {"1.1": 1})
        self.assertRecordValues(
            day.event_ids,
            [{"state": "draft", "source": "attendance", "is_imported": True}],
        )
        self.assertIn("12 minutes", day.event_ids.reason)

    def test_grace_minutes_cost_nothing(self):
        self.assert_judged(self.new_day(self.person, am_in="09:05"), "none", {})

    def test_missing_punch_is_item_1_2(self):
        day = self.new_day(self.person, am_in=False)

        self.assert_judged(day, "breach", {"1.2": 1})

    def test_reported_absence_is_item_1_3(self):
        day = self.new_day(self.person, status="absent")

        self.assert_judged(day, "breach", {"1.3": 1})

    def test_days_off_are_not_judged(self):
        for off in (date(2026, 10, 1), date(2026, 10, 11)):
            with self.subTest(day=off):
                day = self.new_day(self.person, off, am_in=False, pm_out=False)
                self.assert_judged(day, "off", {})

    def test_weekend_worked_in_exchange_is_judged(self):
        day = self.new_day(self.person, date(2026, 10, 10), am_in=False)

        self.assert_judged(day, "breach", {"1.2": 1})

    def test_approved_leave_excuses(self):
        for kind in ("sick", "official"):
            with self.subTest(kind=kind):
                person = self.new_person()
                self.new_leave(person, kind)
                day = self.new_day(person, am_in=False, pm_out=False)
                self.assert_judged(day, "excused", {})

    def test_leave_that_nobody_approved_does_not_excuse(self):
        leave = self.new_leave(self.person, "sick")
        leave.action_refuse()

        day = self.new_day(self.person, am_in=False, status="leave")

        self.assert_judged(day, "breach", {"1.4b": 1})

    def test_personal_leave_costs_a_day_or_a_half(self):
        self.new_leave(self.person)
        half = self.new_person()
        self.new_leave(half, request_date_from_period="am", request_date_to_period="am")

        whole_day = self.new_day(self.person, am_in=False, pm_out=False)
        half_day = self.new_day(half, am_in=False)

        self.assert_judged(whole_day, "breach", {"1.4a": 1})
        self.assert_judged(half_day, "breach", {"1.4a": 0.5})
        self.assertEqual(half_day.event_ids.points_total, 1)

    def test_outside_duty_needs_the_statement_of_the_unit(self):
        day = self.new_day(self.person, am_in=False, status="outside")
        self.assert_judged(day, "breach", {"1.2": 1})

        day.statement = "县人社局：下乡核查"

        self.assert_judged(day, "excused", {})

    def test_late_approval_takes_the_draft_back(self):
        day = self.new_day(self.person, am_in=False)
        self.new_leave(self.person, "sick")

        day.action_judge()

        self.assert_judged(day, "excused", {})

    def test_what_was_decided_stays_and_does_not_come_back(self):
        confirmed = self.new_day(self.person, am_in="09:12")
        confirmed.event_ids.action_confirm()
        other = self.new_day(self.new_person(), am_in="09:12")
        other.event_ids.withdraw_reason = "Power failure"
        other.event_ids.action_withdraw()

        confirmed.am_in = "09:00"
        other.action_judge()

        self.assertEqual(confirmed.event_ids.state, "confirmed")
        self.assertEqual(other.event_ids.state, "withdrawn")

    def test_county_without_rules_says_so(self):
        self.env.ref("gov_assessment.attendance_policy").active = False

        self.assert_judged(self.new_day(self.person), "unruled", {})

    def test_own_rules_of_a_county(self):
        policy = self.env["gov.attendance.policy"].create(
            {"name": "Own", "code": "T-ATT", "department_id": self.county.id}
        )
        self.env["gov.attendance.policy.version"].create(
            {
                "policy_id": policy.id,
                "date_from": "2026-01-01",
                "grace_minutes": 0,
                "absent_minutes": 30,
                "absent_code": "1.3",
            }
        ).action_put_in_force()

        day = self.new_day(self.person, am_in="09:30", pm_out="16:59")

        self.assert_judged(day, "breach", {"1.1": 1, "1.3": 0.5})

    def test_time_that_is_none_is_refused(self):
        with self.assertRaisesRegex(ValidationError, "not a time of day"):
            self.new_day(self.person, am_in="9点")


@tagged("post_install", "-at_install")
class TestAttendanceRights(RpcCommon, AttendanceCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.day = cls.new_day(cls.person, am_in="09:12")
        cls.foreign = cls.new_day(cls.new_person(site=cls.town_b), am_in="09:12")

    def test_each_role(self):
        models = ("gov.attendance.day", MODEL, "gov.lead.collect")
        models += ("gov.attendance.policy.version",)
        for user, expected in (
            (self.officer, (True, True, True, True)),
            (self.leader, (True, False, False, True)),
            (self.site_officer, (True, False, False, True)),
            (self.plain_user, (False, False, False, True)),
            (self.portal_user, (False, False, False, False)),
        ):
            found = tuple(
                self.env[m].with_user(user).has_access("read") for m in models
            )
            with self.subTest(user=user.login):
                self.assertEqual(found, expected)

    def test_site_officer_sees_own_people_and_adds_a_statement(self):
        days = self.env["gov.attendance.day"].with_user(self.site_officer)
        self.assertEqual(days.search([]), self.day)

        days.browse(self.day.id).statement = "县人社局证明"

        with self.assertRaises(AccessError):
            days.browse(self.day.id).am_in = "08:00"
        with self.assertRaises(AccessError):
            days.browse(self.foreign.id).statement = "x"

    def test_only_officers_change_what_was_reported_over_rpc(self):
        for user in (self.site_officer, self.leader, self.plain_user):
            with self.subTest(user=user.login), self.assertRaises(JsonRpcException):
                self.call(
                    user,
                    "gov.attendance.day",
                    "write",
                    self.day.ids,
                    {"status": "normal"},
                )

    def test_nobody_sends_the_outcome(self):
        self.day.with_user(self.officer).write({"outcome": "none"})

        self.assertEqual(self.day.outcome, "breach")


@tagged("post_install", "-at_install")
class TestImportAttendance(AttendanceCommon):
    def row(self, **cells):
        return {"工号": "W001", "日期": "2026-10-09", **cells}

    def import_row(self, **cells):
        return self.import_rows(MODEL, self.row(**cells), user=self.officer).records

    def test_row_becomes_a_judged_day(self):
        day = self.import_row(上午上班="9:12", 下午下班="17:00:30")

        self.assertRecordValues(
            day, [{"am_in": "09:12", "pm_out": "17:00", "outcome": "breach"}]
        )
        self.assertEqual(day.event_ids.state, "draft")

    def test_times_of_excel_are_read(self):
        day = self.import_row(上午上班=0.375, 下午下班="17：00")

        self.assertEqual((day.am_in, day.outcome), ("09:00", "none"))

    def test_newer_row_corrects_the_day_and_takes_its_draft_back(self):
        first = self.import_row(上午上班="9:12", 下午下班="17:00")

        again = self.import_row(上午上班="8:55", 下午下班="17:00")

        self.assertEqual(first, again)
        self.assertFalse(again.event_ids)

    def test_importing_twice_adds_nothing(self):
        for _time in range(2):
            day = self.import_row(上午上班="9:12", 下午下班="17:00")

        self.assertEqual(len(day.event_ids), 1)

    def test_outside_with_statement_is_excused(self):
        day = self.import_row(状态="外勤", 情况说明="县人社局：下乡核查")

        self.assertEqual(day.outcome, "excused")

    def test_bad_rows_keep_the_file_out(self):
        with self.assertRaises(ImportRefused) as refused:
            self.import_rows(
                MODEL,
                self.row(上午上班="九点"),
                self.row(),
                self.row(工号="W999"),
            )

        text = str(refused.exception)
        for words in ("第 2 行“上午上班”列", "第 3 行“日期”列", "W999"):
            self.assertIn(words, text)
        own = [("employee_id", "=", self.person.id)]
        self.assertFalse(self.env["gov.attendance.day"].search(own))

    def test_only_officers_import(self):
        for user in (self.site_officer, self.leader, self.plain_user):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.import_rows(MODEL, self.row(), user=user)
