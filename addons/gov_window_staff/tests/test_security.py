"""Who may not: rights by role for every model of the addon."""

from itertools import product

from odoo import Command
from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import ADMINISTRATOR, HR_OFFICER, LEADER, SITE_OFFICER, WindowStaffCommon
from .common_org import LIAISON
from .rights import RIGHTS, rights_of

OPERATIONS = ("read", "write", "create", "unlink")


class SecurityCase(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.users = {
            "portal": cls.new_user("portal", "base.group_portal"),
            "plain": cls.new_user("plain"),
            "site_officer": cls.new_user("site", SITE_OFFICER, sites=cls.town),
            "liaison": cls.new_user("liaison", LIAISON),
            "leader": cls.new_user("leader", LEADER),
            "officer": cls.new_user("officer", HR_OFFICER),
        }


@tagged("post_install", "-at_install")
class TestModelRights(SecurityCase):
    def test_every_model_of_the_addon_has_its_row_here(self):
        found = self.env["ir.model.data"].search(
            [("module", "=", "gov_window_staff"), ("model", "=", "ir.model")]
        )
        models = self.env["ir.model"].browse(found.mapped("res_id"))
        own = {
            model.model
            for model in models
            if model.model.startswith("gov.") and not model.abstract
        }

        self.assertEqual(own, set(RIGHTS))

    def test_each_role_may_do_what_is_said_and_no_more(self):
        for model in RIGHTS:
            for role, user in self.users.items():
                records = self.env[model].with_user(user)
                allowed = {op for op in OPERATIONS if records.has_access(op)}
                with self.subTest(model=model, role=role):
                    self.assertEqual(allowed, rights_of(role, model))

    def test_administrator_is_officer_and_leader(self):
        administrator = self.new_user("administrator", ADMINISTRATOR)

        for group in (HR_OFFICER, LEADER, SITE_OFFICER):
            with self.subTest(group=group):
                self.assertTrue(administrator.has_group(group))

    def test_leader_and_site_officer_are_no_hr_officers(self):
        for role in ("leader", "site_officer"):
            for group in (HR_OFFICER, "hr.group_hr_user"):
                with self.subTest(role=role, group=group):
                    self.assertFalse(self.users[role].has_group(group))


@tagged("post_install", "-at_install")
class TestCertificateRule(SecurityCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.by_site = {
            site: cls.new_certificate(cls.new_person(site=site))
            for site in (cls.county, cls.town, cls.village, cls.town_b)
        }
        cls.site_officer = cls.users["site_officer"]

    def assert_seen(self, user, *sites):
        numbers = {self.by_site[site].number for site in sites}
        found = self.env["gov.certificate"].with_user(user).search([])
        own = set(found.mapped("number")) & {
            certificate.number for certificate in self.by_site.values()
        }
        self.assertEqual(own, numbers)

    def test_site_officer_sees_the_own_site_and_below(self):
        self.assert_seen(self.site_officer, self.town, self.village)

    def test_other_sites_certificate_is_refused_by_id(self):
        certificate = self.by_site[self.town_b].with_user(self.site_officer)

        with self.assertRaises(AccessError):
            certificate.read(["number"])

    def test_new_sites_of_the_officer_count_at_once(self):
        self.assert_seen(self.site_officer, self.town, self.village)

        self.site_officer.gov_department_ids = self.town_b

        self.assert_seen(self.site_officer, self.town_b)

    def test_officer_without_sites_sees_none(self):
        self.assert_seen(self.site_officer, self.town, self.village)

        self.site_officer.gov_department_ids = False

        self.assert_seen(self.site_officer)

    def test_sites_given_with_the_new_user_count_too(self):
        user = self.env["res.users"].create(
            {
                "name": "新来的",
                "login": "gov_test_new",
                "group_ids": [Command.set(self.env.ref(SITE_OFFICER).ids)],
                "gov_department_ids": [Command.set(self.town_b.ids)],
            }
        )

        self.assert_seen(user, self.town_b)

    def test_person_who_moves_takes_the_certificate_along(self):
        certificate = self.by_site[self.town_b]

        certificate.employee_id.department_id = self.town

        self.assertTrue(certificate.with_user(self.site_officer).has_access("read"))

    def test_site_that_moves_below_takes_its_certificates_along(self):
        self.town_b.parent_id = self.town

        self.assert_seen(self.site_officer, self.town, self.village, self.town_b)

    def test_leader_and_hr_officer_see_the_whole_county(self):
        for role in ("leader", "officer"):
            with self.subTest(role=role):
                self.assert_seen(self.users[role], *self.by_site)

    def test_site_officer_reads_person_and_level_of_a_certificate(self):
        certificate = self.by_site[self.town].with_user(self.site_officer)

        (read,) = certificate.read(["employee_id", "level_id", "department_id"])

        self.assertTrue(all(read.values()))

    def test_site_officer_does_not_verify(self):
        waiting = self.new_certificate(self.new_person(), verified=False)

        with self.assertRaises(AccessError):
            waiting.with_user(self.site_officer)._verify("证书网可查")

        self.assertEqual(waiting.state, "draft")


@tagged("post_install", "-at_install")
class TestPersonalData(SecurityCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.new_person(identification_id="11010519491231002X")
        cls.outsiders = [cls.users[r] for r in ("plain", "site_officer", "leader")]

    def test_staff_number_is_on_the_public_profile(self):
        for user in self.outsiders:
            profile = self.env["hr.employee.public"].with_user(user)
            with self.subTest(user=user.login):
                self.assertEqual(
                    profile.browse(self.person.id).gov_staff_no,
                    self.person.gov_staff_no,
                )

    def test_name_of_a_person_stays_readable_for_everybody(self):
        # one stored field without a twin on the public profile would break this
        for user in self.outsiders:
            with self.subTest(user=user.login):
                self.assertEqual(self.person.with_user(user).name, self.person.name)

    def test_personal_fields_are_for_hr_only(self):
        fields = [
            "gov_identification_masked",
            "gov_phone_masked",
            "gov_entry_date",
            "gov_leave_date",
            "gov_education_id",
            "gov_political_status",
            "gov_skill_level_id",
            "gov_certificate_ids",
        ]
        for user, field in product(self.outsiders, fields):
            person = self.person.with_user(user)
            with self.subTest(user=user.login, field=field):
                self.assertRaises(AccessError, person.read, [field])

    def test_portal_user_reads_no_profile_at_all(self):
        for model in ("hr.employee", "hr.employee.public", "hr.version"):
            with self.subTest(model=model), self.assertRaises(AccessError):
                self.env[model].with_user(self.users["portal"]).search([])

    def test_staff_number_is_not_changed_by_others(self):
        for user in self.outsiders:
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.person.with_user(user).gov_staff_no = "X"

    def test_head_counts_are_shown_to_site_officers(self):
        officer = self.users["site_officer"]

        self.assertEqual(self.town.with_user(officer).gov_staff_count, 1)


@tagged("post_install", "-at_install")
class TestOwnSites(SecurityCase):
    def test_nobody_gives_himself_sites(self):
        for role in ("portal", "plain", "site_officer", "leader", "officer"):
            user = self.users[role]
            with self.subTest(role=role), self.assertRaises(AccessError):
                user.with_user(user).gov_department_ids = self.county

    def test_own_preferences_stay_writable(self):
        user = self.users["plain"]

        user.with_user(user).write({"signature": "<p>您好</p>"})

        self.assertIn("您好", user.signature)


@tagged("post_install", "-at_install")
class TestPolicyRights(SecurityCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.draft = cls.new_version(cls.new_table(), "2026-01-01")

    def test_buttons_of_a_policy_are_for_hr_officers(self):
        for role in ("plain", "site_officer", "leader"):
            version = self.draft.with_user(self.users[role])
            with self.subTest(role=role):
                self.assertRaises(AccessError, version.action_put_in_force)
                self.assertRaises(AccessError, version.action_copy_version)

        self.draft.with_user(self.users["officer"]).action_put_in_force()
        self.assertEqual(self.draft.state, "in_force")

    def test_version_in_force_is_sent_back_by_hr_officers_only(self):
        self.draft.action_put_in_force()

        for role in ("plain", "site_officer", "leader"):
            version = self.draft.with_user(self.users[role])
            with self.subTest(role=role), self.assertRaises(AccessError):
                version.action_back_to_draft()
