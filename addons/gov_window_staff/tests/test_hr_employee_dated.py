"""人员档案(按日期): a fact changes on a day, the days before stay as they were."""

from datetime import date

from odoo.exceptions import AccessError
from odoo.tests import tagged

from ..exceptions import BeforeFile
from ..rules.month import Month
from .common import HR_OFFICER, SITE_OFFICER, WindowStaffCommon

JANUARY, MARCH, MAY = date(2026, 1, 1), date(2026, 3, 1), date(2026, 5, 1)


@tagged("post_install", "-at_install")
class TestWriteDated(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.a, cls.b, cls.c = (cls.new_window(name=n) for n in ("一号", "二号", "三号"))
        cls.person = cls.new_person("D1", entry=JANUARY, gov_window_id=cls.a.id)

    def change(self, day, **vals):
        return self.person._gov_write_dated(day, vals)

    def windows(self):
        history = self.person.version_ids.sorted("date_version")
        return [(v.date_version, v.gov_window_id) for v in history]

    def wages(self):
        return self.person.version_ids.sorted("date_version").mapped("wage")

    def test_days_before_the_change_stay_as_they_were(self):
        self.change(MARCH, gov_window_id=self.b.id, wage=3500)

        self.assertEqual(self.windows(), [(JANUARY, self.a), (MARCH, self.b)])
        self.assertEqual(self.wages(), [3000, 3500])

    def test_past_month_is_counted_with_the_facts_of_then(self):
        self.change(MARCH, department_id=self.town_b.id, wage=3500)

        for month, site, wage in (
            (Month(2026, 2), self.town, 3000),
            (Month(2026, 3), self.town_b, 3500),
        ):
            _people, versions = self.env["hr.employee"]._gov_population(month)
            version = versions[self.person.id]
            self.assertEqual((version.department_id, version.wage), (site, wage))

    def test_second_change_on_the_same_day_is_not_lost(self):
        self.change(MARCH, gov_window_id=self.b.id)

        self.change(MARCH, gov_window_id=self.c.id)

        self.assertEqual(self.windows(), [(JANUARY, self.a), (MARCH, self.c)])

    def test_later_version_that_carried_the_fact_along_takes_it(self):
        self.change(MAY, wage=3500)

        self.change(MARCH, gov_window_id=self.b.id)

        self.assertEqual(
            self.windows(), [(JANUARY, self.a), (MARCH, self.b), (MAY, self.b)]
        )

    def test_later_version_that_changed_the_fact_keeps_its_own(self):
        self.change(MAY, gov_window_id=self.c.id)

        self.change(MARCH, gov_window_id=self.b.id)

        self.assertEqual(
            self.windows(), [(JANUARY, self.a), (MARCH, self.b), (MAY, self.c)]
        )

    def test_other_facts_of_later_versions_are_not_touched(self):
        self.change(MAY, wage=3500)

        self.change(MARCH, gov_window_id=self.b.id)

        self.assertEqual(self.wages(), [3000, 3000, 3500])

    def test_change_to_what_holds_already_makes_no_version(self):
        version = self.change(MARCH, gov_window_id=self.a.id)

        self.assertEqual(version.date_version, JANUARY)
        self.assertEqual(len(self.person.version_ids), 1)

    def test_blank_is_written_too(self):
        self.change(MARCH, gov_window_id=False)

        self.assertEqual(
            self.windows(), [(JANUARY, self.a), (MARCH, self.env["gov.window"])]
        )

    def test_day_before_the_file_is_refused_by_name(self):
        with self.assertRaisesRegex(BeforeFile, "人员D1.*2026-01-01.*2025-12-31"):
            self.change(date(2025, 12, 31), wage=1)

    def test_facts_that_are_not_dated_are_refused(self):
        for name in ("gov_entry_date", "date_version", "employee_id"):
            with self.subTest(field=name), self.assertRaises(ValueError):
                self.change(MARCH, **{name: MARCH})

    def test_end_of_the_contract_holds_for_the_whole_contract(self):
        self.person.contract_date_start = JANUARY

        self.change(MARCH, contract_date_end=date(2026, 12, 31), wage=3500)

        self.assertEqual(
            set(self.person.version_ids.mapped("contract_date_end")),
            {date(2026, 12, 31)},
        )

    def test_several_people_change_on_one_day(self):
        other = self.new_person("D2", entry=JANUARY)

        versions = (self.person + other)._gov_write_dated(MARCH, {"wage": 4000})

        self.assertEqual(versions.employee_id, self.person + other)
        self.assertEqual(versions.mapped("wage"), [4000, 4000])

    def test_hr_officer_changes_and_site_officer_does_not(self):
        officer = self.new_user("officer", HR_OFFICER)
        site_officer = self.new_user("site", SITE_OFFICER, sites=self.town)

        self.person.with_user(officer)._gov_write_dated(MARCH, {"wage": 3600})
        with self.assertRaises(AccessError):
            self.person.with_user(site_officer)._gov_write_dated(MAY, {"wage": 1})

        self.assertEqual(self.wages(), [3000, 3600])
