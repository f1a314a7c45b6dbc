"""Windows: persons in charge, closing, evaluators, codes to print (O19-O33)."""

import base64
import io
from datetime import timedelta

from PIL import Image

from odoo import fields
from odoo.exceptions import AccessError, ValidationError
from odoo.tests import Form, tagged

from .common import HR_OFFICER, MODULE, SITE_OFFICER, WindowStaffCommon
from .common_org import LIAISON, OrganisationMixin


@tagged("post_install", "-at_install")
class TestPersonsInCharge(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.main, cls.backup = cls.new_person(), cls.new_person()
        cls.window = cls.new_window(cls.town)

    def test_two_people_of_the_site_are_main_and_backup(self):
        self.window.write(
            {"main_person_id": self.main.id, "backup_person_id": self.backup.id}
        )

        self.assertFalse(self.window.people_note)

    def test_one_person_is_not_both(self):
        with self.assertRaisesRegex(ValidationError, "at the same time"):
            self.window.write(
                {"main_person_id": self.main.id, "backup_person_id": self.main.id}
            )

    def test_person_of_another_site_is_refused(self):
        stranger = self.new_person(site=self.village)

        for name in ("main_person_id", "backup_person_id"):
            with (
                self.subTest(field=name),
                self.assertRaisesRegex(ValidationError, stranger.name),
            ):
                self.window[name] = stranger

    def test_person_who_has_left_is_refused(self):
        yesterday = fields.Date.context_today(self.window) - timedelta(days=1)
        self.main.gov_leave_date = yesterday

        with self.assertRaisesRegex(ValidationError, "no longer in service"):
            self.window.main_person_id = self.main

    def test_person_whose_last_day_is_today_is_still_in_service(self):
        self.main.gov_leave_date = fields.Date.context_today(self.window)

        self.window.main_person_id = self.main

        self.assertFalse(self.window.people_note)

    def test_archived_person_is_refused(self):
        self.main.active = False

        with self.assertRaises(ValidationError):
            self.window.main_person_id = self.main

    def test_person_who_moves_later_is_shown_not_refused(self):
        self.window.main_person_id = self.main

        self.main.department_id = self.town_b
        self.window.invalidate_recordset()

        self.assertIn(self.main.name, self.window.people_note)
        self.window.name = "改名的窗口"

    def test_site_officer_sees_who_is_in_charge(self):
        self.window.main_person_id = self.main
        user = self.new_user("site", SITE_OFFICER, sites=self.town)

        (read,) = self.window.with_user(user).read(["main_person_id", "people_note"])

        self.assertEqual(read["main_person_id"], (self.main.id, self.main.name))
        self.assertFalse(read["people_note"])


@tagged("post_install", "-at_install")
class TestOpenAndClosed(WindowStaffCommon):
    def test_closing_keeps_day_and_reason_and_opening_clears_them(self):
        window = self.new_window()

        window.write({"is_open": False, "closing_reason": "设备检修"})

        self.assertEqual(window.closed_on, fields.Date.context_today(window))
        window.is_open = True
        self.assertFalse(window.closed_on or window.closing_reason)

    def test_day_of_closing_can_be_given(self):
        window = self.new_window(is_open=False, closed_on="2026-01-31")

        self.assertEqual(str(window.closed_on), "2026-01-31")

    def test_card_is_red_when_closed_orange_to_look_at_green_in_order(self):
        window = self.new_window(evaluator_kind="device")
        guide = self.new_window(name="引导台", kind="guide")
        unrated = self.new_window(name="无评价器")
        closed = self.new_window(name="关闭", is_open=False)

        colors = (window + guide + unrated + closed).mapped("state_color")
        self.assertEqual(colors, [10, 10, 2, 1])


@tagged("post_install", "-at_install")
class TestEvaluators(OrganisationMixin, WindowStaffCommon):
    def test_code_of_a_window_is_a_picture(self):
        window = self.new_window(evaluator_kind="qr", qr_content="https://a.example/1")

        picture = Image.open(io.BytesIO(base64.b64decode(window.qr_image)))

        self.assertEqual(picture.format, "PNG")
        self.assertGreaterEqual(min(picture.size), 200)

    def test_other_content_is_another_picture(self):
        one, other = self.new_windows(self.town, 2, qr_content="https://a.example/1")
        other.qr_content = "https://a.example/2"

        self.assertNotEqual(one.qr_image, other.qr_image)

    def test_window_without_content_has_no_code(self):
        self.assertFalse(self.new_window(evaluator_kind="device").qr_image)

    def test_code_is_printed_as_pdf(self):
        window = self.new_window(evaluator_kind="qr", qr_content="https://a.example/1")
        reports = self.env["ir.actions.report"].with_context(lang="zh_CN")

        content, kind = reports._render_qweb_pdf(f"{MODULE}.gov_window_qr", window.ids)

        self.assertEqual(kind, "pdf")
        self.assertTrue(content.startswith(b"%PDF"))
        self.assertIn(b"/Image", content)


@tagged("post_install", "-at_install")
class TestAreas(WindowStaffCommon):
    def areas(self, kind):
        areas = self.env["gov.window.area"].with_context(lang="zh_CN")
        return set(areas.search([("kind", "=", kind)]).mapped("name"))

    def test_four_areas_of_comprehensive_windows(self):
        # O19
        expected = {"人社医保", "企业开办", "综合审批", "婚姻登记"}

        self.assertLessEqual(expected, self.areas("general"))

    def test_four_functions_of_the_special_zone(self):
        # O22: 营商环境服务、办不成事服务、惠企政策服务、投资项目服务
        words = self.env["gov.window.area"].with_context(lang="zh_CN")._by_alias()

        for word in ("营商环境服务", "办不成事服务", "惠企政策服务", "投资项目服务"):
            with self.subTest(word=word):
                self.assertEqual(words[word].kind, "special")

    def test_guide_desk_is_a_kind_and_a_post(self):
        # O33
        self.assertTrue(self.areas("guide"))
        self.assertEqual(
            self.env.ref(f"{MODULE}.job_assistance").with_context(lang="zh_CN").name,
            "引导/帮办",
        )


@tagged("post_install", "-at_install")
class TestPosts(WindowStaffCommon):
    def test_catalogue_has_the_six_posts_and_comprehensive_acceptance(self):
        # O13
        posts = self.env["hr.job"].with_context(lang="zh_CN")
        names = posts.search([("gov_is_window_post", "=", True)]).mapped("name")

        expected = {"咨询", "导办", "掌办", "网办", "收件", "出件", "综合受理"}
        self.assertLessEqual(expected, set(names))

    def test_comprehensive_post_has_the_five_duties(self):
        # S48
        post = self.env.ref(f"{MODULE}.job_acceptance").with_context(lang="zh_CN")

        self.assertEqual(
            post.gov_duties.split("\n"),
            ["咨询受理", "材料审核", "业务流转", "评价引导", "应急处置"],
        )

    def test_conditions_of_a_post_are_recorded(self):
        # S46
        post = self.env.ref(f"{MODULE}.job_acceptance")
        form = Form(post, f"{MODULE}.hr_job_view_form_post")
        form.requirements = "政治素质高、业务能力强、服务态度好"
        form.save()

        self.assertIn("服务态度好", post.requirements)

    def test_posts_of_the_catalogue_are_nobodys_vacancies(self):
        posts = self.env["hr.job"].search([("gov_is_window_post", "=", True)])

        self.assertFalse(sum(posts.mapped("no_of_recruitment")))


@tagged("post_install", "-at_install")
class TestWindowRights(WindowStaffCommon):
    def test_only_hr_officers_change_windows(self):
        window = self.new_window()
        users = [
            self.new_user("site", SITE_OFFICER, sites=self.town),
            self.new_user("liaison", LIAISON),
            self.new_user("plain"),
        ]
        for user in users:
            with self.subTest(user=user.login):
                self.assertEqual(window.with_user(user).name, window.name)
                with self.assertRaises(AccessError):
                    window.with_user(user).is_open = False

        officer = self.new_user("officer", HR_OFFICER)
        window.with_user(officer).write({"is_open": False, "closing_reason": "检修"})
        self.assertFalse(window.is_open)
