"""考核范围 (D42): who counts in N of a month."""

from datetime import date

from odoo.tests import tagged

from ..rules.month import Month
from .common import WindowStaffCommon

OCTOBER = Month(2026, 10)


@tagged("post_install", "-at_install")
class TestScope(WindowStaffCommon):
    def counted(self, month=OCTOBER):
        people, versions = self.env["hr.employee"]._gov_population(month, self.county)
        self.assertEqual(set(versions), set(people.ids))
        return people.mapped("gov_staff_no")

    def test_window_posts_and_unsaid_ones_are_counted(self):
        self.new_person("N1")
        self.new_person("N2", gov_position=False)

        self.assertEqual(self.counted(), ["N1", "N2"])

    def test_management_back_office_and_others_are_not_counted(self):
        for number, position in enumerate(("management", "back_office", "other_unit")):
            self.new_person(f"N{number}", gov_position=position)

        self.assertEqual(self.counted(), [])

    def test_unit_that_moved_in_as_a_whole_is_counted_whole(self):
        unit = self.new_unit(gov_whole_unit=True)
        self.new_person("N1", gov_position="management", gov_dispatch_unit_id=unit.id)

        self.assertEqual(self.counted(), ["N1"])

    def test_position_of_the_month_counts_not_that_of_today(self):
        person = self.new_person("N1")
        person._gov_write_dated(date(2026, 11, 1), {"gov_position": "back_office"})

        self.assertEqual(self.counted(), ["N1"])
        self.assertEqual(self.counted(Month(2026, 11)), [])
