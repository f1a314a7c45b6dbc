"""Figures of the months by site, items of the months, and the dashboard they feed."""

import json
import re
from datetime import date

from odoo.tests import HttpCase, TransactionCase, tagged

from odoo.addons.gov_window_staff.rules.month import Month

from .common import AssessmentCommon
from .common_follow import FollowCommon

SEPTEMBER = Month(2026, 9)


@tagged("post_install", "-at_install")
class TestMonthStatistic(FollowCommon, AssessmentCommon, TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.good, cls.poor, cls.fair, cls.other = cls.new_people(4)
        cls.other.department_id = cls.town_b
        cls.win(cls.good, 5)
        cls.make_poor(cls.poor)
        cls.new_review(cls.fair)
        cls.new_review(cls.fair, verdict="mistaken")
        cls.new_review(cls.fair, rating="5")
        cls.new_event(cls.other, "2.2", state="draft")
        cls.batch = cls.new_round("graded")

    def figures(self, groups=(), domain=(), user=None):
        """Sums of the county's rows: {group: {figure: value}}."""
        rows = self.env["gov.month.statistic"]
        rows = rows.with_user(user) if user else rows
        names = ["people:sum", "good:sum", "fair:sum", "poor:sum", "total:avg"]
        names += ["good_share:avg", "deductions:sum", "awards:sum"]
        names += ["reviews:sum", "bad_reviews:sum"]
        found = rows._read_group(
            [("county_id", "=", self.county.id), *domain], list(groups), names
        )
        keys = [name.partition(":")[0] for name in names]
        return {
            row[: len(groups)]: dict(zip(keys, row[len(groups) :], strict=True))
            for row in found
        }

    def test_counts_of_a_month_are_those_of_the_round(self):
        (found,) = self.figures(domain=[("is_latest", "=", True)]).values()

        self.assertEqual(found["people"], 4)
        for grade in ("good", "fair", "poor"):
            with self.subTest(grade=grade):
                self.assertEqual(found[grade], self.batch[f"{grade}_count"])
        totals = self.batch.appraisal_ids.mapped("total")
        self.assertAlmostEqual(found["total"], sum(totals) / 4, 4)

    def test_records_and_reviews_are_counted_by_what_they_are(self):
        (found,) = self.figures().values()

        self.assertEqual(
            [found[n] for n in ("deductions", "awards", "reviews", "bad_reviews")],
            [2, 1, 3, 1],
        )

    def test_share_of_good_is_right_for_every_group(self):
        found = self.figures(["department_id"])

        self.assertAlmostEqual(found[(self.town,)]["good_share"], 100 / 3)
        self.assertEqual(found[(self.town_b,)]["good_share"], 0)
        (whole,) = self.figures().values()
        self.assertAlmostEqual(whole["good_share"], 25)

    def test_share_is_empty_where_nobody_was_graded(self):
        self.new_event(self.good, "2.2", date(2026, 8, 5))

        found = self.figures(domain=[("month", "=", "2026-08-01")])

        self.assertIs(found[()]["good_share"], False)
        self.assertEqual(found[()]["deductions"], 1)

    def test_month_before_grading_has_records_but_no_results(self):
        self.batch.with_user(self.leader).action_reopen()

        (found,) = self.figures().values()

        self.assertFalse(found["people"])
        self.assertEqual(found["deductions"], 2)

    def test_suspended_person_counts_and_has_no_score(self):
        self.new_case(self.fair)
        self.advance(self.batch, "graded")

        (found,) = self.figures(domain=[("is_latest", "=", True)]).values()

        totals = self.batch.appraisal_ids.filtered(lambda a: not a.is_suspended)
        self.assertEqual(found["people"], 4)
        self.assertAlmostEqual(found["total"], sum(totals.mapped("total")) / 3, 4)

    def test_latest_month_moves_on(self):
        self.new_event(self.good, "2.2", date(2026, 9, 8))
        self.new_round("graded", SEPTEMBER)

        latest = self.figures(["month:month"], [("is_latest", "=", True)])
        previous = self.figures(["month:month"], [("is_previous", "=", True)])

        self.assertEqual([key[0] for key in latest], [date(2026, 10, 1)])
        self.assertEqual([key[0] for key in previous], [date(2026, 9, 1)])

    def test_site_officer_counts_the_own_sites(self):
        found = self.figures(["department_id"], user=self.site_officer)

        self.assertEqual(list(found), [(self.town,)])

    def test_patrols_count_once_they_began(self):
        patrols = self.env["gov.patrol"].create(
            [{"department_id": self.town.id, "date": "2026-10-09"}] * 3
        )
        patrols[:2].action_start()
        patrols[0].action_finish()

        rows = self.env["gov.month.statistic"]._read_group(
            [("department_id", "=", self.town.id), ("month", "=", "2026-10-01")],
            [],
            ["patrols:sum"],
        )
        self.assertEqual(rows[0][0], 2)

    def test_items_are_what_was_counted(self):
        rows = self.env["gov.item.statistic"]._read_group(
            [("county_id", "=", self.county.id), ("is_bonus", "=", False)],
            ["item_id"],
            ["times:sum", "points:sum"],
        )

        found = {item.code: (times, points) for item, times, points in rows}
        self.assertEqual(found["1.1"], (1, 30))
        self.assertEqual(found["2.2"], (1, 20))
        self.assertEqual(found["4.4b"][0], 1)

    def test_items_of_other_sites_are_not_shown(self):
        rows = self.env["gov.item.statistic"].with_user(
            self.new_officer_of(self.town_b)
        )

        self.assertFalse(rows.search([("county_id", "=", self.county.id)]))


@tagged("post_install", "-at_install")
class TestAssessmentDashboard(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.dashboard = cls.env.ref("gov_assessment.dashboard_assessment")
        cls.data = json.loads(cls.dashboard.spreadsheet_data)
        cls.charts = [
            figure["data"]
            for sheet in cls.data["sheets"]
            for figure in sheet["figures"]
        ]

    def assert_fields(self, model, names, domain):
        fields = set(self.env[model]._fields) | {"__count"}
        self.assertLessEqual(set(names), fields)
        self.env[model].search_count(domain)

    def test_pivots_and_charts_ask_for_fields_of_their_models(self):
        for pivot in self.data["pivots"].values():
            lines = pivot["measures"] + pivot["rows"] + pivot["columns"]
            with self.subTest(pivot=pivot["name"]):
                names = [line["fieldName"] for line in lines]
                self.assert_fields(pivot["model"], names, pivot["domain"])
        for chart in self.charts:
            if meta := chart.get("metaData"):
                names = [g.split(":")[0] for g in meta["groupBy"]] + [meta["measure"]]
                with self.subTest(chart=chart["title"]["text"]):
                    domain = chart["searchParams"]["domain"]
                    self.assert_fields(meta["resModel"], names, domain)

    def test_formulas_use_functions_that_the_sheet_knows(self):
        used = {
            name
            for sheet in self.data["sheets"]
            for cell in sheet["cells"].values()
            if cell.startswith("=")
            for name in re.findall(r"([A-Z_a-z.]+)\(", cell)
        }

        self.assertEqual(used, {"_t", "IFERROR", "PIVOT", "PIVOT.VALUE"})

    def test_titles_are_terms_of_the_addon(self):
        titles = {chart["title"]["text"] for chart in self.charts}

        terms = self.env["ir.http"]._get_translations_for_webclient(
            ["gov_assessment"], "zh_CN"
        )
        chinese = {m["id"] for m in terms[0]["gov_assessment"]["messages"]}
        self.assertEqual(titles - chinese, set())

    def test_menus_of_the_charts_exist(self):
        for menu in self.data["chartOdooMenusReferences"].values():
            with self.subTest(menu=menu):
                self.assertTrue(self.env.ref(menu).exists())


@tagged("post_install", "-at_install")
class TestAssessmentDashboardScreen(FollowCommon, HttpCase, AssessmentCommon):
    def draw(self, user):
        user.lang = "zh_CN"
        self.start_tour(
            "/odoo/gov-month-dashboard",
            "gov_assessment_dashboard_tour",
            login=user.login,
            timeout=150,
        )

    def test_dashboard_is_drawn_in_chinese(self):
        self.poor_month(self.new_person())

        self.draw(self.officer)

    def test_dashboard_of_a_site_officer_without_sites_is_drawn(self):
        self.site_officer.gov_department_ids = False

        self.draw(self.site_officer)
