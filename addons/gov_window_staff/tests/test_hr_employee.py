"""窗口工作人员: skill level, population of a month, dates, masks."""

from ast import literal_eval
from datetime import date

import psycopg2
from freezegun import freeze_time
from lxml import etree

from odoo.exceptions import ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..rules.month import Month
from .common import WindowStaffCommon

OCTOBER = Month(2026, 10)


@tagged("post_install", "-at_install")
class TestSkillLevel(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.none = cls.new_person("S0")
        cls.junior = cls.new_person("S1", certificates=[{"rank": 1}])
        cls.senior = cls.new_person("S3", certificates=[{"rank": 3}, {"rank": 1}])
        cls.waiting = cls.new_person("S4", certificates=[{"verified": False}])
        cls.void = cls.new_person("S5", certificates=[{"void_reason": "伪造"}])

    def find(self, operator, value):
        people = self.env["hr.employee"].search(
            [
                ("gov_staff_no", "=like", "S_"),
                ("gov_skill_level_id", operator, value),
            ]
        )
        return sorted(people.mapped("gov_staff_no"))

    def test_level_is_that_of_the_highest_verified_certificate(self):
        people = self.none + self.junior + self.senior + self.waiting + self.void

        ranks = [person.gov_skill_level_id.rank for person in people]

        self.assertEqual(ranks, [0, 1, 3, 0, 0])

    def test_level_falls_when_the_certificate_is_void(self):
        highest = self.senior.gov_certificate_ids.filtered(
            lambda certificate: certificate.level_id.rank == 3
        )

        highest._void("查无此证")

        self.assertEqual(self.senior.gov_skill_level_id.rank, 1)

    def test_people_are_found_by_level(self):
        self.assertEqual(self.find("=", self.level(1).id), ["S1"])
        self.assertEqual(
            self.find("in", [self.level(1).id, self.level(3).id]), ["S1", "S3"]
        )

    def test_lower_level_of_a_person_does_not_find_him(self):
        self.assertNotIn("S3", self.find("=", self.level(1).id))

    def test_people_without_a_level_are_found(self):
        self.assertEqual(self.find("=", False), ["S0", "S4", "S5"])
        self.assertEqual(self.find("!=", False), ["S1", "S3"])

    def test_people_of_other_levels_or_none_are_found(self):
        self.assertEqual(self.find("!=", self.level(1).id), ["S0", "S3", "S4", "S5"])

    def test_certificates_of_a_person_are_counted_and_opened(self):
        action = self.senior.action_open_gov_certificates()

        self.assertEqual(self.senior.gov_certificate_count, 2)
        self.assertEqual(
            self.env["gov.certificate"].search(action["domain"]),
            self.senior.gov_certificate_ids,
        )


@tagged("post_install", "-at_install")
class TestPerson(WindowStaffCommon):
    def test_leave_on_the_day_of_entry_is_possible(self):
        self.new_person(entry=date(2026, 10, 1), leave=date(2026, 10, 1))

    def test_leave_before_entry_is_refused_by_name(self):
        with self.assertRaisesRegex(ValidationError, "人员W9.*2026-09-30.*2026-10-01"):
            self.new_person("W9", entry=date(2026, 10, 1), leave=date(2026, 9, 30))

    @mute_logger("odoo.sql_db")
    def test_staff_number_is_unique(self):
        self.new_person("W9")

        with self.assertRaises(psycopg2.IntegrityError):
            self.new_person("W9")

    def test_person_is_found_by_staff_number_and_by_name(self):
        person = self.new_person("W9", name="张三")

        for text in ("W9", "张三"):
            with self.subTest(text=text):
                found = self.env["hr.employee"].name_search(text)
                self.assertEqual([person_id for person_id, _name in found], person.ids)

    def test_id_number_and_phone_are_masked(self):
        person = self.new_person(
            identification_id="11010519491231002X", private_phone="13812345678"
        )

        self.assertEqual(person.gov_identification_masked, "110**************X")
        self.assertEqual(person.gov_phone_masked, "138****5678")

    def test_person_without_numbers_has_empty_masks(self):
        person = self.new_person()

        self.assertFalse(person.gov_identification_masked)
        self.assertFalse(person.gov_phone_masked)

    def test_probation_lasts_through_its_last_day(self):
        person = self.new_person(trial_end=date(2026, 10, 31))
        seen = []

        for today in ("2026-10-31 12:00:00", "2026-11-01 12:00:00"):
            with freeze_time(today):
                person.invalidate_recordset()
                seen.append(person.gov_is_in_probation)

        self.assertEqual(seen, [True, False])


@tagged("post_install", "-at_install")
class TestPopulation(WindowStaffCommon):
    def population(self, month=OCTOBER, county=None):
        people, _versions = self.env["hr.employee"]._gov_population(
            month, county or self.county
        )
        return people.mapped("gov_staff_no")

    def test_entry_and_leave_count_at_the_last_day(self):
        self.new_person("P1", entry=date(2026, 10, 31))
        self.new_person("P2", entry=date(2026, 11, 1))
        self.new_person("P3", leave=date(2026, 10, 30))
        self.new_person("P4", leave=date(2026, 10, 31))
        self.new_person("P5", leave=date(2026, 11, 1))

        self.assertEqual(self.population(), ["P1", "P4", "P5"])

    def test_people_archived_since_belong_to_their_month(self):
        self.new_person("P1", leave=date(2026, 10, 31)).active = False

        self.assertEqual(self.population(), ["P1"])
        self.assertEqual(self.population(Month(2026, 11)), [])

    def test_staff_without_number_or_entry_is_no_window_staff(self):
        self.new_person("P1", entry=False, date_version=date(2020, 1, 1))
        self.new_person("P2").gov_staff_no = False

        self.assertEqual(self.population(), [])

    def test_people_of_other_counties_are_left_out(self):
        other_county = self.new_site("X00", "county")
        self.new_person("P1")
        self.new_person("P2", site=other_county)

        self.assertEqual(self.population(), ["P1"])
        self.assertEqual(self.population(county=other_county), ["P2"])

    def test_people_of_other_counties_are_not_even_read(self):
        self.new_person("P1")
        other = self.new_person("P2", site=self.new_site("X00", "county"))
        self.env.flush_all()
        self.env.invalidate_all()

        self.population()

        numbers = self.env["hr.employee"]._fields["gov_staff_no"]._get_cache(self.env)
        self.assertNotIn(other.id, numbers)

    def test_without_a_county_everybody_is_listed(self):
        self.new_person("P1")
        self.new_person("P2", site=self.new_site("X00", "county"))

        people, _versions = self.env["hr.employee"]._gov_population(OCTOBER)

        self.assertEqual(people.mapped("gov_staff_no"), ["P1", "P2"])

    def test_staff_numbers_are_ordered_as_text(self):
        for number in ("P10", "P2", "P1"):
            self.new_person(number)

        self.assertEqual(self.population(), ["P1", "P10", "P2"])

    def test_facts_are_those_of_the_last_day_not_of_today(self):
        person = self.new_person("P1", wage=3000)
        person.create_version({"date_version": date(2026, 10, 31), "wage": 3100})
        person.create_version({"date_version": date(2026, 11, 1), "wage": 3200})

        _people, versions = self.env["hr.employee"]._gov_population(OCTOBER)

        self.assertEqual(versions[person.id].wage, 3100)

    def test_county_is_that_of_the_last_day(self):
        other_county = self.new_site("X00", "county")
        person = self.new_person("P1")
        moved = person.create_version({"date_version": date(2026, 11, 1)})
        moved.department_id = other_county

        self.assertEqual(self.population(), ["P1"])
        self.assertEqual(self.population(Month(2026, 11), other_county), ["P1"])


@tagged("post_install", "-at_install")
class TestFilters(WindowStaffCommon):
    """Filters of the people's list (S11, S13, S31, S39)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        view = cls.env.ref("gov_window_staff.hr_employee_view_search")
        nodes = etree.fromstring(view.arch).iterfind(".//filter[@domain]")
        cls.filters = {node.get("name"): node.get("domain") for node in nodes}
        far = date(2190, 1, 1)
        cls.new_person("F1", trial_end=far, gov_political_status="01")
        cls.new_person("F2", leave=far, certificates=[{}])
        cls.new_person("F3", leave=date(2020, 1, 1), gov_political_status="13")
        cls.new_person("F4", certificates=[{"verified": False}]).active = False

    def assert_found(self, name, *numbers):
        domain = [("gov_staff_no", "=like", "F_"), *literal_eval(self.filters[name])]
        people = self.env["hr.employee"].search(domain)
        self.assertEqual(sorted(people.mapped("gov_staff_no")), list(numbers))

    def test_people_in_service_and_gone(self):
        self.assert_found("in_service", "F1", "F2")
        self.assert_found("left", "F3")

    def test_people_with_and_without_a_verified_certificate(self):
        self.assert_found("certified", "F2")
        self.assert_found("uncertified", "F1", "F3")

    def test_people_in_probation(self):
        self.assert_found("probation", "F1")

    def test_party_members(self):
        self.assert_found("party", "F1")

    def test_archived_people(self):
        self.assert_found("inactive", "F4")
