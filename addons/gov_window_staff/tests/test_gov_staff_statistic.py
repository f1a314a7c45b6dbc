"""Statistics by date: who is counted, when, with which facts, and for whom."""

from freezegun import freeze_time

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import HR_OFFICER, LEADER, SITE_OFFICER, WindowStaffCommon
from .common_stat import LIAISON, TODAY, StatisticMixin, day


@tagged("post_install", "-at_install")
@freeze_time(TODAY)
class TestStatistic(StatisticMixin, WindowStaffCommon):
    def test_a_person_counts_from_the_month_of_entry(self):
        self.new_person(entry=day("2026-09-30"))

        found = [
            self.sums(end, "headcount", "joined")
            for end in ("2026-08-31", "2026-09-30", "2026-10-31", TODAY)
        ]

        self.assertEqual(found, [(0, 0), (1, 1), (1, 0), (1, 0)])

    def test_a_leaver_counts_in_the_month_of_leaving_only(self):
        self.new_person(leave=day("2026-09-30"))

        found = [
            self.sums(end, "headcount", "left")
            for end in ("2026-08-31", "2026-09-30", "2026-10-31")
        ]

        self.assertEqual(found, [(1, 0), (0, 1), (0, 0)])

    def test_somebody_who_leaves_later_this_month_is_still_here(self):
        self.new_person(leave=day("2026-11-28"))
        self.new_person(leave=day(TODAY))

        self.assertEqual(self.sums(TODAY, "headcount", "left"), (1, 1))

    def test_who_comes_and_goes_in_a_month_is_both_and_no_head(self):
        self.new_person(entry=day("2026-09-02"), leave=day("2026-09-20"))

        self.assertEqual(
            self.sums("2026-09-30", "headcount", "joined", "left"), (0, 1, 1)
        )

    def test_headcounts_follow_from_entries_and_departures(self):
        self.new_person(entry=day("2026-07-06"))
        self.new_person(entry=day("2026-08-03"), leave=day("2026-09-15"))
        self.new_person(leave=day("2026-08-31"))
        ends = ("2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31")
        months = [self.sums(end, "headcount", "joined", "left") for end in ends]

        for before, (heads, joined, left) in zip(months, months[1:], strict=False):
            self.assertEqual(heads, before[0] + joined - left)
        self.assertEqual([heads for heads, *_rest in months], [2, 2, 1, 1])

    def test_a_month_shows_the_facts_of_its_last_day(self):
        person = self.new_person(site=self.town)
        self.move(person, "2026-09-15", department_id=self.town_b.id)

        by_site = {
            end: self.statistic()._read_group(
                [("date", "=", end)], ["department_id"], ["headcount:sum", "moved:sum"]
            )
            for end in ("2026-08-31", "2026-09-30", "2026-10-31")
        }

        self.assertEqual(
            by_site,
            {
                "2026-08-31": [(self.town, 1, 0)],
                "2026-09-30": [(self.town_b, 1, 1)],
                "2026-10-31": [(self.town_b, 1, 0)],
            },
        )

    def test_a_version_after_the_leave_date_changes_nothing(self):
        person = self.new_person(leave=day("2026-09-10"))
        self.move(person, "2026-09-11", department_id=self.town_b.id)

        found = self.statistic()._read_group(
            [("date", "=", "2026-09-30")], ["department_id"], ["left:sum"]
        )

        self.assertEqual(found, [(self.town, 1)])

    def test_archived_people_stay_in_their_months(self):
        person = self.new_person(leave=day("2026-09-10"))
        person.action_archive()

        self.assertEqual(self.sums("2026-08-31", "headcount"), (1,))

    def test_level_is_that_of_the_best_certificate_issued_by_then(self):
        self.new_person(
            certificates=[
                {"rank": 1, "issued": day("2026-08-10")},
                {"rank": 3, "issued": day("2026-10-10")},
                {"rank": 2, "issued": day("2026-10-20")},
            ]
        )

        levels = [
            self.statistic().search([("date", "=", end)]).level_id.rank
            for end in ("2026-07-31", "2026-08-31", "2026-10-31", TODAY)
        ]

        self.assertEqual(levels, [0, 1, 3, 3])

    def test_rate_is_of_the_window_staff_with_a_verified_certificate(self):
        self.new_person(certificates=[{}])
        self.new_person(certificates=[{"verified": False}])
        self.new_person()
        self.new_person(certificates=[{}], gov_position="management")

        found = self.statistic()._read_group(
            [("is_current", "=", True)],
            [],
            ["certified:sum", "certified_rate:avg"],
        )[0]

        self.assertEqual((found[0], round(found[1], 1)), (1, 33.3))

    def test_bands_of_age_and_tenure(self):
        self.new_person(birthday="1995-11-22", gov_posted_date="2024-11-22")
        self.new_person(birthday="1995-11-23", gov_posted_date="2024-11-23")

        rows = self.statistic().search([("is_current", "=", True)], order="id")

        self.assertEqual(rows.mapped("age_band"), ["2", "1"])
        self.assertEqual(rows.mapped("tenure_band"), ["3", "2"])

    def test_probationary_members_are_party_members(self):
        for status in ("01", "02", "03", False):
            self.new_person(gov_political_status=status)

        members = self.statistic().search_count(
            [("is_current", "=", True), ("is_party_member", "=", True)]
        )

        self.assertEqual(members, 2)

    def test_probation_lasts_through_its_last_day(self):
        self.new_person(trial_end=day("2026-10-31"))

        found = self.statistic().search([("date", ">=", "2026-10-31")], order="date")

        self.assertEqual(found.mapped("is_in_probation"), [True, False])

    def test_staff_without_number_or_entry_are_not_counted(self):
        self.env["hr.employee"].create({"name": "无工号"})

        self.assertEqual(self.sums(TODAY, "headcount"), (0,))

    def test_any_day_can_be_asked_for(self):
        self.new_person(leave=day("2026-09-10"))

        for asked, heads in (("2026-09-09", 1), ("2026-09-10", 0)):
            found = self.sums(asked, "headcount", gov_statistic_day=asked)
            self.assertEqual(found, (heads,), asked)

    def test_each_person_and_month_has_one_number(self):
        for _n in range(3):
            self.new_person(certificates=[{"rank": 1}, {"rank": 2}])

        rows = self.statistic().search([])

        self.assertEqual(len(rows), 3 * 121)
        self.assertEqual(len(set(rows.ids)), len(rows))

    def test_filters_of_the_search_view_mean_what_they_say(self):
        self.new_person()
        view = self.env.ref("gov_window_staff.gov_staff_statistic_view_search")
        for name, dates in {
            "current": {TODAY},
            "last_month": {"2026-10-31"},
            "last_year": {"2025-11-30"},
        }.items():
            with self.subTest(name=name):
                self.assertEqual(self._dates_of(view, name), dates)
        for name, months in {"one_year": 12, "three_years": 36}.items():
            with self.subTest(name=name):
                self.assertEqual(len(self._dates_of(view, name)), months)

    def _dates_of(self, view, name):
        from ast import literal_eval

        from lxml import etree

        found = etree.fromstring(view.arch).xpath(f"//filter[@name='{name}']/@domain")
        for zone in ("UTC", "Asia/Shanghai"):
            statistic = self.statistic(tz=zone)
            dates = {
                str(one)
                for one in statistic.search(literal_eval(found[0])).mapped("date")
            }
        return dates

    # -- rights ----------------------------------------------------------------

    def test_site_officer_sees_the_own_subtree_without_names(self):
        for site in (self.town, self.village, self.town_b):
            self.new_person(site=site)
        officer = self.new_user("site", SITE_OFFICER, sites=self.town)

        rows = self.statistic(officer).search([("is_current", "=", True)])

        self.assertEqual(set(rows.department_id), {self.town, self.village})
        self.assertNotIn("employee_id", rows.fields_get())
        with self.assertRaises(AccessError):
            rows.read(["employee_id"])

    def test_site_officer_can_open_the_pivot(self):
        self.new_person(contract_type_id=self.temporary_type().id)
        officer = self.new_user("site", SITE_OFFICER, sites=self.town)

        found = self.statistic(officer).formatted_read_group(
            [("is_current", "=", True)],
            ["contract_type_id", "job_id", "level_id", "education_id"],
            ["headcount:sum"],
        )

        self.assertEqual(found[0]["headcount:sum"], 1)

    def test_liaison_sees_the_own_units(self):
        unit, other = self.new_unit("县人社局"), self.new_unit("县公安局")
        self.new_person(gov_dispatch_unit_id=unit.id)
        self.new_person(gov_dispatch_unit_id=other.id)
        liaison = self.new_user("liaison", LIAISON, gov_unit_ids=[(6, 0, unit.ids)])

        self.assertEqual(self.statistic(liaison).search([]).unit_id, unit)

    def test_leader_and_officer_see_all_and_others_nothing(self):
        self.new_person()
        self.new_person(site=self.town_b)
        for login, group in (("leader", LEADER), ("officer", HR_OFFICER)):
            user = self.new_user(login, group)
            found = self.statistic(user).search_count([("is_current", "=", True)])
            self.assertEqual(found, 2)

        with self.assertRaises(AccessError):
            self.statistic(self.new_user("plain")).search([])

    def test_nobody_writes_a_statistic(self):
        self.new_person()
        row = self.statistic(self.new_user("officer", HR_OFFICER)).search([], limit=1)

        for change in (lambda: row.write({"headcount": 2}), row.unlink):
            with self.assertRaises(AccessError):
                change()
