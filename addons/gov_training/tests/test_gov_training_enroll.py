"""People are enrolled by site and level, all at once."""

from datetime import timedelta

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import MORNING, TrainingCommon


@tagged("post_install", "-at_install")
class TestEnrollWizard(TrainingCommon):
    def wizard(self, session, user=None, **vals):
        wizards = self.env["gov.training.enroll"].with_user(user or self.officer)
        return wizards.create({"session_id": session.id, **vals})

    def assert_people(self, wizard, *people):
        found = wizard.employee_ids.sudo().sorted("gov_staff_no")
        self.assertEqual(found.mapped("gov_staff_no"), [p.gov_staff_no for p in people])

    def test_everybody_below_the_site_of_the_session_is_proposed(self):
        wizard = self.wizard(self.new_session("planned"))

        self.assert_people(wizard, self.ann, self.bob, self.eve)

    def test_subtree_of_a_site_holds_its_villages(self):
        wizard = self.wizard(self.new_session("planned"), department_id=self.town_a.id)

        self.assert_people(wizard, self.ann, self.bob)

    def test_level_narrows_the_choice(self):
        wizard = self.wizard(self.new_session("planned"), gov_level="village")

        self.assert_people(wizard, self.bob)

    def test_heads_are_proposed_for_their_meeting(self):
        self.town_a.manager_id = self.ann
        session = self.new_session("planned", audience="heads")

        wizard = self.wizard(session, department_id=self.county.id)

        self.assertEqual(wizard.audience, "heads")
        self.assert_people(wizard, self.ann)

    def test_volunteers_may_be_enrolled_as_such(self):
        session = self.new_session("planned")

        self.wizard(session, is_required=False).action_enroll()

        self.assertFalse(any(session.enrollment_ids.mapped("is_required")))

    def test_people_already_listed_are_not_proposed_again(self):
        wizard = self.wizard(self.new_session("planned", [self.ann]))

        self.assert_people(wizard, self.bob, self.eve)
        self.assertEqual(wizard.listed_count, 1)

    def test_people_busy_at_the_time_are_not_proposed(self):
        self.new_session("planned", [self.ann])

        wizard = self.wizard(self.new_session("planned"))

        self.assert_people(wizard, self.bob, self.eve)
        self.assertEqual(wizard.busy_count, 1)

    def test_person_who_left_the_day_before_is_not_proposed(self):
        self.ann.gov_leave_date = MORNING.date() - timedelta(days=1)
        self.bob.gov_leave_date = MORNING.date()

        wizard = self.wizard(self.new_session("planned"))

        self.assert_people(wizard, self.bob, self.eve)

    def test_person_who_enters_the_day_after_is_not_proposed(self):
        self.ann.gov_entry_date = MORNING.date() + timedelta(days=1)
        self.bob.gov_entry_date = MORNING.date()

        wizard = self.wizard(self.new_session("planned"))

        self.assert_people(wizard, self.bob, self.eve)

    def test_people_are_enrolled_in_one_go(self):
        session = self.new_session("planned")

        self.wizard(session).action_enroll()

        self.assert_attendance(session, expected=3)

    def test_number_of_statements_does_not_grow_with_the_people(self):
        few = self._statements(self.new_session("planned", start=MORNING))
        for number in range(30):
            self.new_person(f"X{number:03}", self.town_a)

        many = self._statements(
            self.new_session("planned", start=MORNING + timedelta(days=1))
        )

        self.assertLessEqual(many, few + 5)

    def test_enrolling_nobody_is_refused(self):
        session = self.new_session("planned", [self.ann, self.bob, self.eve])

        with self.assertRaisesRegex(UserError, "nobody"):
            self.wizard(session).action_enroll()

    def test_site_officer_is_proposed_the_own_people_only(self):
        session = self.new_session("planned")

        wizard = self.wizard(session, self.site_officer)

        self.assertEqual(wizard.department_id, self.town_a)
        self.assert_people(wizard, self.ann, self.bob)

    def test_site_officer_gets_no_foreign_people_by_choosing_the_county(self):
        session = self.new_session("planned")

        wizard = self.wizard(session, self.site_officer, department_id=self.county.id)

        self.assert_people(wizard, self.ann, self.bob)

    def test_site_officer_enrolls_own_people_in_a_county_session(self):
        session = self.new_session("planned")

        self.wizard(session, self.site_officer).action_enroll()

        self.assert_attendance(session, expected=2)

    def _statements(self, session):
        wizard = self.wizard(session, self.administrator)
        self.env.flush_all()
        before = self.env.cr.sql_log_count
        wizard.action_enroll()
        self.env.flush_all()
        return self.env.cr.sql_log_count - before
