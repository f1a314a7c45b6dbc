"""Users with counties keep to the people and documents of these (管辖县区)."""

from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from .common import RpcCommon, WindowStaffCommon

OFFICER = "gov_window_staff.group_hr_officer"
LEADER = "gov_window_staff.group_leader"
SITE_OFFICER = "gov_window_staff.group_site_officer"


@tagged("post_install", "-at_install")
class TestCountyScopePeople(RpcCommon, WindowStaffCommon):
    """`limited` and `boss` keep to the county of the tests; `there` is another one."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.there = cls.new_site("T96", "county")
        cls.far = cls.new_site("T97", "town", cls.there)
        cls.limited = cls.new_user("limited", OFFICER)
        cls.boss = cls.new_user("boss", LEADER)
        (cls.limited + cls.boss).gov_county_ids = cls.county
        cls.free = cls.new_user("free", OFFICER)
        cls.mine = cls.documents(cls.town)
        cls.theirs = cls.documents(cls.far)
        cls.env.flush_all()

    @classmethod
    def documents(cls, site):
        """One document of each kind of a site."""
        person = cls.new_person(site=site, certificates=[{}])
        other = cls.new_person(site=site)
        movement = (
            cls.env["gov.staff.movement"]
            ._unprotected()
            .create({"kind": "resign", "employee_id": other.id})
        )
        return {
            "hr.employee": person,
            "hr.version": person.version_id,
            "gov.window": cls.new_window(site),
            "gov.certificate": person.gov_certificate_ids,
            "gov.certificate.coverage": cls.env["gov.certificate.coverage"].search(
                [("employee_id", "=", person.id)]
            ),
            "gov.staff.movement": movement.with_env(cls.env),
            "gov.staff.movement.step": cls.env["gov.staff.movement.step"].search(
                [("movement_id", "=", movement.id)]
            ),
        }

    def test_documents_of_other_counties_are_not_seen(self):
        for model, records in self.theirs.items():
            here = self.mine[model]
            self.assertTrue(here and records, model)
            for user in (self.limited, self.boss):
                with self.subTest(model=model, user=user.login):
                    both = (here + records).with_user(user)
                    if not both.has_access("read") and not here.with_user(
                        user
                    ).has_access("read"):
                        continue  # the role has no right to the model at all
                    found = both.search([("id", "in", both.ids)])
                    self.assertEqual(found, here)
            with self.subTest(model=model, user="free"):
                both = (here + records).with_user(self.free)
                self.assertEqual(both.search([("id", "in", both.ids)]), both)

    def test_names_groups_and_exports_keep_to_the_county(self):
        person, mine = self.theirs["hr.employee"], self.mine["hr.employee"]
        people = self.env["hr.employee"].with_user(self.limited)
        windows = self.env["gov.window"].with_user(self.limited)

        self.assertFalse(people.name_search(person.gov_staff_no))
        self.assertEqual(people.name_search(mine.gov_staff_no)[0][0], mine.id)
        groups = windows._read_group([], ["county_id"], ["__count"])
        self.assertEqual([county for county, _count in groups], [self.county])
        window = self.theirs["gov.window"].with_user(self.limited)
        with self.assertRaises(AccessError):
            window.export_data(["name"])

    def test_nothing_is_made_for_or_moved_to_another_county(self):
        windows = self.env["gov.window"].with_user(self.limited)

        with self.assertRaises(AccessError):
            windows.create({"name": "窗口", "department_id": self.far.id})
        window = windows.create({"name": "窗口", "department_id": self.town.id})
        with self.assertRaises(AccessError):
            window.department_id = self.far
        with self.assertRaises(AccessError):
            self.far.with_user(self.limited).name = "别县"
        with self.assertRaises(AccessError):
            self.theirs["hr.employee"].with_user(self.limited).gov_badge_no = "9"

    def test_transfer_between_counties_belongs_to_both(self):
        person = self.new_person(site=self.far)
        transfer = (
            self.env["gov.staff.movement"]
            ._unprotected()
            .create(
                {
                    "kind": "transfer",
                    "employee_id": person.id,
                    "to_department_id": self.town.id,
                }
            )
        )
        self.env.flush_all()

        self.assertTrue(transfer.with_user(self.limited).has_access("read"))
        self.limited.gov_county_ids = self.there
        self.assertTrue(transfer.with_user(self.limited).has_access("read"))

    def test_who_keeps_to_other_counties_is_not_asked(self):
        here, there = (
            documents["gov.staff.movement"] for documents in (self.mine, self.theirs)
        )

        self.assertIn(self.limited, here.reviewer_officer_ids)
        self.assertIn(self.boss, here.reviewer_leader_ids)
        self.assertNotIn(self.limited, there.reviewer_officer_ids)
        self.assertNotIn(self.boss, there.reviewer_leader_ids)
        self.assertIn(self.free, there.reviewer_officer_ids)

    def test_people_who_keep_to_no_county_are_as_before(self):
        keeper = self.new_user("far", SITE_OFFICER, sites=self.far)
        people = self.mine["hr.employee"] + self.theirs["hr.employee"]
        public = self.env["hr.employee.public"].with_user(keeper)

        found = public.search([("id", "in", people.ids)])

        self.assertEqual(found.ids, self.theirs["hr.employee"].ids)

    def test_the_wire_keeps_to_the_county_as_well(self):
        person = self.theirs["hr.employee"]

        seen = self.call(
            self.limited, "hr.employee", "search_count", [("id", "=", person.id)]
        )

        self.assertEqual(seen, 0)
        with self.assertRaisesRegex(JsonRpcException, "AccessError"):
            self.call(
                self.limited,
                "gov.certificate",
                "read",
                self.theirs["gov.certificate"].ids,
                ["number"],
            )
        with self.assertRaisesRegex(JsonRpcException, "AccessError"):
            self.call(
                self.limited, "hr.employee", "write", person.ids, {"name": "别人"}
            )
