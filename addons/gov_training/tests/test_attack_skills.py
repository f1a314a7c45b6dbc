"""Résumé and skills are part of the file, not a page for every colleague."""

from odoo.tests import tagged

from odoo.addons.gov_window_staff.tests.common import WindowStaffCommon
from odoo.addons.gov_window_staff.tests.common_people import PeopleMixin


@tagged("post_install", "-at_install")
class TestSkills(PeopleMixin, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.people = cls.person | cls.new_person(site=cls.branch)
        kind = cls.env["hr.skill.type"].create(
            {
                "name": "语言(测试)",
                "skill_ids": [(0, 0, {"name": "手语"})],
                "skill_level_ids": [(0, 0, {"name": "熟练", "level_progress": 80})],
            }
        )
        for person in cls.people:
            cls.env["hr.resume.line"].create(
                {"employee_id": person.id, "name": "某公司", "date_start": "2010-01-01"}
            )
            cls.env["hr.employee.skill"].create(
                {
                    "employee_id": person.id,
                    "skill_type_id": kind.id,
                    "skill_id": kind.skill_ids.id,
                    "skill_level_id": kind.skill_level_ids.id,
                }
            )

    def assert_seen(self, role, people):
        for model in ("hr.resume.line", "hr.employee.skill"):
            records = self.env[model].with_user(self.users[role])
            found = records.search([("employee_id", "in", self.people.ids)])
            with self.subTest(role=role, model=model):
                self.assertEqual(
                    found.sudo().employee_id.sorted("id"), people.sorted("id")
                )

    def test_officer_and_leader_read_those_of_everybody(self):
        self.assert_seen("officer", self.people)
        self.assert_seen("leader", self.people)

    def test_site_officer_and_liaison_read_those_of_own_people(self):
        self.assert_seen("site_officer", self.person)
        self.assert_seen("liaison", self.person)

    def test_plain_user_reads_the_own_ones(self):
        self.assert_seen("plain", self.env["hr.employee"])
        self.person.user_id = self.users["plain"]

        self.assert_seen("plain", self.person)
