"""机构.xlsx with the columns that came later: parties, pilot, headcount, matters."""

from odoo.tests import tagged

from .test_import_department import DepartmentImportCase, site

OLD_HEADER = ["机构编码", "机构名称", "层级", "上级编码"]


@tagged("post_install", "-at_install")
class TestImportDepartmentMore(DepartmentImportCase):
    def test_file_without_the_later_columns_leaves_them_alone(self):
        self.town.write({"gov_quota": 5, "gov_is_pilot": True})

        self.load_sites(site("T20", "T00", name="东镇"), headers=OLD_HEADER)

        self.assertRecordValues(
            self.town, [{"name": "东镇", "gov_quota": 5, "gov_is_pilot": True}]
        )

    def test_empty_cell_of_a_later_column_clears_it(self):
        self.town.write({"gov_quota": 5, "gov_is_pilot": True})

        self.load_sites(site("T20", "T00"))

        self.assertRecordValues(self.town, [{"gov_quota": 0, "gov_is_pilot": False}])

    def test_parties_pilot_headcount_and_matters_are_recorded(self):
        known = self.new_unit("县公安局")
        row = site("N10", "T00", "分中心") | {
            "主管部门": "县公安局",
            "业务指导部门": "县数据局",
            "属地政府": "城关镇人民政府",
            "是否试点": "是",
            "核定人数": 6,
            "事项数": 82,
        }

        created = self.load_sites(row)

        self.assertRecordValues(
            created,
            [
                {
                    "gov_managing_unit_id": known.id,
                    "gov_is_pilot": True,
                    "gov_quota": 6,
                    "gov_matter_count": 82,
                }
            ],
        )
        self.assertEqual(created.gov_guiding_unit_id.name, "县数据局")
        self.assertEqual(created.gov_guiding_unit_id.gov_unit_kind, "unit")
        self.assertEqual(created.gov_territory_unit_id.gov_unit_kind, "government")

    def test_unit_named_twice_is_created_once(self):
        rows = [site(f"N{n}", "T00") | {"属地政府": "城关镇人民政府"} for n in (1, 2)]

        sites = self.load_sites(*rows)

        self.assertEqual(len(sites.gov_territory_unit_id), 1)

    def test_second_import_changes_nothing(self):
        row = site("N10", "T00") | {"主管部门": "县公安局", "核定人数": 6}
        first = self.load_sites(row)
        unit = first.gov_managing_unit_id

        again = self.load_sites(row)

        self.assertEqual((again, again.gov_managing_unit_id), (first, unit))

    def test_wrong_cells_are_told(self):
        row = site("N10", "T00") | {"是否试点": "对", "核定人数": 1.5, "事项数": "多"}

        self.assert_problems(
            [row],
            (2, "是否试点", "无法识别，应为：是 否", "对"),
            (2, "核定人数", "不是整数", "1.5"),
            (2, "事项数", "不是数字", "多"),
        )

    def test_numbers_below_zero_are_told(self):
        row = site("N10", "T00") | {"核定人数": -1, "事项数": -2}

        self.assert_problems(
            [row],
            (2, "核定人数", "不能为负数", "-1"),
            (2, "事项数", "不能为负数", "-2"),
        )
