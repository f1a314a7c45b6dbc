"""我的培训档案 in the portal: the own sheet and no other."""

from datetime import datetime
from io import BytesIO

from pypdf import PdfReader

from odoo.tests import HttpCase, new_test_user, tagged

from .common import TrainingCommon
from .common_cover import CoverBuilders

PAGE = "/my/training/sheet"


@tagged("post_install", "-at_install")
class TestPortalSheet(CoverBuilders, HttpCase, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.ann.user_id = new_test_user(
            cls.env, "sheet_ann", "base.group_portal", lang="en_US"
        )
        march = datetime(2026, 3, 6, 1, 0)
        cls.new_session("done", [cls.ann], march, name="Mine")
        cls.new_session("done", [cls.bob], march, name="Foreign")

    def page(self, login, query=""):
        self.authenticate(login, login)
        return self.url_open(PAGE + query)

    def test_own_sessions_of_the_year_are_shown(self):
        html = self.page("sheet_ann", "?year=2026").text

        self.assertIn("Mine", html)
        self.assertNotIn("Foreign", html)

    def test_other_year_has_none(self):
        html = self.page("sheet_ann", "?year=2025").text

        self.assertNotIn("Mine", html)
        self.assertIn('href="/my/training/sheet/pdf?year=2025"', html)

    def test_year_that_is_none_is_the_running_one(self):
        for year in ("x", "0", "99999", "-1", "2026%27--"):
            with self.subTest(year=year):
                answer = self.page("sheet_ann", f"?year={year}")
                self.assertEqual(answer.status_code, 200)

    def test_paper_is_the_own_one(self):
        self.authenticate("sheet_ann", "sheet_ann")
        answer = self.url_open(f"{PAGE}/pdf?year=2026&ids={self.bob.id}")
        pages = PdfReader(BytesIO(answer.content)).pages
        text = "".join(page.extract_text() for page in pages)

        self.assertEqual(answer.headers["Content-Type"], "application/pdf")
        self.assertIn("Mine", text)
        self.assertNotIn("Foreign", text)
        self.assertNotIn(self.bob.name, text)

    def test_login_without_profile_is_told(self):
        new_test_user(self.env, "sheet_nobody", "base.group_portal", lang="en_US")

        html = self.page("sheet_nobody").text

        self.assertIn('class="alert alert-info"', html)
        self.assertNotIn(f"{PAGE}/pdf", html)
        self.assertNotIn(
            b"%PDF", self.url_open(f"{PAGE}/pdf", allow_redirects=True).content[:4]
        )

    def test_stranger_is_asked_to_log_in(self):
        answer = self.url_open(PAGE)

        self.assertIn("/web/login", answer.url)
