"""Signboard and warnings of sites (O4, O5, O12, O18, O31)."""

from lxml import etree

from odoo import Command
from odoo.tests import Form, tagged
from odoo.tools.safe_eval import safe_eval

from .common import SITE_OFFICER, WindowStaffCommon
from .common_org import LIAISON, OrganisationMixin


class CheckCase(OrganisationMixin, WindowStaffCommon):
    def found(self, *domain):
        return self.env["hr.department"].search(
            [("id", "child_of", self.county.id), *domain]
        )


@tagged("post_install", "-at_install")
class TestSignboard(CheckCase):
    def test_each_level_has_its_pattern(self):
        sites = self.county + self.branch + self.town + self.village

        self.assertEqual(
            sites.mapped("gov_signboard"),
            [
                "测试县政务服务中心",
                "测试县政务服务中心不动产分中心",
                "测试县东镇便民服务中心",
                "测试县东镇东村便民服务站",
            ],
        )

    def test_short_name_corrects_a_name_that_does_not_yield_it(self):
        self.branch.name = "不动产登记大厅"

        self.branch.gov_place_name = "不动产"

        self.assertEqual(self.branch.gov_signboard, "测试县政务服务中心不动产分中心")

    def test_renamed_town_renames_the_signboards_of_its_villages(self):
        self.town.name = "新镇便民服务中心"
        self.village.invalidate_recordset()

        self.assertEqual(self.village.gov_signboard, "测试县新镇东村便民服务站")

    def test_department_outside_the_tree_has_no_signboard(self):
        office = self.env["hr.department"].create({"name": "后勤"})

        self.assertFalse(office.gov_signboard)
        self.assertEqual(office.gov_check_state, "none")


@tagged("post_install", "-at_install")
class TestWindowNumbers(CheckCase):
    """街道3-5个综窗、社区1-2个综窗, as the general document has them."""

    def test_fewest_windows_are_three_in_a_town_and_one_in_a_village(self):
        found = [
            site._gov_comprehensive_minimum()
            for site in (self.county, self.branch, self.town, self.village)
        ]

        self.assertEqual(found, [0, 0, 3, 1])

    def test_town_with_two_comprehensive_windows_has_too_few(self):
        self.new_windows(self.town, 2)

        self.assertIn("few_windows", self.codes(self.town))

    def test_town_with_three_to_five_windows_is_in_order(self):
        windows = self.new_windows(self.town, 5, evaluator_kind="device")
        self.town.manager_id = self.new_person()

        self.assertEqual(self.codes(self.town), set())
        windows[:2].unlink()
        self.assertEqual(self.codes(self.town), set())
        self.assertEqual(self.town.gov_check_state, "ok")

    def test_town_with_six_windows_has_too_many(self):
        self.new_windows(self.town, 6)

        self.assertIn("many_windows", self.codes(self.town))

    def test_closed_archived_and_other_kinds_do_not_count(self):
        windows = self.new_windows(self.town, 6)
        windows[0].is_open = False
        windows[1].active = False
        windows[2].kind = "special"
        windows[3].kind = "guide"

        self.assertIn("few_windows", self.codes(self.town))

    def test_windows_of_villages_do_not_count_for_the_town(self):
        self.new_windows(self.village, 3)

        self.assertIn("few_windows", self.codes(self.town))
        self.assertIn("many_windows", self.codes(self.village))

    def test_explanation_names_both_numbers(self):
        self.new_windows(self.town, 2)
        town = self.town.with_context(lang="zh_CN")

        self.assertIn("综合窗口 2 个，标准为不少于 3 个", town.gov_check_text)
        self.assertIn("综窗不足", town.gov_check_labels)


@tagged("post_install", "-at_install")
class TestOtherWarnings(CheckCase):
    def test_village_without_a_dedicated_person_is_told(self):
        self.choose({"level": "village", "needs_dedicated": True})
        person = self.new_person(site=self.village)
        self.assertEqual(self.codes(self.village), {"no_dedicated"})

        person.gov_is_dedicated = True

        self.assertEqual(self.codes(self.village), set())

    def test_dedicated_person_who_has_gone_does_not_count(self):
        self.choose({"level": "village", "needs_dedicated": True})
        person = self.new_person(site=self.village, gov_is_dedicated=True)

        person.active = False

        self.assertEqual(self.codes(self.village), {"no_dedicated"})

    def test_window_without_evaluator_and_code_is_told(self):
        self.choose({"level": "town", "needs_evaluators": True})
        window = self.new_window(self.town)
        self.assertEqual(self.codes(self.town), {"no_evaluator"})

        window.evaluator_kind = "qr"

        self.assertEqual(self.codes(self.town), set())

    def test_guide_desk_and_closed_window_need_no_evaluator(self):
        self.choose({"level": "town", "needs_evaluators": True})
        self.new_window(self.town, "引导台", kind="guide")
        self.new_window(self.town, "关闭", is_open=False)

        self.assertEqual(self.codes(self.town), set())

    def test_pilot_document_checks_pilots_only(self):
        self.choose({"level": "town", "needs_head": True}, pilot_only=True)
        self.town.gov_is_pilot = True

        self.assertEqual(self.codes(self.town), {"no_head"})
        self.assertEqual(self.town_b.gov_check_state, "none")


