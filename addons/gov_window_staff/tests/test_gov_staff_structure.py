"""队伍结构表: the table of 001 comes out to the last person."""

import base64
import io

import openpyxl
from freezegun import freeze_time

from odoo.exceptions import AccessError
from odoo.tests import tagged

from ..tools.structure_workbook import build
from .common import HR_OFFICER, SITE_OFFICER, WindowStaffCommon
from .common_stat import PARTY, TEMPORARY, TODAY, WOMEN, StatisticMixin, day


@tagged("post_install", "-at_install")
@freeze_time(TODAY)
class TestStructure(StatisticMixin, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.officer = cls.new_user("officer", HR_OFFICER, lang="zh_CN")

    def structure(self, user=None, **vals):
        """The wizard, in Chinese."""
        wizard = self.env["gov.staff.structure"].with_user(user or self.officer)
        return wizard.with_context(lang="zh_CN").create({"day": TODAY, **vals})

    def summary(self, wizard):
        return dict(wizard._content()["summary"])

    def section(self, wizard, title):
        sections = wizard._content()["sections"]
        return next(s["rows"] for s in sections if s["title"] == title)

    def test_the_table_of_panzhihua(self):
        self.new_crowd()

        self.assertEqual(
            self.summary(self.structure(day="2014-03-26")),
            {
                "合计": 470,
                "管理层": 9,
                "其他进驻单位": 10,
                "窗口": 451,
                "临聘人员": TEMPORARY,
                "女性": WOMEN,
                "党员": PARTY,
            },
        )

    def test_the_table_is_of_the_day_asked_for(self):
        self.new_person(leave=day("2026-09-30"))
        self.new_person(entry=day("2026-10-08"))

        totals = [
            self.summary(self.structure(day=asked))["合计"]
            for asked in ("2026-09-29", "2026-09-30", "2026-10-08")
        ]

        self.assertEqual(totals, [1, 0, 1])

    def test_a_subtree_can_be_chosen(self):
        for site in (self.town, self.village, self.town_b):
            self.new_person(site=site)

        wizard = self.structure(department_id=self.town.id)

        self.assertEqual(self.summary(wizard)["合计"], 2)
        self.assertEqual(len(self.section(wizard, "机构")), 2)

    def test_shares_of_a_distribution(self):
        for _n in range(3):
            self.new_person(education="bachelor")
        self.new_person()

        self.assertEqual(
            self.section(self.structure(), "学历"),
            [["本科", 3, 75.0], ["未填写", 1, 25.0]],
        )

    def test_sites_show_certificates_vacancies_and_turnover(self):
        window = self.new_window()
        self.new_window(name="无人窗口")
        self.new_window(name="关闭的窗口", is_open=False)
        self.new_person(gov_window_id=window.id, certificates=[{}])
        self.new_person()
        self.new_person(leave=day("2026-05-04"))

        rows = self.section(self.structure(), "机构")

        # 1 leaver; 2 people in all and a third in 5 of the 12 months
        self.assertEqual(rows, [[self.town.display_name, 2, 1, 50.0, 1, 1, 41.4]])

    def test_units_are_listed_with_those_without_one(self):
        unit = self.new_unit()
        self.new_person(gov_dispatch_unit_id=unit.id)
        self.new_person()

        rows = self.section(self.structure(), "派驻单位")

        self.assertEqual(
            [row[:2] for row in rows], [["县人社局", 1], ["无派驻单位", 1]]
        )

    def test_vacancies_of_a_unit_are_against_its_quota(self):
        unit = self.new_unit(gov_quota=3)
        full = self.new_unit("县公安局", gov_quota=1)
        for one in (unit, full):
            self.new_person(gov_dispatch_unit_id=one.id)

        rows = self.section(self.structure(), "派驻单位")

        self.assertEqual(
            {row[0]: row[4] for row in rows}, {"县人社局": 2, "县公安局": 0}
        )

    def test_nobody_at_all_is_a_table_too(self):
        wizard = self.structure(day="2001-01-01")

        self.assertEqual(self.summary(wizard)["合计"], 0)
        self.assertIn("当日没有人员", wizard.table_html)

    def test_site_officer_gets_the_own_sites(self):
        self.new_person(site=self.village, contract_type_id=self.temporary_type().id)
        self.new_person(site=self.town_b)
        self.new_window(self.town_b)
        officer = self.new_user("site", SITE_OFFICER, sites=self.town, lang="zh_CN")

        wizard = self.structure(officer)

        self.assertEqual(self.summary(wizard)["合计"], 1)
        self.assertEqual(len(self.section(wizard, "机构")), 1)
        self.assertIn("编外聘用", wizard.table_html)

    def test_table_of_a_colleague_is_not_opened(self):
        wizard = self.structure()
        other = self.new_user("other", SITE_OFFICER, sites=self.town)

        with self.assertRaises(AccessError):
            wizard.with_user(other).read(["workbook"])

    def test_workbook_holds_the_same_figures(self):
        self.new_person(education="bachelor")
        wizard = self.structure()

        action = wizard.action_workbook()

        self.assertIn("download=true", action["url"])
        book = openpyxl.load_workbook(io.BytesIO(base64.b64decode(wizard.workbook)))
        first = list(book.worksheets[0].iter_rows(values_only=True))
        self.assertEqual(dict(zip(*first, strict=True))["合计"], 1)
        self.assertEqual(book["学历"]["A2"].value, "本科")

    def test_no_name_becomes_a_formula(self):
        section = {"title": "=1+1", "header": ["=A1"], "rows": [["=1+1"], ["@SUM(1)"]]}

        book = openpyxl.load_workbook(io.BytesIO(build("表", [], [section])))

        cells = [cell for row in book.worksheets[1].iter_rows() for cell in row]
        self.assertEqual({cell.data_type for cell in cells}, {"s"})

    def test_form_is_printed(self):
        self.new_person()
        wizard = self.structure()
        report = self.env["ir.actions.report"].with_context(lang="zh_CN")

        content, kind = report._render_qweb_pdf(
            "gov_window_staff.report_staff_structure", wizard.ids
        )

        self.assertEqual(kind, "pdf")
        self.assertTrue(content.startswith(b"%PDF"))

    def test_figures_cost_the_same_number_of_queries_for_any_number_of_people(self):
        self.new_crowd(30)
        wizard = self.structure()
        wizard._content()
        self.env.invalidate_all()

        with self.assertQueryCount(30):
            wizard._content()
