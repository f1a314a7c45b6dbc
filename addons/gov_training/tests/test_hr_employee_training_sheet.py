"""个人培训档案: the paper, the section of the dossier, and whose it is."""

from datetime import date, datetime
from io import BytesIO

from pypdf import PdfReader

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import TrainingCommon
from .common_cover import IN_Q1, SPRING, CoverBuilders

YEAR = date(2026, 1, 1), date(2026, 12, 31)


@tagged("post_install", "-at_install")
class TestTrainingSheet(CoverBuilders, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.freeze(SPRING)
        cls.new_session("done", [cls.ann], IN_Q1, name="Etiquette")
        cls.new_session(
            "done", [cls.ann], datetime(2025, 9, 5, 1, 0), hours=3, name="Old"
        )
        absent = cls.new_session(
            "ongoing", [cls.ann, cls.bob], datetime(2026, 4, 8, 1, 0), name="Missed"
        )
        absent.enrollment_ids.filtered(
            lambda e: e.employee_id == cls.ann
        ).action_absent()
        absent.action_mark_all_present()
        absent.action_close()
        cls.new_session("planned", [cls.ann], datetime(2026, 5, 8, 1, 0), name="Later")

    def sections(self, first, last):
        return {
            section["title"]: section["rows"]
            for section in self.ann._gov_training_sections(first, last)
        }

    def test_sessions_of_the_period_stand_in_order(self):
        rows = self.sections(*YEAR)["Training Record"]

        self.assertEqual(
            [(row[0], row[1], row[4], row[5]) for row in rows],
            [
                ("2026-03-06", "Etiquette", "2", "Present"),
                ("2026-04-08", "Missed", "0", "Absent"),
            ],
        )

    def test_hours_are_added_up_by_year_and_kind(self):
        rows = self.sections(date(2025, 1, 1), date(2026, 12, 31))[
            "Hours by Year and Kind"
        ]

        self.assertEqual(
            [(row[0], row[2], row[3]) for row in rows],
            [("2025", "1", "3"), ("2026", "1", "2"), ("Total", "2", "5")],
        )

    def test_quarters_tell_in_which_the_person_was_trained(self):
        rows = self.sections(*YEAR)["Concentrated Training by Quarter (1 of 2)"]

        self.assertEqual([row[-1] for row in rows], ["Trained", "Open"])

    def test_period_is_that_of_beijing(self):
        # 23:30 on 31 December by the server is New Year's morning in China
        self.new_session("done", [self.bob], datetime(2025, 12, 31, 23, 30))

        rows = self.bob._gov_training_lines(*YEAR)
        self.assertEqual(rows[:1].date_start, datetime(2025, 12, 31, 23, 30))

    def test_years_with_training_are_offered(self):
        self.assertEqual(list(self.ann._gov_training_years()), [2026, 2025])

    def test_dossier_has_a_section_on_training(self):
        titles = [section["title"] for section in self.ann._gov_dossier_sections(*YEAR)]

        self.assertIn("Training: 1 sessions, 2 hours", titles)

    def test_dossier_of_who_was_never_trained_has_no_such_section(self):
        titles = [section["title"] for section in self.eve._gov_dossier_sections(*YEAR)]

        self.assertNotIn("Training Record", titles)

    def test_paper_names_person_sessions_and_period(self):
        content, kind = self.env["ir.actions.report"]._render_qweb_pdf(
            "gov_training.report_training_sheet",
            self.ann.ids,
            data={"first": "2026-01-01", "last": "2026-12-31"},
        )
        pages = PdfReader(BytesIO(content)).pages
        text = "".join(page.extract_text() for page in pages)

        self.assertEqual(kind, "pdf")
        for words in ("Person W001", "Etiquette", "2026-12-31"):
            self.assertIn(words, text)
        self.assertNotIn("Later", text)

    def test_each_person_begins_on_a_new_page(self):
        content, _kind = self.env["ir.actions.report"]._render_qweb_pdf(
            "gov_training.report_training_sheet", (self.ann | self.bob).ids
        )

        self.assertEqual(len(PdfReader(BytesIO(content)).pages), 2)

    def test_wizard_prints_the_period(self):
        wizard = (
            self.env["gov.training.sheet"]
            .with_user(self.officer)
            .with_context(active_model="hr.employee", active_ids=self.ann.ids)
            .create({})
        )
        wizard.action_whole_time()

        action = wizard.action_print()

        self.assertEqual(action["report_name"], "gov_training.training_sheet")
        self.assertEqual(action["data"]["first"], "2025-01-01")
        self.assertEqual(action["data"]["ids"], self.ann.ids)

    def test_wizard_refuses_a_period_that_ends_before_it_begins(self):
        wizard = self.env["gov.training.sheet"].create(
            {"employee_ids": [(6, 0, self.ann.ids)], "last": "2025-01-01"}
        )

        with self.assertRaises(UserError):
            wizard.action_print()

    def test_sheets_are_printed_by_hr_officers_only(self):
        for user in (self.site_officer, self.leader):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.env["gov.training.sheet"].with_user(user).create({})
