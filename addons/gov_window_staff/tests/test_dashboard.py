"""The dashboard that is shipped: it loads, asks for fields that exist, is Chinese."""

import json

from odoo.tests import HttpCase, TransactionCase, tagged

from .common import HR_OFFICER, MODULE, SITE_OFFICER, WindowStaffCommon

TOUR = "gov_dashboard_tour"


@tagged("post_install", "-at_install")
class TestDashboard(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.dashboard = cls.env.ref(f"{MODULE}.dashboard_window_staff")
        cls.data = json.loads(cls.dashboard.spreadsheet_data)

    def test_pivots_and_charts_ask_for_fields_of_the_statistics(self):
        fields = set(self.env["gov.staff.statistic"]._fields) | {"__count"}
        used = set()
        for pivot in self.data["pivots"].values():
            self.assertEqual(pivot["model"], "gov.staff.statistic")
            used |= {measure["fieldName"] for measure in pivot["measures"]}
            used |= {row["fieldName"] for row in pivot["rows"]}
            used |= {leaf[0] for leaf in pivot["domain"]}
        for chart in self.charts():
            if "metaData" in chart:
                used.add(chart["metaData"]["measure"])
                used |= {g.split(":")[0] for g in chart["metaData"]["groupBy"]}

        self.assertLessEqual(used, fields)

    def test_domains_of_the_dashboard_can_be_searched(self):
        statistic = self.env["gov.staff.statistic"]
        for pivot in self.data["pivots"].values():
            statistic.search_count(pivot["domain"])
        for chart in self.charts():
            statistic.search_count(chart.get("searchParams", {}).get("domain", []))

    def charts(self):
        return [
            figure["data"] for sheet in self.data["sheets"] for figure in sheet["figures"]
        ]

    def test_titles_are_terms_of_the_addon(self):
        titles = {chart["title"]["text"] for chart in self.charts()}

        terms = self.env["ir.http"]._get_translations_for_webclient([MODULE], "zh_CN")[0]
        chinese = {m["id"]: m["string"] for m in terms[MODULE]["messages"]}

        self.assertEqual(titles - set(chinese), set())

    def test_menus_of_the_charts_exist(self):
        for menu in self.data["chartOdooMenusReferences"].values():
            self.assertTrue(self.env.ref(menu).exists())


@tagged("post_install", "-at_install")
class TestDashboardScreen(HttpCase, WindowStaffCommon):
    def test_dashboard_is_drawn_in_chinese(self):
        for _n in range(3):
            self.new_person()
        officer = self.new_user("officer", HR_OFFICER, lang="zh_CN")

        self.start_tour("/odoo/gov-dashboard", TOUR, login=officer.login, timeout=150)

    def test_dashboard_of_an_empty_county_is_drawn(self):
        officer = self.new_user("site", SITE_OFFICER, sites=self.village, lang="zh_CN")

        self.start_tour("/odoo/gov-dashboard", TOUR, login=officer.login, timeout=150)
