"""The dashboard that is shipped asks for fields that exist, in Chinese."""

import json
import re

from odoo.tests import HttpCase, TransactionCase, tagged

from .common import TrainingCommon

MODULE = "gov_training"


@tagged("post_install", "-at_install")
class TestTrainingDashboard(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.dashboard = cls.env.ref(f"{MODULE}.dashboard_training")
        cls.data = json.loads(cls.dashboard.spreadsheet_data)

    def charts(self):
        return [
            figure["data"]
            for sheet in self.data["sheets"]
            for figure in sheet["figures"]
        ]

    def test_pivots_ask_for_fields_of_their_models(self):
        for pivot in self.data["pivots"].values():
            fields = set(self.env[pivot["model"]]._fields) | {"__count"}
            used = {measure["fieldName"] for measure in pivot["measures"]}
            used |= {row["fieldName"] for row in pivot["rows"]}
            with self.subTest(pivot=pivot["name"]):
                self.assertLessEqual(used, fields)
                self.env[pivot["model"]].search_count(pivot["domain"])

    def test_charts_ask_for_fields_of_their_models(self):
        for chart in self.charts():
            if "metaData" not in chart:
                continue
            meta = chart["metaData"]
            fields = set(self.env[meta["resModel"]]._fields) | {"__count"}
            used = {meta["measure"], *(g.split(":")[0] for g in meta["groupBy"])}
            with self.subTest(chart=chart["title"]["text"]):
                self.assertLessEqual(used, fields)
                domain = chart["searchParams"]["domain"]
                self.env[meta["resModel"]].search_count(domain)

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
        titles = {chart["title"]["text"] for chart in self.charts()}

        terms = self.env["ir.http"]._get_translations_for_webclient([MODULE], "zh_CN")
        chinese = {m["id"]: m["string"] for m in terms[0][MODULE]["messages"]}

        self.assertEqual(titles - set(chinese), set())

    def test_menus_of_the_charts_exist(self):
        for menu in self.data["chartOdooMenusReferences"].values():
            self.assertTrue(self.env.ref(menu).exists())


@tagged("post_install", "-at_install")
class TestTrainingDashboardScreen(HttpCase, TrainingCommon):
    def draw(self, user):
        user.lang = "zh_CN"
        self.start_tour(
            "/odoo/gov-training-dashboard",
            "gov_training_dashboard_tour",
            login=user.login,
            timeout=150,
        )

    def test_dashboard_is_drawn_in_chinese(self):
        self.env["res.lang"]._activate_lang("zh_CN")
        self.new_session("done", [self.ann])

        self.draw(self.officer)

    def test_dashboard_of_a_site_officer_without_sites_is_drawn(self):
        self.env["res.lang"]._activate_lang("zh_CN")
        self.site_officer.gov_department_ids = False

        self.draw(self.site_officer)
