"""Who sees applicants, vettings, checklists and legal answers, and who may not."""

from freezegun import freeze_time

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import WindowStaffCommon, identity_number
from .common_entry import TODAY, LeavingMixin


@tagged("post_install", "-at_install")
@freeze_time(TODAY)
class TestEntrySecurity(LeavingMixin, WindowStaffCommon):
    def outsiders(self):
        return {
            "site officer": self.site_officer,
            "liaison": self.liaison,
            "leader": self.leader,
            "plain": self.new_user("nobody"),
        }

    def test_applicants_are_the_hr_officers_alone(self):
        applicant = self.new_applicant(self.new_job())

        self.assertTrue(applicant.with_user(self.officer).has_access("write"))
        for role, user in self.outsiders().items():
            for record in (applicant, applicant.gov_step_ids):
                with self.subTest(role=role, model=record._name):
                    self.assertFalse(record.with_user(user).has_access("read"))

    def test_raw_id_number_of_an_applicant_is_read_by_nobody(self):
        number = identity_number(41)
        applicant = self.new_applicant(self.new_job(), gov_identification=number)
        own = applicant.with_user(self.officer)

        with self.assertRaises(AccessError):
            own.read(["gov_identification"])
        with self.assertRaises(AccessError):
            own.search([("gov_identification", "=", number)])
        shown = own.read(["gov_identification_masked"])[0]
        self.assertNotIn(number, str(shown))

    def test_vetting_is_read_by_office_and_leaders_only(self):
        entry = self.new_entry()
        vetting = entry.vetting_ids

        self.assertTrue(vetting.with_user(self.leader).has_access("read"))
        self.assertFalse(vetting.with_user(self.leader).has_access("write"))
        for user in (self.site_officer, self.liaison):
            for record in (vetting, vetting.line_ids):
                with self.subTest(user=user.login, model=record._name):
                    self.assertFalse(record.with_user(user).has_access("read"))

    def test_liaison_sees_the_conclusion_and_not_the_form(self):
        entry = self.new_entry().with_user(self.liaison)

        self.assertEqual(entry.vetting_state, "accept")
        self.assertNotIn("vetting_ids", entry.fields_get())
        with self.assertRaises(AccessError):
            entry.read(["vetting_ids"])

    def test_checklist_is_ticked_at_the_own_site_only(self):
        entry = self.new_entry()
        entry.action_submit()
        line = entry.newcomer_line_ids[0]
        other = self.new_user(
            "other", "gov_window_staff.group_site_officer", sites=self.town_b
        )

        with self.assertRaises(AccessError):
            line.with_user(other).action_done()
        with self.assertRaises(AccessError):
            line.with_user(self.liaison).action_done()
        self.assertTrue(line.with_user(self.liaison).has_access("read"))
        line.with_user(self.site_officer).action_done()
        self.assertTrue(line.is_done)

    def test_legal_answers_are_hidden_from_sites_and_units(self):
        person = self.new_person(gov_dispatch_unit_id=self.unit.id)
        movement = self.new_movement("dismiss", person)

        for user in (self.site_officer, self.liaison):
            own = movement.with_user(user)
            with self.subTest(user=user.login):
                self.assertTrue(own.has_access("read"))
                self.assertNotIn("legal_ids", own.fields_get())
                lines = movement.sudo().legal_ids
                self.assertFalse(lines.with_user(user).has_access("read"))

    def test_grounds_are_read_with_the_own_people_only(self):
        mine = self.new_person(gov_dispatch_unit_id=self.unit.id)
        other = self.new_person(site=self.town_b)
        grounds = self.env["gov.movement.ground"].with_user(self.officer)
        for person in (mine, other):
            movement = self.new_movement("dismiss", person)
            grounds.create({"movement_id": movement.id, "text": person.name})

        for user in (self.site_officer, self.liaison):
            seen = self.env["gov.movement.ground"].with_user(user).search([])
            with self.subTest(user=user.login):
                self.assertEqual(seen.mapped("text"), [mine.name])

    def test_list_of_grounds_is_the_hr_officers(self):
        person = self.new_person()

        with self.assertRaises(AccessError):
            person.with_user(self.leader).read(["gov_ground_text"])

    def test_duty_is_allowed_by_the_office_only(self):
        entry = self.approve(self.new_entry())

        for user in (self.site_officer, self.leader):
            with self.subTest(user=user.login), self.assertRaises(Exception) as error:
                entry.with_user(user)._allow_duty(TODAY, "x")
            self.assertIn("county office", str(error.exception))
