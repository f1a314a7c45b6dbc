"""Who may see and do what."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from .common import TrainingCommon


@tagged("post_install", "-at_install")
class TestSessionRights(TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.for_county = cls.new_session("planned", name="County")
        cls.for_a = cls.new_session("planned", name="A", department_id=cls.town_a.id)
        cls.for_v = cls.new_session("planned", name="V", department_id=cls.village.id)
        cls.for_b = cls.new_session("planned", name="B", department_id=cls.town_b.id)
        cls.all = cls.for_county + cls.for_a + cls.for_v + cls.for_b

    def assert_allowed(self, user, operation, *sessions):
        found = self.all.with_user(user)._filtered_access(operation)
        self.assertEqual(set(found.sudo().mapped("name")), {s.name for s in sessions})

    def test_site_officer_reads_own_sites_and_the_sites_above(self):
        self.assert_allowed(
            self.site_officer, "read", self.for_county, self.for_a, self.for_v
        )

    def test_site_officer_changes_sessions_of_own_sites_only(self):
        for operation in ("write", "unlink"):
            with self.subTest(operation=operation):
                self.assert_allowed(
                    self.site_officer, operation, self.for_a, self.for_v
                )

    def test_site_officer_does_not_see_drafts_of_the_county(self):
        draft = self.new_session(name="Draft")

        self.assertFalse(draft.with_user(self.site_officer).has_access("read"))

    def test_site_officer_plans_for_own_sites(self):
        self.session_of(self.site_officer, self.village).action_open()

    def test_site_officer_does_not_plan_for_other_sites(self):
        for site in (self.county, self.town_b):
            with self.subTest(site=site.name), self.assertRaises(AccessError):
                self.session_of(self.site_officer, site)

    def test_site_officer_does_not_hand_a_session_to_another_site(self):
        with self.assertRaises(AccessError):
            self.for_a.with_user(self.site_officer).department_id = self.town_b

    def test_officer_changes_every_session(self):
        self.assert_allowed(self.officer, "write", *self.all)

    def test_leader_reads_every_session_and_changes_none(self):
        self.assert_allowed(self.leader, "read", *self.all)
        self.assert_allowed(self.leader, "write")

    def test_leader_does_not_press_the_buttons(self):
        with self.assertRaises(AccessError):
            self.for_a.with_user(self.leader).action_cancel()

    def test_officer_without_sites_sees_nothing(self):
        self.site_officer.gov_department_ids = False

        self.assert_allowed(self.site_officer, "read")

    def test_plain_user_sees_no_session(self):
        plain = self.new_user("plain", "base.group_user")

        self.assert_allowed(plain, "read")

    def test_reference_lists_are_changed_by_officers_only(self):
        for model in ("topic", "kind", "form"):
            records = self.env[f"gov.training.{model}"].search([], limit=1)
            with self.subTest(model=model):
                self.assertTrue(records.with_user(self.officer).has_access("write"))
                for user in (self.site_officer, self.leader):
                    self.assertTrue(records.with_user(user).has_access("read"))
                    self.assertFalse(records.with_user(user).has_access("write"))

    def session_of(self, user, site):
        vals = self.for_a.copy_data()[0] | {
            "department_id": site.id,
            "date_start": self.for_a.date_start,
            "date_end": self.for_a.date_end,
        }
        return self.env["gov.training.session"].with_user(user).create(vals)


@tagged("post_install", "-at_install")
class TestEnrollmentRights(TrainingCommon):
    def lines(self, session, user):
        return session.with_user(user).enrollment_ids

    def test_site_officer_sees_own_people_in_a_county_session(self):
        session = self.new_session("planned", [self.ann, self.bob, self.eve])

        lines = self.env["gov.training.enrollment"].with_user(self.site_officer)
        found = lines.search([("session_id", "=", session.id)])

        self.assertEqual(found.mapped("staff_no"), ["W001", "W002"])

    def test_site_officer_sees_the_head_counts_of_a_county_session(self):
        session = self.new_session("planned", [self.ann, self.bob, self.eve])

        self.assertEqual(session.with_user(self.site_officer).expected_count, 3)

    def test_site_officer_sees_everybody_in_an_own_session(self):
        session = self.new_session("planned", [self.eve], department_id=self.town_a.id)

        lines = self.env["gov.training.enrollment"].with_user(self.site_officer)

        self.assertTrue(lines.search([("session_id", "=", session.id)]))

    def test_site_officer_enrolls_and_withdraws_own_people(self):
        session = self.new_session("planned")
        lines = self.env["gov.training.enrollment"].with_user(self.site_officer)

        line = lines.create({"session_id": session.id, "employee_id": self.bob.id})
        line.action_withdraw()

        self.assertEqual(line.state, "withdrawn")

    def test_site_officer_does_not_enroll_other_people(self):
        for site in (self.county, self.town_a):
            session = self.new_session("planned", department_id=site.id)
            lines = self.env["gov.training.enrollment"].with_user(self.site_officer)
            with self.subTest(site=site.name), self.assertRaises(AccessError):
                lines.create({"session_id": session.id, "employee_id": self.eve.id})

    def test_site_officer_does_not_sign_in_at_a_county_session(self):
        session = self.new_session("ongoing", [self.ann])
        line = session.enrollment_ids.with_user(self.site_officer)

        for action in ("action_present", "action_absent", "action_withdraw", "unlink"):
            with self.subTest(action=action), self.assertRaises(AccessError):
                getattr(line, action)()

    def test_site_officer_does_not_grant_leave_from_a_county_session(self):
        session = self.new_session("planned", [self.ann])
        line = session.enrollment_ids.with_user(self.site_officer)

        with self.assertRaises(AccessError):
            line.write({"state": "excused", "reason": "busy"})

    def test_site_officer_holds_an_own_session_from_start_to_end(self):
        session = self.new_session(department_id=self.town_a.id)
        own = session.with_user(self.site_officer)

        own.action_open()
        self.env["gov.training.enroll"].with_user(self.site_officer).create(
            {"session_id": session.id}
        ).action_enroll()
        own.action_start()
        own.action_mark_all_present()
        own.action_close()

        self.assert_attendance(session, expected=2, attended=2)
        self.assertEqual(session.state, "done")

    def test_leader_reads_attendance_and_changes_nothing(self):
        session = self.new_session("ongoing", [self.ann])
        line = session.enrollment_ids.with_user(self.leader)

        self.assertEqual(line.state, "enrolled")
        with self.assertRaises(AccessError):
            line.action_present()

    def test_hr_user_reads_the_training_record_and_changes_nothing(self):
        hr_user = self.new_user("hr", "hr.group_hr_user")
        session = self.new_session("ongoing", [self.ann])
        line = session.enrollment_ids.with_user(hr_user)

        self.assertEqual(line.state, "enrolled")
        with self.assertRaises(AccessError):
            line.action_present()

    def test_archived_person_stays_in_the_own_list(self):
        session = self.new_session("planned", [self.ann])
        self.ann.active = False

        line = session.enrollment_ids.with_user(self.site_officer)

        self.assertTrue(line.has_access("read"))

    def test_plain_user_sees_no_enrollment(self):
        plain = self.new_user("plain", "base.group_user")
        session = self.new_session("planned", [self.ann])

        self.assertFalse(session.enrollment_ids.with_user(plain).has_access("read"))

    def test_wizard_does_not_open_a_closed_list(self):
        session = self.new_session("done", [self.ann])
        wizard = (
            self.env["gov.training.enroll"]
            .with_user(self.officer)
            .create({"session_id": session.id})
        )

        with self.assertRaises(UserError):
            wizard.action_enroll()


@tagged("post_install", "-at_install")
class TestScreens(TrainingCommon):
    """The forms open for each role, with what the role may do."""

    def test_site_officer_sees_the_proposal_of_people(self):
        wizard = Form(
            self.env["gov.training.enroll"]
            .with_user(self.site_officer)
            .with_context(default_session_id=self.new_session("planned").id)
        )

        self.assertEqual(wizard.chosen_count, 2)
        self.assertEqual(
            wizard.employee_ids[:].mapped("gov_staff_no"), ["W001", "W002"]
        )

    def test_county_session_is_readonly_for_a_site_officer(self):
        session = self.new_session("ongoing", [self.ann])

        seen = session.with_user(self.site_officer)

        self.assertFalse(seen.is_editable)
        self.assertFalse(seen.enrollment_ids.can_mark)

    def test_own_session_is_editable_for_a_site_officer(self):
        session = self.new_session("ongoing", [self.ann], department_id=self.town_a.id)

        seen = session.with_user(self.site_officer)

        self.assertTrue(seen.is_editable)
        self.assertTrue(seen.enrollment_ids.can_mark)

    def test_closed_session_is_readonly_for_the_administrator(self):
        session = self.new_session("done", [self.ann])

        self.assertFalse(session.with_user(self.administrator).is_editable)

    def test_new_session_is_editable_and_for_the_officers_site(self):
        form = Form(self.env["gov.training.session"].with_user(self.site_officer))

        self.assertTrue(form.is_editable)
        self.assertEqual(form.department_id, self.town_a)
