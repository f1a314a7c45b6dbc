"""人员记录: who reads and writes which, what is still owed, further facts by kind."""

from datetime import date

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import SITE_OFFICER, WindowStaffCommon
from .common_people import PeopleMixin


@tagged("post_install", "-at_install")
class TestRecords(PeopleMixin, WindowStaffCommon):
    def test_records_are_counted_and_opened(self):
        records = self.new_record("uniform") + self.new_record("honour")

        self.assertEqual(self.person.gov_record_count, 2)
        action = self.person.action_open_gov_records()
        self.assertEqual(self.env["gov.staff.record"].search(action["domain"]), records)

    def test_kind_asks_for_further_facts(self):
        record = self.new_record("uniform", properties={"size": "L", "sets": 2})

        facts = record.read(["properties"])[0]["properties"]

        self.assertEqual(
            {fact["name"]: fact.get("value") or False for fact in facts},
            {"size": "L", "sets": 2, "season": False},
        )

    @freeze_time("2026-10-01 04:00:00")
    def test_follow_up_that_is_late_is_overdue_until_settled(self):
        late = self.new_record("talk", follow_up_date=date(2026, 9, 30))
        due = self.new_record("talk", follow_up_date=date(2026, 10, 1))
        model = self.env["gov.staff.record"]

        self.assertEqual(model.search([("is_overdue", "=", True)]), late)
        self.assertIn(due, model.search([("is_overdue", "=", False)]))
        late.action_settle()
        self.assertFalse(late.is_overdue)
        self.assertFalse(model.search([("is_overdue", "=", True)]))

    def test_one_record_for_many_people(self):
        other = self.new_person("P002", sex="female")
        wizard = (
            self.env["gov.staff.record.add"]
            .with_user(self.users["officer"])
            .with_context(
                active_model="hr.employee", active_ids=(self.person + other).ids
            )
            .create({"kind_id": self.kind("care").id, "summary": "三八节慰问"})
        )

        records = self.env["gov.staff.record"].search(wizard.action_add()["domain"])

        self.assertEqual(records.employee_id, self.person + other)
        self.assertEqual(set(records.mapped("summary")), {"三八节慰问"})

    def test_record_for_nobody_is_refused(self):
        wizard = self.env["gov.staff.record.add"].create(
            {"kind_id": self.kind("care").id, "summary": "慰问"}
        )

        with self.assertRaises(UserError):
            wizard.action_add()


@tagged("post_install", "-at_install")
class TestWithout(PeopleMixin, WindowStaffCommon):
    def without(self, kind, day=date(2026, 10, 1)):
        people = self.kind(kind)._people_without(day)
        return people.filtered(lambda p: p.gov_staff_no.startswith("P0"))

    def test_people_without_a_badge(self):
        other = self.new_person("P002")
        self.assertEqual(self.without("badge"), self.person + other)

        self.new_record("badge", date=date(2016, 1, 1))

        self.assertEqual(self.without("badge"), other)

    def test_check_up_is_owed_every_year(self):
        self.new_record("checkup", date=date(2025, 12, 31))
        self.assertEqual(self.without("checkup"), self.person)

        self.new_record("checkup", date=date(2026, 1, 1))

        self.assertFalse(self.without("checkup"))

    def test_people_who_have_left_owe_nothing(self):
        self.person.gov_leave_date = date(2026, 9, 30)

        self.assertFalse(self.without("badge"))

    def test_kind_that_is_not_expected_lists_nobody(self):
        self.assertFalse(self.without("honour"))

    def test_counts_and_lists_open(self):
        self.new_record("badge")
        kind = self.kind("badge")

        self.assertEqual(kind.record_count, 1)
        self.assertEqual(kind.without_count, len(kind._people_without()))
        opened = self.env["hr.employee"].search(kind.action_open_without()["domain"])
        self.assertNotIn(self.person, opened)


@tagged("post_install", "-at_install")
class TestRecordRights(PeopleMixin, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.elsewhere = cls.new_person("P003", site=cls.town_b)

    def readable(self, role):
        return self.env["gov.staff.record"].with_user(self.users[role]).search([])

    def test_restricted_records_are_for_hr_leaders_and_the_author(self):
        talk = self.new_record("talk")
        open_record = self.new_record("uniform")
        own_talk = self.new_record("talk", user=self.users["site_officer"])

        self.assertEqual(self.readable("site_officer"), own_talk + open_record)
        self.assertEqual(self.readable("liaison"), open_record)
        for role in ("officer", "leader"):
            with self.subTest(role=role):
                self.assertEqual(self.readable(role), talk + open_record + own_talk)

    def test_plain_and_portal_users_read_no_record(self):
        self.new_record("uniform")

        for role in ("plain", "portal"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                self.readable(role)

    def test_site_officer_keeps_records_of_the_own_sites(self):
        officer = self.users["site_officer"]

        self.new_record("visit", user=officer)
        with self.assertRaises(AccessError):
            self.new_record("visit", person=self.elsewhere, user=officer)

        self.assertEqual(len(self.readable("site_officer")), 1)

    def test_site_officer_changes_own_records_only(self):
        foreign = self.new_record("visit").with_user(self.users["site_officer"])
        own = self.new_record("visit", user=self.users["site_officer"])

        own.summary = "改"
        with self.assertRaises(AccessError):
            foreign.summary = "改"

    def test_record_is_not_moved_to_a_person_of_another_site(self):
        own = self.new_record("visit", user=self.users["site_officer"])

        with self.assertRaises(AccessError):
            own.employee_id = self.elsewhere

    def test_author_is_not_forged(self):
        record = self.new_record(
            "talk", user=self.users["leader"], create_uid=self.users["officer"].id
        )

        self.assertEqual(record.create_uid, self.users["leader"])

    def test_records_are_deleted_by_hr_officers_only(self):
        for role in ("site_officer", "leader"):
            record = self.new_record("visit", user=self.users[role])
            with self.subTest(role=role), self.assertRaises(AccessError):
                record.unlink()

        self.new_record("visit").with_user(self.users["officer"]).unlink()

    def test_kinds_are_kept_by_hr_officers(self):
        for role in ("plain", "site_officer", "leader"):
            kind = self.kind("talk").with_user(self.users[role])
            with self.subTest(role=role), self.assertRaises(AccessError):
                kind.is_restricted = False

    def test_second_site_officer_does_not_read_the_talk_of_the_first(self):
        own = self.new_record("talk", user=self.users["site_officer"])
        second = self.new_user("second", SITE_OFFICER, sites=self.town)

        with self.assertRaises(AccessError):
            own.with_user(second).read(["summary"])
