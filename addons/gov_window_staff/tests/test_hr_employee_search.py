"""One person among a hundred thousand: by name, initials."""

from freezegun import freeze_time
from lxml import etree

from odoo.tests import tagged

from ..models.people.initials import initials
from .common import WindowStaffCommon

OFFICER = "gov_window_staff.group_hr_officer"
PERSONAL = "gov_window_staff.group_personal_data"


@tagged("post_install", "-at_install")
class TestEmployeeSearch(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.ming = cls.new_person("F1", name="王小明")
        cls.xiong = cls.new_person("F2", name="单雄信")
        cls.mei = cls.new_person("XMEI", name="李四妹")
        cls.officer = cls.new_user("finder", OFFICER, PERSONAL)
        cls.people = cls.ming + cls.xiong + cls.mei

    def find(self, text, user=None):
        """Staff numbers of what the first line of the search bar finds."""
        staff = self.env["hr.employee"].with_user(user or self.officer)
        domain = [("display_name", "ilike", text), ("id", "in", self.people.ids)]
        return sorted(staff.search(domain).mapped("gov_staff_no"))

    def test_letters_are_the_beginning_of_the_initials(self):
        self.assertEqual(self.find("wxm"), ["F1"])
        self.assertEqual(self.find("WX"), ["F1"])
        self.assertEqual(self.find("xm"), ["XMEI"])

    def test_a_surname_is_read_as_surnames_are(self):
        self.assertEqual(self.find("sxx"), ["F2"])
        self.assertEqual(self.find("dxx"), [])

    def test_names_and_staff_numbers_are_found_as_before(self):
        self.assertEqual(self.find("小"), ["F1"])
        self.assertEqual(self.find("xmei"), ["XMEI"])

    def test_initials_follow_a_corrected_name(self):
        self.ming.name = "汪小明二"

        self.assertEqual(self.ming.gov_initials, "wxme")

    def test_words_in_letters_stay_as_they_are(self):
        self.assertEqual(initials("艾力·Anna 2"), "alanna2")
        self.assertEqual(initials(False), "")

    def test_users_without_the_right_search_without_initials(self):
        plain = self.new_user("plain.finder")
        public = self.env["hr.employee.public"].with_user(plain)
        employees = self.env["hr.employee"].with_user(plain)

        self.assertFalse(public.search([("name", "ilike", "wxm")]))
        self.assertFalse(employees.search([("display_name", "ilike", "wxm")]))


@tagged("post_install", "-at_install")
class TestEmployeeScale(WindowStaffCommon):
    """What makes lists of a county quick among all people of the province."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.there = cls.new_site("T98", "county")
        cls.far = cls.new_site("T99", "town", cls.there)
        cls.person = cls.new_person("F9", name="赵一")
        cls.limited = cls.new_user("limited.list", OFFICER, PERSONAL)
        cls.limited.gov_county_ids = cls.there

    def staff(self):
        return self.env["hr.employee"].with_user(self.limited)

    def statement(self, staff, domain):
        query = staff._search(domain, order="gov_staff_no")
        return self.env.cr.mogrify(query.select()).decode()

    def test_the_list_of_a_county_needs_neither_versions_nor_sites(self):
        statement = self.statement(self.staff(), [("gov_staff_no", "!=", False)])

        self.assertIn('"gov_county_id" IN', statement)
        self.assertNotIn("hr_version", statement)
        self.assertNotIn("hr_department", statement)

    def test_initials_are_looked_up_in_their_index(self):
        everybody = self.env["hr.employee"].with_context(active_test=False)
        statement = self.statement(everybody, [("gov_initials", "=like", "zy%")])

        # a walk over the few people of the tests is the last resort now
        self.env.cr.execute("SET LOCAL enable_seqscan = off")
        self.env.cr.execute(f"EXPLAIN {statement}")

        plan = "\n".join(row[0] for row in self.env.cr.fetchall())
        self.assertIn("hr_employee_gov_initials_idx", plan)

    def test_a_person_is_of_the_county_of_the_present_site(self):
        self.assertEqual(self.person.gov_county_id, self.county)
        self.assertFalse(self.staff().search([("id", "=", self.person.id)]))

        self.person.department_id = self.far

        self.assertEqual(self.person.gov_county_id, self.there)
        self.assertTrue(self.staff().search([("id", "=", self.person.id)]))

    def test_people_go_with_a_site_that_changes_its_county(self):
        self.town.parent_id = self.there

        self.assertEqual(self.person.gov_county_id, self.there)

    def test_the_county_follows_the_version_that_becomes_current(self):
        with freeze_time("2026-11-01"):
            self.person.create_version(
                {"date_version": "2026-12-01", "department_id": self.far.id}
            )
            self.env["hr.employee"]._cron_update_current_version_id()
            before = self.person.gov_county_id
        with freeze_time("2026-12-02"):
            self.env["hr.employee"]._cron_update_current_version_id()

            self.assertEqual(before, self.county)
            self.assertEqual(self.person.gov_county_id, self.there)

    def test_the_form_reads_the_versions_of_one_person_only(self):
        arch = etree.fromstring(self.staff().get_view(view_type="form")["arch"])

        timeline = arch.find(".//field[@widget='versions_timeline']")

        self.assertEqual(timeline.get("domain"), "[('employee_id', '=', id)]")

    def test_a_longer_list_takes_no_more_statements(self):
        for serial in range(30):
            self.new_person(f"L{serial:02d}", self.far, certificates=[{}])
        self.env.flush_all()
        # what the server computes once is not counted
        self.read_list(1)

        self.assertEqual(self.read_list(30), self.read_list(3))

    def read_list(self, limit):
        """SQL statements of the list with every column on."""
        view = self.env.ref("gov_window_staff.hr_employee_view_list")
        columns = etree.fromstring(view.arch).findall("field")
        one = {"fields": {"display_name": {}}}
        kinds = {name: field.type for name, field in self.staff()._fields.items()}
        spec = {
            column.get("name"): one if kinds[column.get("name")] == "many2one" else {}
            for column in columns
        }
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        self.staff().web_search_read(
            [("gov_staff_no", "=like", "L%")], spec, limit=limit, order="gov_staff_no"
        )
        return self.env.cr.sql_log_count - before
