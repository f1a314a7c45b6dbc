"""Who may: each role with its own sites, units and steps, and nothing else."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import SITE_OFFICER
from .common_movement import LIAISON, MovementCommon


@tagged("post_install", "-at_install")
class TestMovementRoles(MovementCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.other_unit = cls.new_unit("县医保局")
        cls.stranger = cls.new_person(
            name="远人", site=cls.town_b, gov_dispatch_unit_id=cls.other_unit.id
        )
        cls.plain = cls.new_user("plain")
        cls.portal = cls.new_user("portal", "base.group_portal")

    def seen(self, user, movement):
        found = self.env["gov.staff.movement"].with_user(user)
        return bool(found.search([("id", "=", movement.id)]))

    def test_each_role_sees_its_own(self):
        own = self.draft()
        away = self.draft(employee_id=self.stranger.id, to_department_id=self.branch.id)

        for user, expected in (
            (self.officer, (True, True)),
            (self.leader, (True, True)),
            (self.site_officer, (True, False)),
            (self.liaison, (True, False)),
        ):
            with self.subTest(user=user.login):
                self.assertEqual(
                    (self.seen(user, own), self.seen(user, away)), expected
                )

    def test_receiving_site_sees_who_comes(self):
        coming = self.draft(
            employee_id=self.stranger.id, to_department_id=self.village.id
        )

        self.assertTrue(self.seen(self.site_officer, coming))
        with self.assertRaises(AccessError):
            coming.with_user(self.site_officer).write({"reason": "x"})

    def test_people_without_a_role_see_nothing(self):
        movement = self.draft()

        for user in (self.plain, self.portal):
            for model in ("gov.staff.movement", "gov.staff.movement.step"):
                with self.subTest(user=user.login, model=model):
                    with self.assertRaises(AccessError):
                        self.env[model].with_user(user).search([])
            with self.assertRaises(AccessError):
                movement.with_user(user).read(["name"])

    def test_log_is_seen_with_its_movement_only(self):
        own = self.draft()
        away = self.draft("return", employee_id=self.stranger.id)

        for user in (self.site_officer, self.liaison):
            steps = self.env["gov.staff.movement.step"].with_user(user).search([])
            with self.subTest(user=user.login):
                self.assertIn(own, steps.movement_id)
                self.assertNotIn(away, steps.movement_id)

    def test_site_officer_proposes_for_the_own_sites_only(self):
        self.assertTrue(self.draft(user=self.site_officer))

        with self.assertRaises(AccessError):
            self.draft(user=self.site_officer, employee_id=self.stranger.id)

    def test_liaison_proposes_for_the_own_unit_only(self):
        self.assertTrue(self.draft("return", user=self.liaison))

        with self.assertRaises(AccessError):
            self.draft("return", user=self.liaison, employee_id=self.stranger.id)

    def test_liaison_proposes_an_entry_of_the_own_unit_only(self):
        entry = self.draft("entry", user=self.liaison)
        self.assertEqual(entry.unit_id, self.unit)

        with self.assertRaises(AccessError):
            entry.write({"unit_id": self.other_unit.id})
        with self.assertRaises(AccessError):
            self.draft(
                "entry",
                user=self.liaison,
                **self.candidate(
                    unit_id=self.other_unit.id, candidate_identification_masked=False
                ),
            )

    def test_site_officer_proposes_an_entry_to_the_own_sites_only(self):
        self.assertTrue(self.draft("entry", user=self.site_officer))

        with self.assertRaises(AccessError):
            self.draft(
                "entry",
                user=self.site_officer,
                to_department_id=self.town_b.id,
                candidate_identification_masked=False,
            )

    def test_draft_is_not_moved_out_of_the_own_care(self):
        movement = self.draft(user=self.site_officer)

        with self.assertRaises(AccessError):
            movement.write({"employee_id": self.stranger.id})

    def test_leader_reads_and_decides_but_edits_nothing(self):
        movement = self.draft().with_user(self.leader)

        self.assertTrue(movement.read(["name", "kind", "to_wage"]))
        for operation in ("write", "create", "unlink"):
            with self.subTest(operation=operation):
                self.assertFalse(movement.has_access(operation))
        with self.assertRaises(AccessError):
            movement.action_submit()

    def test_people_are_chosen_in_the_own_care(self):
        domain = [("gov_is_in_my_care", "=", True)]
        for user in (self.site_officer, self.liaison):
            people = self.env["hr.employee"].with_user(user)
            names = [name for _id, name in people.name_search("", domain)]
            with self.subTest(user=user.login):
                self.assertIn("张三", names)
                self.assertNotIn("远人", names)

    def test_form_of_a_movement_opens_for_who_cannot_read_profiles(self):
        movement = self.submitted(user=self.site_officer)
        spec = {
            "employee_id": {"fields": {"display_name": {}}},
            "department_id": {"fields": {"display_name": {}}},
            "review_ids": {"fields": {"name": {}, "status": {}, "todo_by": {}}},
            "step_ids": {"fields": {"action": {}, "comment": {}}},
            "advice": {},
            "waiting_for": {},
        }

        for user in (self.site_officer, self.liaison, self.leader):
            with self.subTest(user=user.login):
                data = movement.with_user(user).web_read(spec)[0]
                self.assertEqual(data["employee_id"]["display_name"], "张三")
                self.assertEqual(len(data["review_ids"]), 3)

    def test_wage_is_for_pay_roles(self):
        movement = self.draft("entry", to_wage=3200)

        for user in (self.site_officer, self.liaison):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                movement.with_user(user).read(["to_wage"])

    def test_leader_sees_the_masked_id_number_only(self):
        movement = self.draft("entry").with_user(self.leader)

        with self.assertRaises(AccessError):
            movement.read(["candidate_identification"])
        self.assertIn("********", movement.candidate_identification_masked)

    def test_liaison_of_two_units_sees_both_and_no_third(self):
        both = self.new_user("both", LIAISON, SITE_OFFICER)
        both.gov_unit_ids = self.unit + self.other_unit
        third = self.new_person(gov_dispatch_unit_id=self.new_unit("县税务局").id)

        found = self.env["gov.staff.movement"].with_user(both)
        mine = self.draft() + self.draft("return", employee_id=self.stranger.id)
        other = self.draft("return", employee_id=third.id)

        self.assertEqual(found.search([]) & (mine + other).with_user(both), mine)

    def test_count_on_the_site_is_what_the_user_may_see(self):
        self.submitted()
        self.submitted("return", employee_id=self.stranger.id)

        self.assertEqual(self.town_b.gov_movement_count, 2)
        site = self.town_b.with_user(self.site_officer)
        self.assertEqual(site.gov_movement_count, 1)
        self.assertEqual(self.town_b.with_user(self.plain).gov_movement_count, 0)

    def test_kinds_are_edited_by_hr_officers_and_never_deleted(self):
        kind = self.env.ref("gov_window_staff.movement_kind_resign")

        kind.with_user(self.officer).notice_days = 45
        with self.assertRaises(AccessError):
            kind.with_user(self.officer).unlink()
        for user in (self.site_officer, self.liaison, self.leader):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                kind.with_user(user).notice_days = 0

    def test_hr_officer_does_not_edit_steps_of_other_documents(self):
        model = self.env["ir.model"]._get("res.partner")
        foreign = self.env["tier.definition"].create(
            {"name": "Foreign", "model_id": model.id, "reviewer_id": self.leader.id}
        )

        with self.assertRaises(AccessError):
            foreign.with_user(self.officer).write({"name": "x"})

    def test_proposers_choose_from_every_list_of_the_form(self):
        lists = ("hr.contract.type", "hr.job", "gov.window", "gov.movement.reason")
        for user in (self.site_officer, self.liaison, self.leader):
            for model in lists:
                with self.subTest(user=user.login, model=model):
                    self.assertTrue(self.env[model].with_user(user).name_search(""))
