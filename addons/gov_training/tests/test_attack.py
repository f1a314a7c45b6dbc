"""Sessions that an attacker tried to use against people of other sites."""

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import tagged

from .common import TrainingCommon

NEVER = {"start": "2026-03-06 01:00:00", "stop": "2026-03-06 03:00:00"}


@tagged("post_install", "-at_install")
class TestStrangers(TrainingCommon):
    def setUp(self):
        super().setUp()
        self.session = self.new_session(
            "ongoing", [self.ann], department_id=self.town_a.id
        )
        self.incidents = self.env["gov.training.incident"]

    def report(self, user, person, session=None):
        kinds = self.env["gov.training.incident.kind"]
        kind = kinds.search([("nature", "!=", "award")], limit=1)
        return self.incidents.with_user(user).create(
            {
                "session_id": (session or self.session).id,
                "employee_id": person.id,
                "kind_id": kind.id,
            }
        )

    def test_person_of_another_site_who_was_not_there_is_not_reported(self):
        with self.assertRaises(UserError):
            self.report(self.site_officer, self.eve)
        self.assertFalse(self.incidents.search([("employee_id", "=", self.eve.id)]))

    def test_people_of_the_session_and_the_own_sites_are_reported(self):
        self.enroll(self.session, [self.eve])
        for person in (self.ann, self.bob, self.eve):
            with self.subTest(person=person.name):
                self.assertTrue(self.report(self.site_officer, person))

    def test_officer_reports_anybody(self):
        self.assertTrue(self.report(self.officer, self.eve))

    def test_files_of_a_colleague_are_not_taken_as_evidence(self):
        secret = self.env["ir.attachment"].with_user(self.officer)
        secret = secret.create({"name": "谈话", "raw": b"secret"})
        incident = self.report(self.site_officer, self.ann)
        session = self.session.with_user(self.site_officer)
        link = [Command.link(secret.id)]

        with self.assertRaises(AccessError):
            incident.write({"evidence_ids": link})
        with self.assertRaises(AccessError):
            session.write({"material_ids": link})


@tagged("post_install", "-at_install")
class TestCalendar(TrainingCommon):
    def setUp(self):
        super().setUp()
        session = self.new_session("planned", [self.ann])
        self.plain = self.new_user("plain", "base.group_user")
        self.events = self.env["calendar.event"].with_user(self.plain)
        self.session, self.event = session, session.event_ids[:1]

    def test_entry_of_a_session_is_changed_by_the_session_only(self):
        event = self.event.with_user(self.plain)

        self.assertRaises(UserError, event.write, {"name": "取消"})
        self.assertRaises(UserError, event.write, {"gov_session_id": False})
        self.assertRaises(UserError, event.unlink)
        self.assertEqual(self.event.name, self.session.name)

        self.session.name = "改期"
        self.assertEqual(self.event.name, "改期")

    def test_entry_of_ones_own_is_not_hung_on_a_session(self):
        link = {"gov_session_id": self.session.id}
        own = self.events.create({"name": "own", **NEVER})

        self.assertRaises(UserError, own.write, link)
        with self.assertRaises(UserError):
            self.events.create({"name": "own", **NEVER, **link})
        own.write({"name": "still own"})
