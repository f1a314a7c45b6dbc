"""持证率: who counts, by site with everything below, by level (S11)."""

from datetime import timedelta

from odoo import fields
from odoo.tests import tagged

from .common import SITE_OFFICER, WindowStaffCommon
from .common_certificate import LIAISON, CertificateMixin


@tagged("post_install", "-at_install")
class TestCoverage(CertificateMixin, WindowStaffCommon):
    def rows(self, *people):
        ids = [person.id for person in people]
        return self.env["gov.certificate.coverage"].search([("id", "in", ids)])

    def test_person_counts_with_the_highest_verified_level(self):
        person = self.new_person(certificates=[{"rank": 1}, {"rank": 3}])
        self.new_waiting(person, 5)

        self.assertRecordValues(
            self.rows(person),
            [
                {
                    "employee_id": person.id,
                    "department_id": self.town.id,
                    "county_id": self.county.id,
                    "level_id": self.level(3).id,
                    "is_certified": True,
                    "rate": 100,
                    "waiting": 1,
                }
            ],
        )

    def test_waiting_void_and_rejected_ones_certify_nobody(self):
        person = self.new_person()
        self.new_waiting(person)
        self.new_waiting(person, void_reason="伪造")
        self.new_waiting(person, reject_reason="不符")

        self.assertFalse(self.rows(person).is_certified)

    def test_only_people_in_service_at_a_window_count(self):
        yesterday = fields.Date.today() - timedelta(days=2)
        tomorrow = fields.Date.today() + timedelta(days=2)
        counted = self.new_person()
        leaving = self.new_person(leave=tomorrow)
        gone = self.new_person(leave=yesterday)
        to_come = self.new_person(entry=tomorrow)
        manager = self.new_person(gov_position="management")
        archived = self.new_person(active=False)

        rows = self.rows(counted, leaving, gone, to_come, manager, archived)

        self.assertEqual(rows.employee_id, counted + leaving)

    def test_site_counts_everything_below(self):
        self.new_person(site=self.town, certificates=[{}])
        self.new_person(site=self.village)
        self.new_person(site=self.village)
        self.new_person(site=self.branch, certificates=[{}])

        self.assertRecordValues(
            self.town + self.village + self.branch + self.town_b + self.county,
            [
                self.rate(3, 1, 33.3),
                self.rate(2, 0, 0),
                self.rate(1, 1, 100),
                self.rate(0, 0, 0),
                self.rate(4, 2, 50),
            ],
        )

    def rate(self, staff, holders, rate):
        return {
            "gov_window_staff_count": staff,
            "gov_certified_count": holders,
            "gov_certified_rate": rate,
        }

    def test_target_is_that_of_the_document_in_force(self):
        self.assertEqual(self.town.gov_certified_target, 100)

    def test_average_of_a_group_is_the_rate(self):
        for paper in ([{}], [], [], []):
            self.new_person(site=self.town, certificates=paper)

        ((site, people, rate),) = self.env["gov.certificate.coverage"]._read_group(
            [("department_id", "=", self.town.id)],
            ["department_id"],
            ["people:sum", "rate:avg"],
        )

        self.assertEqual((site, people, rate), (self.town, 4, 25))

    def test_button_of_a_site_opens_those_without(self):
        holder = self.new_person(site=self.village, certificates=[{}])
        without = self.new_person(site=self.village)
        action = self.town.action_open_gov_uncertified()

        found = self.env[action["res_model"]].search(action["domain"])

        self.assertEqual(found.employee_id, holder + without)
        self.assertEqual(action["context"], {"search_default_uncertified": 1})

    def test_levels_of_sites_can_be_grouped(self):
        self.new_person(site=self.village)

        groups = self.env["gov.certificate.coverage"]._read_group(
            [("department_id", "child_of", self.town.id)], ["site_level"], ["__count"]
        )

        self.assertEqual(groups, [("village", 1)])


@tagged("post_install", "-at_install")
class TestCoverageRights(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.unit = cls.new_unit()
        cls.in_town = cls.new_person(site=cls.town, gov_dispatch_unit_id=cls.unit.id)
        cls.in_village = cls.new_person(site=cls.village)
        cls.elsewhere = cls.new_person(site=cls.town_b)

    def seen(self, user):
        rows = self.env["gov.certificate.coverage"].with_user(user).search([])
        own = self.in_town + self.in_village + self.elsewhere
        return own.filtered(lambda person: person.id in rows.ids)

    def test_site_officer_sees_the_own_site_and_below(self):
        user = self.new_user("site", SITE_OFFICER, sites=self.town)

        self.assertEqual(self.seen(user), self.in_town + self.in_village)

    def test_site_officer_reads_names_without_the_profile(self):
        user = self.new_user("site", SITE_OFFICER, sites=self.town)
        row = (
            self.env["gov.certificate.coverage"].with_user(user).browse(self.in_town.id)
        )

        (read,) = row.web_read(
            {"employee_id": {"fields": {"display_name": {}}}, "level_id": {}}
        )

        self.assertEqual(read["employee_id"]["display_name"], self.in_town.name)

    def test_liaison_sees_the_people_of_the_own_unit(self):
        user = self.new_user("liaison", LIAISON)
        user.gov_unit_ids = self.unit

        self.assertEqual(self.seen(user), self.in_town)

    def test_rate_of_a_site_is_shown_to_site_officers(self):
        user = self.new_user("site", SITE_OFFICER, sites=self.town)

        self.assertEqual(self.town.with_user(user).gov_window_staff_count, 2)
