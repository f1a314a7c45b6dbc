"""One person among a hundred thousand: by name, initials, end of the ID number."""

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
