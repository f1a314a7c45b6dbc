"""Sites and units ask for leave and keep records of their own people (O11)."""

from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import WindowStaffCommon
from .common_people import PeopleMixin


@tagged("post_install", "-at_install")
class TestLeaveEntry(PeopleMixin, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kind_of_leave = cls.env["hr.leave.type"].create(
            {
                "name": "事假(测试)",
                "requires_allocation": False,
                "leave_validation_type": "hr",
            }
        )
        cls.stranger = cls.new_person("P002", site=cls.town_b)

    def ask(self, role, person=None, **vals):
        """Hand in a request; the hr.leave, as the system sees it."""
        person = person or self.person
        entry = (
            self.env["gov.leave.entry"]
            .with_user(self.users[role])
            .create(
                {
                    "person_id": person.id,
                    "leave_type_id": self.kind_of_leave.id,
                    "date_from": date(2026, 11, 23),
                    "date_to": date(2026, 11, 24),
                    "reason": "家中有事",
                    **vals,
                }
            )
        )
        entry.action_confirm()
        return self.env["hr.leave"].search([("employee_id", "=", person.id)])

    def test_liaison_asks_for_leave_of_the_own_people(self):
        leave = self.ask("liaison")

        self.assertRecordValues(leave, [{"state": "confirm", "number_of_days": 2}])
        own = self.env["hr.leave"].with_user(self.users["liaison"]).search([])
        self.assertEqual(own, leave)

    def test_statement_stays_with_the_request(self):
        leave = self.ask("site_officer", letter=b"JVBERi0xLjQ=", letter_name="假条.pdf")

        self.assertEqual(leave.supported_attachment_ids.name, "假条.pdf")

    def test_nobody_asks_for_leave_of_others(self):
        for role in ("liaison", "site_officer"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                self.ask(role, self.stranger)

    def test_nobody_approves_what_was_handed_in_but_the_county_office(self):
        leave = self.ask("liaison")

        for role in ("liaison", "site_officer", "plain"):
            with self.subTest(role=role), self.assertRaises(UserError):
                leave.with_user(self.users[role]).action_approve()
        leave.with_user(self.users["officer"]).action_approve()
        self.assertEqual(leave.state, "validate")

    def test_request_is_neither_written_nor_made_past_the_form(self):
        leave = self.ask("liaison")
        vals = {
            "employee_id": self.person.id,
            "holiday_status_id": self.kind_of_leave.id,
            "request_date_from": date(2026, 12, 1),
            "request_date_to": date(2026, 12, 1),
        }
        for role in ("liaison", "site_officer"):
            leaves = self.env["hr.leave"].with_user(self.users[role])
            with self.subTest(role=role), self.assertRaises(AccessError):
                leaves.create(vals)
            with self.subTest(role=role), self.assertRaises(AccessError):
                leaves.browse(leave.id).write({"name": "改"})

    def test_days_stand_in_order(self):
        with self.assertRaisesRegex(UserError, "before"):
            self.ask("liaison", date_to=date(2026, 11, 22))

    def test_kind_that_needs_no_approval_is_refused(self):
        self.kind_of_leave.leave_validation_type = "no_validation"

        with self.assertRaisesRegex(UserError, "without approval"):
            self.ask("liaison")

    def test_liaison_keeps_records_of_the_own_people_only(self):
        record = self.new_record("uniform", user=self.users["liaison"])

        record.summary = "两套"
        with self.assertRaises(AccessError):
            self.new_record("uniform", self.stranger, self.users["liaison"])
        with self.assertRaises(AccessError):
            record.employee_id = self.stranger

    def test_liaison_keeps_no_restricted_record(self):
        with self.assertRaises(AccessError):
            self.new_record("talk", user=self.users["liaison"])

    def test_liaison_does_not_write_what_others_recorded(self):
        record = self.new_record("uniform")

        with self.assertRaises(AccessError):
            record.with_user(self.users["liaison"]).summary = "改"
