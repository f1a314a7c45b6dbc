"""Days of people handed in by an attendance system (在岗状态, A78)."""

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from odoo.addons.gov_window_staff.tests.common import RpcCommon

from .common_attendance import AttendanceCommon


class ReceiveCommon(AttendanceCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.days = cls.env["gov.attendance.day"]

    def row(self, **values):
        return {
            "staff_no": "W001",
            "date": "2026-10-09",
            "am_in": "9:12",
            "pm_out": "17:02",
            **values,
        }

    def receive(self, *rows, user=None):
        days = self.days.with_user(user or self.officer)
        return days.with_context(lang="zh_CN").gov_receive(list(rows))

    def day(self):
        return self.days.search([("employee_id", "=", self.person.id)])


@tagged("post_install", "-at_install")
class TestAttendanceReceive(ReceiveCommon):
    def test_row_becomes_a_day_that_is_judged(self):
        result = self.receive(self.row())

        self.assertEqual(
            result, {"created": ["W001 2026-10-09"], "updated": [], "errors": []}
        )
        self.assertEqual((self.day().am_in, self.day().outcome), ("09:12", "breach"))
        self.assertEqual(self.leads(self.day()), {"1.1": 1})

    def test_same_day_again_is_brought_up_to_date(self):
        self.receive(self.row())

        result = self.receive(self.row(status="外勤", statement="下乡办件", am_in=None))

        self.assertEqual(result["updated"], ["W001 2026-10-09"])
        self.assertRecordValues(
            self.day(), [{"status": "outside", "statement": "下乡办件"}]
        )

    def test_wrong_rows_are_named_and_the_others_kept(self):
        result = self.receive(
            self.row(),
            self.row(staff_no="X999"),
            self.row(date="2026-10-10", am_in="25:00"),
            self.row(date="2026-10-12", colour="red"),
        )

        self.assertEqual(result["created"], ["W001 2026-10-09"])
        self.assertEqual([error["row"] for error in result["errors"]], [2, 3, 4])
        self.assertEqual(result["errors"][0]["staff_no"], "X999")

    def test_only_officers_hand_days_in(self):
        users = (self.leader, self.site_officer, self.plain_user, self.portal_user)
        for user in users:
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.receive(self.row(), user=user)

    def test_what_is_no_list_of_rows_is_refused(self):
        days = self.days.with_user(self.officer)
        for rows in ("x", {"staff_no": "W001"}, ["x"], [{}] * 1001):
            with self.assertRaises(ValidationError):
                days.gov_receive(rows)


@tagged("post_install", "-at_install")
class TestAttendanceReceiveOverRpc(RpcCommon, ReceiveCommon):
    def test_interface_over_the_wire(self):
        result = self.call(self.officer, self.days._name, "gov_receive", [self.row()])

        self.assertEqual(result["created"], ["W001 2026-10-09"])

    def test_site_officer_is_refused_over_the_wire(self):
        with self.assertRaisesRegex(JsonRpcException, "AccessError"):
            self.call(self.site_officer, self.days._name, "gov_receive", [self.row()])
