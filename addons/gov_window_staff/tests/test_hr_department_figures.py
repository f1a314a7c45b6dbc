"""Figures of the tree: by subtree, and as fast for 400 sites as for 50 (O3)."""

from odoo.tests import tagged

from .common import WindowStaffCommon
from .common_org import OrganisationMixin

# what the list and the hierarchy read
SHOWN = [
    "name",
    "gov_level",
    "gov_site_count",
    "gov_window_total_count",
    "gov_general_window_count",
    "gov_evaluator_rate",
    "gov_staff_count",
    "gov_holder_count",
    "gov_vacancy_count",
    "gov_signboard",
    "gov_check_state",
    "gov_check_labels",
]


@tagged("post_install", "-at_install")
class TestFigures(OrganisationMixin, WindowStaffCommon):
    def assert_figures(self, name, county, branch, town, village):
        sites = self.county + self.branch + self.town + self.village
        sites.invalidate_recordset()
        self.assertEqual(sites.mapped(name), [county, branch, town, village])

    def test_sites_below_are_counted(self):
        self.assert_figures("gov_site_count", 4, 0, 1, 0)

    def test_windows_are_counted_with_everything_below(self):
        self.new_windows(self.town, 2)
        self.new_windows(self.village, 1, kind="special")

        self.assert_figures("gov_window_total_count", 3, 0, 3, 1)
        self.assert_figures("gov_general_window_count", 2, 0, 2, 0)

    def test_holders_of_verified_certificates_are_counted_once(self):
        self.new_person(site=self.village, certificates=[{}, {"rank": 2}])
        self.new_person(site=self.town, certificates=[{"verified": False}])

        self.assert_figures("gov_holder_count", 1, 0, 1, 1)
        self.assert_figures("gov_staff_count", 2, 0, 2, 1)

    def test_evaluator_coverage_is_that_of_open_windows(self):
        # three with, one without; closed windows and guide desks do not count
        self.new_windows(self.town, 3, evaluator_kind="device")
        self.new_window(self.village, "甲")
        self.new_window(self.village, "乙", is_open=False)
        self.new_window(self.village, "丙", kind="guide")

        self.assert_figures("gov_evaluator_rate", 0.75, 0, 0.75, 0)
        self.assert_figures("gov_unrated_window_count", 1, 0, 1, 1)

    def test_archived_site_takes_its_people_out_of_the_figures(self):
        self.new_person(site=self.village)

        self.village.active = False

        self.assertEqual(self.county.gov_staff_count, 0)

    def test_buttons_open_what_was_counted(self):
        self.new_windows(self.village, 2)
        sites = self.town.action_open_gov_sites()
        windows = self.town.action_open_gov_unrated_windows()

        found = self.env["hr.department"].search(sites["domain"])
        self.assertEqual(found, self.village)
        self.assertEqual(self.env["gov.window"].search_count(windows["domain"]), 2)
        self.assertIn("search_default_unrated", windows["context"])

    def test_new_site_on_the_screen_has_no_figures_yet(self):
        site = self.env["hr.department"].new({"name": "新镇", "gov_level": "town"})

        self.assertEqual(site.gov_staff_count, 0)
        self.assertEqual(site.gov_window_count, 0)
        self.assertEqual(site.gov_signboard, "新镇便民服务中心")


@tagged("post_install", "-at_install")
class TestFourHundredSites(OrganisationMixin, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        towns = cls.new_towns("S", 10)
        cls.new_villages(towns, 4)
        cls.small = cls.env["hr.department"].search([("id", "child_of", towns.ids)])
        towns = cls.new_towns("B", 16)
        cls.new_villages(towns, 24)
        cls.large = cls.env["hr.department"].search([("id", "child_of", towns.ids)])
        for sites in (cls.small, cls.large):
            cls.env["gov.window"].create(
                [{"name": "综合窗口", "department_id": site.id} for site in sites]
            )

    @classmethod
    def new_towns(cls, prefix, number):
        return cls.env["hr.department"].create(
            [
                {
                    "name": f"{prefix}{n}镇",
                    "gov_code": f"{prefix}{n}",
                    "gov_level": "town",
                    "parent_id": cls.county.id,
                }
                for n in range(number)
            ]
        )

    @classmethod
    def new_villages(cls, towns, number):
        return cls.env["hr.department"].create(
            [
                {
                    "name": f"{n}村",
                    "gov_code": f"{town.gov_code}-{n}",
                    "gov_level": "village",
                    "parent_id": town.id,
                }
                for town in towns
                for n in range(number)
            ]
        )

    def queries(self, work):
        """Number of statements that a screen needs with a cold cache."""
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        work()
        return self.env.cr.sql_log_count - before

    def test_the_tree_has_50_and_400_sites(self):
        self.assertEqual((len(self.small), len(self.large)), (50, 400))

    def test_400_sites_are_read_with_as_many_queries_as_50(self):
        small = self.queries(lambda: self.small.read(SHOWN))
        large = self.queries(lambda: self.large.read(SHOWN))

        self.assertLess(large, 40)
        # reads are split by 1000 records at most: nothing depends on the number
        self.assertLessEqual(large - small, 3)

    def test_filter_on_a_warning_costs_as_many_queries_for_400_as_for_50(self):
        sites = self.env["hr.department"]
        domain = [("gov_check_codes", "=", "few_windows")]
        self.large.active = False
        small = self.queries(lambda: sites.search(domain))
        self.large.active = True

        large = self.queries(lambda: sites.search(domain))

        self.assertLessEqual(large - small, 3)

    def test_county_counts_everything(self):
        self.assertEqual(self.county.gov_window_total_count, 450)
        # and the 4 other sites of the test county
        self.assertEqual(self.county.gov_site_count, 454)
