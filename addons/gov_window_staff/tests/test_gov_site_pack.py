"""Model organisations: what the policies name, loaded once (O2, O4, O17)."""

from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from .common import HR_OFFICER, MODULE, SITE_OFFICER, RpcCommon, WindowStaffCommon

BRANCHES = {"车辆管理", "婚姻登记", "公共法律", "退役军人", "人社综合", "民宗", "农机"}


class PackCase(WindowStaffCommon):
    def load_pack(self, pack, user=None):
        """The sites of a model, the missing ones created."""
        wizard = self.env["gov.site.pack"].with_user(user or self.env.user)
        action = wizard.create({"pack": pack}).action_load()
        return (
            self.env["hr.department"]
            .with_context(lang="zh_CN")
            .search(action["domain"])
        )

    def count(self):
        return (
            self.env["hr.department"].with_context(active_test=False).search_count([])
        )


@tagged("post_install", "-at_install")
class TestLianshui(PackCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sites = cls.load_pack(cls, "lianshui")

    def of_level(self, level):
        return self.sites.filtered(lambda site: site.gov_level == level)

    def test_county_has_its_seven_branches(self):
        branches = self.of_level("branch")

        names = {site.name.removesuffix("分中心") for site in branches}
        self.assertEqual(names, BRANCHES)
        self.assertEqual(branches.parent_id, self.of_level("county"))

    def test_two_towns_and_three_villages_are_pilots(self):
        pilots = self.sites.filtered("gov_is_pilot")

        self.assertEqual(
            set(pilots.mapped("gov_signboard")),
            {
                "涟水县高沟镇便民服务中心",
                "涟水县保滩街道便民服务中心",
                "涟水县高沟镇盐店村便民服务站",
                "涟水县保滩街道周集村便民服务站",
                "涟水县保滩街道肖渡村便民服务站",
            },
        )
        self.assertEqual(len(self.sites), 13)

    def test_towns_and_villages_belong_to_their_government(self):
        grassroots = self.of_level("town") + self.of_level("village")

        self.assertEqual(
            set(grassroots.gov_territory_unit_id.mapped("name")),
            {"高沟镇人民政府", "保滩街道办事处"},
        )
        self.assertTrue(all(site.gov_territory_unit_id for site in grassroots))
        kinds = grassroots.gov_territory_unit_id.mapped("gov_unit_kind")
        self.assertEqual(set(kinds), {"government"})

    def test_county_follows_its_own_document(self):
        self.assertEqual(
            self.of_level("county").gov_standard_id,
            self.env.ref(f"{MODULE}.site_standard_lianshui"),
        )

    def test_second_load_changes_nothing(self):
        self.of_level("town")[0].name = "高沟镇新中心"
        self.of_level("county").gov_standard_id = False
        before = self.count()

        again = self.load_pack("lianshui")

        self.assertEqual(again, self.sites)
        self.assertEqual(self.count(), before)
        self.assertIn("高沟镇新中心", again.mapped("name"))

    def test_deleted_site_comes_back(self):
        self.of_level("village")[0].unlink()

        self.assertEqual(len(self.load_pack("lianshui")), 13)


@tagged("post_install", "-at_install")
class TestRecordedBefore(PackCase):
    def test_sites_of_the_same_name_are_taken_not_doubled(self):
        county = self.new_site("320826", "county", name="涟水县政务服务中心")
        branch = self.new_site("320826-1", "branch", county, name="农机分中心")

        sites = self.load_pack("lianshui")

        self.assertIn(county, sites)
        self.assertIn(branch, sites)
        self.assertEqual(len(sites), 13)
        self.assertEqual(sites.gov_county_id, county)
        self.assertEqual(branch.gov_code, "320826-1")

    def test_document_that_the_county_has_chosen_stays(self):
        general = self.env.ref(f"{MODULE}.site_standard_general")
        county = self.new_site(
            "X", "county", name="涟水县政务服务中心", gov_standard_id=general.id
        )

        self.load_pack("lianshui")

        self.assertEqual(county.gov_standard_id, general)

    def test_both_counties_stand_side_by_side(self):
        first, second = self.load_pack("lianshui"), self.load_pack("wuhua")

        self.assertFalse(first & second)
        self.assertRecordValues(
            second,
            [
                {
                    "name": "五华区政务服务中心",
                    "gov_matter_count": 926,
                    "gov_standard_id": self.env.ref(f"{MODULE}.site_standard_wuhua").id,
                }
            ],
        )

    def test_wizard_says_what_is_missing_from_the_policy(self):
        wizard = self.env["gov.site.pack"].with_context(lang="zh_CN").new({})
        for pack, words in (("lianshui", "369个村"), ("wuhua", "99个社区")):
            wizard.pack = pack
            with self.subTest(pack=pack):
                self.assertIn(words, wizard.note)


@tagged("post_install", "-at_install")
class TestWhoLoads(RpcCommon, PackCase):
    def test_hr_officer_loads(self):
        officer = self.new_user("officer", HR_OFFICER)

        self.assertEqual(len(self.load_pack("lianshui", officer)), 13)

    def test_site_officer_does_not_load(self):
        user = self.new_user("site", SITE_OFFICER, sites=self.county)

        with self.assertRaises(AccessError):
            self.load_pack("lianshui", user)

    def test_wizard_of_an_officer_is_not_run_by_others_over_the_wire(self):
        wizard = self.env["gov.site.pack"].create({})
        user = self.new_user("site", SITE_OFFICER, sites=self.county)
        before = self.count()

        with self.assertRaisesRegex(JsonRpcException, "AccessError"):
            self.call(user, "gov.site.pack", "action_load", wizard.ids)

        self.assertEqual(self.count(), before)
