"""现实表现材料: sections of a period, printed as a PDF."""

import io
from datetime import date

import pypdf

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import WindowStaffCommon
from .common_people import NUMBER, PHONE, PeopleMixin

FIRST, LAST = date(2026, 1, 1), date(2026, 6, 30)


@tagged("post_install", "-at_install")
class TestDossier(PeopleMixin, WindowStaffCommon):
    def sections(self, first=FIRST, last=LAST):
        person = self.person.with_context(lang="zh_CN")
        found = person._gov_dossier_sections(first, last)
        return {section["title"]: section["rows"] for section in found}

    def text(self, people=None, **period):
        """Words of the printed pages, as an HR officer gets them."""
        period = {"first": str(FIRST), "last": str(LAST)} | period
        report = self.env["ir.actions.report"].with_user(self.users["officer"])
        content, kind = report.with_context(lang="zh_CN")._render_qweb_pdf(
            "gov_window_staff.report_dossier", (people or self.person).ids, period
        )
        self.assertEqual(kind, "pdf")
        pages = pypdf.PdfReader(io.BytesIO(content)).pages
        return [page.extract_text() for page in pages]

    def test_posts_of_the_period_begin_with_the_one_held_then(self):
        self.person._gov_write_dated(date(2025, 5, 1), {"wage": 3100})
        self.person._gov_write_dated(
            date(2026, 3, 1), {"department_id": self.town_b.id}
        )
        self.person._gov_write_dated(date(2026, 4, 1), {"wage": 3200})
        self.person._gov_write_dated(date(2026, 9, 1), {"department_id": self.town.id})

        rows = self.sections()["任职经历"]

        self.assertEqual(
            [(row[0], row[1]) for row in rows],
            [
                ("2025-05-01", "东镇便民服务中心"),
                ("2026-03-01", "西镇便民服务中心"),
            ],
        )

    def test_merit_of_the_period_is_told_and_talks_are_not(self):
        self.new_record("honour", date=date(2026, 5, 1), summary="服务标兵")
        self.new_record("honour", date=date(2025, 5, 1), summary="旧荣誉")
        self.new_record("talk", date=date(2026, 5, 1), summary="谈心内容")
        self.new_record("uniform", date=date(2026, 5, 1), summary="工作服两套")

        rows = self.sections()["荣誉表彰和推荐"]

        self.assertEqual([row[2] for row in rows], ["服务标兵"])

    def test_verified_certificates_are_told(self):
        self.new_certificate(self.person, issued=date(2024, 5, 1), number="C-1")
        self.new_certificate(self.person, verified=False, number="C-2")

        self.assertEqual([row[1] for row in self.sections()["技能等级证书"]], ["C-1"])

    def test_page_is_printed_in_chinese_with_header_and_number(self):
        self.new_record("honour", date=date(2026, 5, 1), summary="服务标兵")

        text = " ".join(self.text())

        for word in (
            "现实表现材料",
            "人员P001",
            "服务标兵",
            "东镇便民服务中心",
        ):
            with self.subTest(word=word):
                self.assertIn(word, text)
        # other addons add sections, and with them pages
        self.assertRegex(text, r"1 / \d")

    def test_full_numbers_and_wages_are_not_printed(self):
        self.person._gov_write_dated(date(2026, 3, 1), {"wage": 4321})

        text = " ".join(self.text())

        for secret in (NUMBER, PHONE, "4321"):
            self.assertNotIn(secret, text)

    def test_wizard_prints_the_selected_people(self):
        wizard = (
            self.env["gov.dossier"]
            .with_user(self.users["officer"])
            .with_context(active_model="hr.employee", active_ids=self.person.ids)
            .create({"first": FIRST, "last": LAST})
        )

        action = wizard.action_print()

        self.assertEqual(action["report_name"], "gov_window_staff.dossier")
        self.assertEqual(action["data"]["ids"], self.person.ids)
        self.assertEqual(action["data"]["first"], "2026-01-01")

    def test_period_that_ends_before_it_begins_is_refused(self):
        wizard = self.env["gov.dossier"].create(
            {"employee_ids": self.person.ids, "first": LAST, "last": FIRST}
        )

        with self.assertRaises(UserError):
            wizard.action_print()

    def test_others_print_no_dossier(self):
        for role in ("plain", "site_officer", "liaison", "leader"):
            model = self.env["gov.dossier"].with_user(self.users[role])
            with self.subTest(role=role), self.assertRaises(AccessError):
                model.create({"employee_ids": self.person.ids})
