"""Who sees whom: own sites, own units, by the wire too (双重管理)."""

from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from .common import RpcCommon, WindowStaffCommon
from .common_people import NUMBER, PeopleMixin


class ProfileCase(PeopleMixin, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.other_unit = cls.new_unit("县民政局(测试)")
        cls.below = cls.new_person("P002", site=cls.village)
        cls.elsewhere = cls.new_person(
            "P003", site=cls.town_b, gov_dispatch_unit_id=cls.other_unit.id
        )
        cls.colleague = cls.new_person(
            "P004", site=cls.town_b, gov_dispatch_unit_id=cls.unit.id
        )
        cls.own = cls.new_person("P005", site=cls.branch)

    def staff_numbers(self, people):
        return sorted(n for n in people.mapped("gov_staff_no") if n and n < "P1")


@tagged("post_install", "-at_install")
class TestPublicProfile(ProfileCase):
    def seen(self, role):
        people = self.env["hr.employee.public"].with_user(self.users[role])
        return self.staff_numbers(people.search([("gov_staff_no", "=like", "P00_")]))

    def test_site_officer_sees_the_own_site_and_below(self):
        self.assertEqual(self.seen("site_officer"), ["P001", "P002"])

    def test_liaison_sees_the_own_unit(self):
        self.assertEqual(self.seen("liaison"), ["P001", "P004"])

    def test_leader_and_hr_officer_see_all(self):
        for role in ("leader", "officer", "administrator"):
            with self.subTest(role=role):
                self.assertEqual(
                    self.seen(role), ["P001", "P002", "P003", "P004", "P005"]
                )

    def test_own_profile_always_shows(self):
        self.own.user_id = self.users["site_officer"]

        self.assertEqual(self.seen("site_officer"), ["P001", "P002", "P005"])

    def test_other_people_are_refused_by_id(self):
        public = self.env["hr.employee.public"].browse(self.elsewhere.id)

        for role in ("site_officer", "liaison"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                public.with_user(self.users[role]).read(["name"])

    def test_names_are_proposed_from_the_own_people_only(self):
        people = self.env["hr.employee"].with_user(self.users["site_officer"])

        found = people.name_search("人员P00")

        self.assertEqual(
            {person_id for person_id, _name in found},
            set((self.person + self.below).ids),
        )

    def test_liaison_of_two_units_sees_both(self):
        self.users["liaison"].gov_unit_ids += self.other_unit

        self.assertEqual(self.seen("liaison"), ["P001", "P003", "P004"])


@tagged("post_install", "-at_install")
class TestProfileByRpc(RpcCommon, ProfileCase):
    def assert_refused(self, user, model, method, *args, **kwargs):
        with self.assertRaisesRegex(JsonRpcException, "AccessError"):
            self.call(user, model, method, *args, **kwargs)

    def test_site_officer_reads_own_people_only(self):
        officer = self.users["site_officer"]

        found = self.call(
            officer,
            "hr.employee.public",
            "search_read",
            [["gov_staff_no", "=like", "P00_"]],
            ["gov_staff_no"],
        )

        self.assertEqual({x["gov_staff_no"] for x in found}, {"P001", "P002"})
        self.assert_refused(
            officer, "hr.employee.public", "read", self.elsewhere.ids, ["name"]
        )

    def test_officer_gets_no_number_over_the_wire(self):
        officer, ids = self.users["officer"], self.person.ids
        number = {"identification_id": {}}
        for method, args in (
            ("read", [ids, ["identification_id"]]),
            ("search_read", [[["id", "in", ids]], ["identification_id"]]),
            ("web_read", [ids, number]),
            ("web_search_read", [[["id", "in", ids]], number]),
            ("export_data", [ids, ["identification_id"]]),
            ("formatted_read_group", [[], ["identification_id"], ["__count"]]),
            ("search", [[["identification_id", "like", "1101"]]]),
        ):
            with self.subTest(method=method):
                self.assert_refused(officer, "hr.employee", method, *args)

    def test_read_over_the_wire_is_on_record_with_its_address(self):
        member = self.users["member"]

        [values] = self.call(
            member,
            "hr.employee",
            "web_read",
            self.person.ids,
            {"identification_id": {}},
        )

        self.assertEqual(values["identification_id"], NUMBER)
        line = self.env["gov.disclosure"].search([("user_id", "=", member.id)])
        self.assertEqual((line.kind, line.way), ("identification", "rpc"))
        self.assertTrue(line.address)

    def test_disclosing_and_dated_writing_are_not_callable(self):
        for method, args in (
            ("_gov_disclose", ["phone", "x"]),
            ("_gov_write_dated", ["2026-01-01", {"wage": 1}]),
            ("_gov_create_many", [[]]),
        ):
            with self.subTest(method=method), self.assertRaises(JsonRpcException):
                self.call(
                    self.users["member"],
                    "hr.employee",
                    method,
                    self.person.ids,
                    *args,
                )
