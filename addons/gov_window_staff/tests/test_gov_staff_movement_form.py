"""The approval form as PDF (审批表): everything on it, head and number on each page."""

import io

import pypdf

from odoo.tests import tagged

from ..rules.identity import mask_number
from .common_movement import MovementCommon


@tagged("post_install", "-at_install")
class TestMovementForm(MovementCommon):
    def pages(self, movement, user=None):
        """Text of each page, as a Chinese officer prints it; blanks removed."""
        report = self.env["ir.actions.report"].with_user(user or self.officer)
        report = report.with_context(lang="zh_CN", tz="Asia/Shanghai")
        content, kind = report._render_qweb_pdf(
            "gov_window_staff.movement_report", movement.ids
        )
        self.assertEqual(kind, "pdf")
        pages = pypdf.PdfReader(io.BytesIO(content)).pages
        return ["".join(page.extract_text().split()) for page in pages]

    def test_form_shows_the_facts_and_every_step(self):
        movement = self.submitted(user=self.site_officer, reason="西镇缺人")
        self.agree(movement, self.liaison, words="单位同意")
        self.agree(movement, self.officer, words="材料齐全")
        self.agree(movement, self.leader, words="同意调配")

        text = "".join(self.pages(movement))

        for words in (
            "窗口工作人员调配审批表",
            movement.name,
            "张三",
            "东镇便民服务中心",
            "西镇便民服务中心",
            "县人社局",
            "西镇缺人",
            "单位同意",
            "材料齐全",
            "同意调配",
            "派驻单位意见",
            "领导审批",
            *(user.name for user in (self.liaison, self.officer, self.leader)),
        ):
            with self.subTest(words=words):
                self.assertIn("".join(words.split()), text)

    def test_head_and_page_number_stand_on_every_page(self):
        long_reason = "工作需要,统一调配。" * 400
        movement = self.submitted(reason=long_reason)

        pages = self.pages(movement)

        self.assertGreater(len(pages), 1)
        for number, text in enumerate(pages, 1):
            with self.subTest(page=number):
                self.assertIn("窗口工作人员调配审批表", text)
                self.assertIn("测试县政务服务中心", text)
                self.assertIn(f"{number}/{len(pages)}", text)

    def test_every_kind_is_printed_under_its_own_title(self):
        self.person.trial_date_end = "2026-12-31"
        kinds = [kind.code for kind in self.env["gov.movement.kind"].search([])]
        for kind in kinds:
            with self.subTest(kind=kind):
                movement = self.draft(kind)
                title = movement.kind_id.with_context(lang="zh_CN").print_title
                self.assertIn("".join(title.split()), self.pages(movement)[0])

    def test_id_number_is_masked_on_paper(self):
        movement = self.draft("entry")
        number = movement.sudo().candidate_identification

        text = "".join(self.pages(movement))

        self.assertNotIn(number, text)
        self.assertIn(mask_number(number), text)

    def test_reviewers_print_what_they_decide(self):
        movement = self.submitted(user=self.site_officer)

        for user in (self.site_officer, self.liaison, self.leader):
            with self.subTest(user=user.login):
                self.assertIn("张三", "".join(self.pages(movement, user)))
