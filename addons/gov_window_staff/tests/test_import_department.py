"""机构.xlsx: sites in any order, refused as a whole when anything is wrong."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import HR_OFFICER, SITE_OFFICER, WindowStaffCommon, problem_line

IMPORTER = "gov.import.department"


def site(code, parent="", level="镇街", name=None):
    return {
        "机构编码": code,
        "机构名称": name or f"站点{code}",
        "层级": level,
        "上级编码": parent,
    }


class DepartmentImportCase(WindowStaffCommon):
    def load_sites(self, *rows, **kwargs):
        return self.import_rows(IMPORTER, *rows, **kwargs).records

    def assert_problems(self, rows, *problems, **kwargs):
        lines = [problem_line("机构.xlsx", *problem) for problem in problems]
        self.assert_refused(IMPORTER, rows, *lines, **kwargs)

    def find(self, code):
        return self.env["hr.department"].search([("gov_code", "=", code)])


@tagged("post_install", "-at_install")
class TestImportDepartment(DepartmentImportCase):
    def test_sites_of_all_levels_are_created(self):
        words = {
            "县中心": "county",
            "分中心": "branch",
            "镇街": "town",
            "村社": "village",
        }
        parents = {"县中心": ""}

        rows = [site(f"N{w}", parents.get(w, "T00"), w) for w in words]
        sites = self.load_sites(*rows)

        self.assertEqual(sites.mapped("gov_level"), list(words.values()))

    def test_child_may_stand_before_its_parent(self):
        self.load_sites(site("N21", "N20", "村社"), site("N20", "T00"))

        self.assertEqual(self.find("N21").parent_id, self.find("N20"))
        self.assertEqual(self.find("N21").gov_county_id, self.county)

    def test_columns_stand_in_any_order_with_hints_in_brackets(self):
        headers = [
            "上级编码",
            "备注",
            "层级(县中心/分中心/镇街/村社)",
            "机构名称",
            "机构编码(不重复)",
        ]
        row = ["T00", "x", "镇街", "北镇便民服务中心", "N20"]

        sites = self.load_sites(row, headers=headers)

        self.assertRecordValues(
            sites,
            [
                {
                    "gov_code": "N20",
                    "name": "北镇便民服务中心",
                    "parent_id": self.county.id,
                }
            ],
        )

    def test_codes_typed_as_numbers_are_text_codes(self):
        sites = self.load_sites(site(32082600, "T00"), site(32082601.0, "32082600"))

        self.assertEqual(sites.mapped("gov_code"), ["32082600", "32082601"])

    def test_blank_parent_means_the_only_county_centre(self):
        sites = self.load_sites(site("N20"))

        self.assertEqual(sites.parent_id, self.county)

    def test_blank_parent_is_refused_while_there_are_two_centres(self):
        self.new_site("X00", "county")

        self.assert_problems([site("N20")], (2, "上级编码", "该单元格不能为空"))

    def test_blank_parent_is_refused_while_there_is_no_centre(self):
        self.county.gov_level = "branch"

        self.assert_problems([site("N20")], (2, "上级编码", "该单元格不能为空"))

    def test_centre_without_a_code_also_counts_as_one(self):
        self.county.gov_code = False

        sites = self.load_sites(site("N20"))

        self.assertEqual(sites.parent_id, self.county)


@tagged("post_install", "-at_install")
class TestImportDepartmentAgain(DepartmentImportCase):
    def test_second_import_changes_nothing(self):
        rows = [site("N20", "T00"), site("N21", "N20", "村社")]
        first = self.load_sites(*rows)
        before = self.env["hr.department"].search_count([])

        second = self.load_sites(*rows)

        self.assertEqual(first, second)
        self.assertEqual(self.env["hr.department"].search_count([]), before)

    def test_known_site_is_renamed_and_moved(self):
        self.load_sites(site("T21", "T30", "村社", name="西村便民服务站"))

        self.assertRecordValues(
            self.village, [{"name": "西村便民服务站", "parent_id": self.town_b.id}]
        )

    def test_archived_site_is_updated_not_doubled(self):
        self.village.active = False

        sites = self.load_sites(site("T21", "T20", "村社"))

        self.assertEqual(sites, self.village)

    def test_two_sites_may_change_places(self):
        self.load_sites(
            site("T20", "T21", name="东镇"), site("T21", "T00", "村社", name="东村")
        )

        self.assertEqual(self.town.parent_id, self.village)
        self.assertEqual(self.village.parent_id, self.county)


@tagged("post_install", "-at_install")
class TestRefusedDepartments(DepartmentImportCase):
    def test_required_cells(self):
        row = {"机构编码": "", "机构名称": None, "层级": " ", "上级编码": "T00"}

        self.assert_problems(
            [row],
            (2, "机构编码", "该单元格不能为空"),
            (2, "机构名称", "该单元格不能为空"),
            (2, "层级", "该单元格不能为空"),
        )

    def test_unknown_level(self):
        self.assert_problems(
            [site("N20", "T00", "乡")],
            (2, "层级", "无法识别，应为：县中心 分中心 镇街 村社", "乡"),
        )

    def test_code_twice(self):
        self.assert_problems(
            [site("N20", "T00"), site("N20", "T00")],
            (3, "机构编码", "重复出现，首次出现在第 2 行", "N20"),
        )

    def test_unknown_parent(self):
        self.assert_problems(
            [site("N20", "N99")],
            (2, "上级编码", "找不到对应的记录，请核对，或先导入相应的表", "N99"),
        )

    def test_site_below_itself(self):
        self.assert_problems(
            [site("N20", "N20")], (2, "上级编码", "上级机构形成循环", "N20")
        )

    def test_circle_of_sites(self):
        self.assert_problems(
            [site("N20", "N21"), site("N21", "N22"), site("N22", "N20")],
            (2, "上级编码", "上级机构形成循环", "N21"),
            (3, "上级编码", "上级机构形成循环", "N22"),
            (4, "上级编码", "上级机构形成循环", "N20"),
        )

    def test_circle_through_a_recorded_site(self):
        # T21 stands below T20 already
        self.assert_problems(
            [site("T20", "T21")], (2, "上级编码", "上级机构形成循环", "T21")
        )

    def test_missing_column(self):
        self.assert_problems(
            [],
            (1, "层级", "表头缺少这一列"),
            (1, "上级编码", "表头缺少这一列"),
            headers=["机构编码", "机构名称"],
        )

    def test_good_rows_are_not_kept_beside_a_bad_one(self):
        self.assert_problems(
            [site("N20", "T00"), site("N21", "T00", "乡")],
            (3, "层级", "无法识别，应为：县中心 分中心 镇街 村社", "乡"),
        )

        self.assertFalse(self.find("N20"))

    def test_more_than_50_problems_are_summed_up(self):
        rows = [site(f"N{n}", "T00", "乡") for n in range(60)]

        with self.assertRaisesRegex(Exception, "……另有 10 个问题$"):
            self.load_sites(*rows)

    def test_site_officer_does_not_import(self):
        user = self.new_user("site", SITE_OFFICER, sites=self.county)

        with self.assertRaises(AccessError):
            self.load_sites(site("N20", "T00"), user=user)

    def test_right_to_make_departments_is_no_right_to_import(self):
        user = self.new_user("hr", "hr.group_hr_manager")

        with self.assertRaises(AccessError):
            self.load_sites(site("N20", "T00"), user=user)

    def test_hr_officer_imports(self):
        user = self.new_user("officer", HR_OFFICER)

        self.assertTrue(self.load_sites(site("N20", "T00"), user=user))
