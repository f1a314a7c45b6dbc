"""What Odoo opens to every internal user and the product closes."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import WindowStaffCommon
from .common_people import PeopleMixin


@tagged("post_install", "-at_install")
class TestOdooDoors(PeopleMixin, WindowStaffCommon):
    def seen_absences(self, role):
        absences = self.env["hr.leave.report.calendar"].with_user(self.users[role])
        return absences.search([("employee_id", "in", self.people.ids)]).employee_id.ids

    def build_absences(self):
        """One of a person of the town and the unit, one of somebody of another site."""
        self.people = self.person | self.new_person(site=self.branch)
        kind = self.env["hr.leave.type"].create(
            {"name": "事假(测试)", "requires_allocation": False}
        )
        self.env["hr.leave"].create(
            [
                {
                    "employee_id": person.id,
                    "holiday_status_id": kind.id,
                    "request_date_from": "2026-10-13",
                    "request_date_to": "2026-10-14",
                }
                for person in self.people
            ]
        )
        self.env.flush_all()

    def test_absences_are_shown_to_those_who_read_the_leave(self):
        self.build_absences()

        for role in ("officer", "leader"):
            with self.subTest(role=role):
                self.assertEqual(set(self.seen_absences(role)), set(self.people.ids))
        for role in ("site_officer", "liaison"):
            with self.subTest(role=role):
                self.assertEqual(self.seen_absences(role), self.person.ids)
        self.assertEqual(self.seen_absences("plain"), [])

    def test_nobody_makes_a_link_that_opens_a_dashboard_without_login(self):
        dashboard = self.env.ref("gov_window_staff.dashboard_window_staff")
        for role in ("officer", "leader", "plain"):
            shares = self.env["spreadsheet.dashboard.share"].with_user(self.users[role])
            with self.subTest(role=role), self.assertRaises(AccessError):
                shares.action_get_share_url({"dashboard_id": dashboard.id})

    def test_officer_merges_no_contacts(self):
        """The merge rewrites every reference by SQL, closed documents included."""
        wizards = self.env["base.partner.merge.automatic.wizard"]
        contacts = self.unit | self.new_unit("县人社局")
        vals = {"partner_ids": [(6, 0, contacts.ids)], "dst_partner_id": contacts[0].id}

        with self.assertRaises(AccessError):
            wizards.with_user(self.users["officer"]).create(vals)