@tagged("post_install", "-at_install")
class TestFilters(CheckCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.choose(
            {"level": "town", "windows_min": 1, "needs_head": True},
            {"level": "village", "needs_dedicated": True},
        )
        cls.new_window(cls.town_b)

    def test_sites_are_found_by_each_shortcoming(self):
        cases = {
            "few_windows": self.town,
            "no_head": self.town + self.town_b,
            "no_dedicated": self.village,
            "many_windows": self.env["hr.department"],
        }
        for code, expected in cases.items():
            with self.subTest(code=code):
                self.assertEqual(self.found(("gov_check_codes", "=", code)), expected)

    def test_sites_to_look_at_and_sites_in_order(self):
        self.town_b.manager_id = self.new_person(site=self.town_b)

        warned = self.found(("gov_check_state", "=", "warning"))
        in_order = self.found(("gov_check_state", "=", "ok"))

        self.assertEqual(warned, self.town + self.village)
        self.assertEqual(in_order, self.town_b)

    def test_vacancies_are_found(self):
        self.town.gov_quota = 2
        self.town_b.gov_quota = 1
        self.new_person(site=self.town_b)

        self.assertEqual(self.town.gov_vacancy_count, 2)
        self.assertEqual(self.found(("gov_vacancy_count", ">", 0)), self.town)

    def test_site_officer_and_liaison_see_signboard_and_warnings(self):
        users = (
            self.new_user("site", SITE_OFFICER, sites=self.town),
            self.new_user("liaison", LIAISON),
        )
        for user in users:
            town = self.town.with_user(user)
            with self.subTest(user=user.login):
                self.assertEqual(town.gov_check_state, "warning")
                self.assertTrue(town.gov_signboard)
                self.assertEqual(town.gov_staff_count, 0)

    def test_every_filter_of_the_list_can_be_run(self):
        view = self.env.ref("gov_window_staff.hr_department_view_search")
        filters = etree.fromstring(view.arch).xpath("//filter[@domain]")
        self.assertGreater(len(filters), 12)
        for node in filters:
            domain = safe_eval(node.get("domain"), {"uid": self.env.uid})
            with self.subTest(filter=node.get("name")):
                self.found(*domain)


@tagged("post_install", "-at_install")
class TestProfile(CheckCase):
    def test_parties_and_pilot_are_recorded(self):
        unit = self.new_unit("县公安局")

        self.branch.write(
            {"gov_managing_unit_id": unit.id, "gov_guiding_unit_id": unit.id}
        )

        self.assertEqual(unit.gov_site_count, 1)
        sites = self.env["hr.department"].search(unit.action_open_gov_sites()["domain"])
        self.assertEqual(sites, self.branch)

    def test_activities_can_be_planned_for_a_site(self):
        # O30: a task with its owner and due day
        activity = self.town.activity_schedule(
            "mail.mail_activity_data_todo",
            "2024-12-31",
            summary="完成标识标牌",
            user_id=self.env.uid,
        )

        self.assertEqual(self.found(("activity_ids", "in", activity.ids)), self.town)

    def test_windows_of_a_site_are_shown_on_it(self):
        window = self.new_window(self.town)

        self.town.write(
            {"gov_window_ids": [Command.update(window.id, {"number": "1"})]}
        )

        self.assertEqual(self.town.gov_window_ids.number, "1")

    def test_training_base_names_the_level_it_trains(self):
        # O23: the centre trains the streets, a street its communities
        form = Form(self.town, "hr.view_department_form")
        form.gov_is_training_base = True
        form.gov_trains_level = "village"
        form.save()

        found = self.found(("gov_is_training_base", "=", True))
        self.assertEqual(found, self.town)
        self.assertEqual(found.gov_trains_level, "village")

    def test_comprehensive_staff_is_provided_by_the_centre(self):
        # O20, O21
        person = self.new_person(gov_source="centre")
        posted = self.new_person(
            gov_source="unit", gov_dispatch_unit_id=self.new_unit().id
        )
        people = self.env["hr.employee"]

        by_centre = people.search([("gov_source", "=", "centre")])

        self.assertIn(person, by_centre)
        self.assertNotIn(posted, by_centre)
