"""Duties for public display (A94) and the five pledges (A73)."""

from odoo.tests import TransactionCase, tagged

from odoo.addons.gov_window_staff.tests.common_pdf import pdf_text

from .common import AssessmentCommon


@tagged("post_install", "-at_install")
class TestDutyNotice(AssessmentCommon, TransactionCase):
    def test_own_duty_goes_before_that_of_the_post(self):
        post = self.env["hr.job"].create({"name": "咨询", "gov_duties": "岗位职责文本"})
        window = self.new_window(number="A02")
        own = self.new_person(name="张三", gov_duty="本人职责文本", job_id=post.id)
        of_post = self.new_person(name="李四", job_id=post.id, gov_window_id=window.id)
        self.new_person(name="走了", leave="2020-01-01")
        self.new_person(name="别处", site=self.town_b)

        rows = self.town._gov_duty_rows()

        # people at a window come first
        self.assertEqual(
            rows,
            [
                ("A02", of_post.name, "咨询", "岗位职责文本"),
                ("", own.name, "咨询", "本人职责文本"),
            ],
        )

    def test_notice_is_printed_by_the_site_officer(self):
        self.new_person(name="张三", gov_duty="受理登记")
        self.town.gov_phone = "0517-12345"

        env = self.env(user=self.site_officer)
        site = self.town.with_user(self.site_officer)
        text = pdf_text(env, "gov_assessment.duty_notice", site)

        for part in ("张三", "受理登记", "0517-12345"):
            with self.subTest(part=part):
                self.assertIn(part, text)

    def test_site_without_people_prints_an_empty_notice(self):
        text = pdf_text(self.env, "gov_assessment.duty_notice", self.town_b)

        self.assertIn(self.town_b.name, text)

    def test_five_pledges_are_an_undertaking_that_people_sign(self):
        pledge = self.env.ref("gov_assessment.rule_five_pledges").copy(
            {"audience": "sites", "site_ids": [(6, 0, self.town.ids)]}
        )
        person = self.new_person()
        self.assertEqual(pledge.body.count("<li>"), 5)

        pledge.with_user(self.officer).action_publish()

        line = pledge.line_ids.filtered(lambda line: line.employee_id == person)
        self.assertEqual(line.state, "pending")
        line._acknowledge()
        self.assertEqual(line.state, "acknowledged")
