"""Papers of what does not exist: a clear 404, for each report of the addons."""

from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .common import HR_OFFICER, WindowStaffCommon

WRONG = ("/2147483646", "/99999999999999", "/1,99999999", "/x", "/²", "")


@tagged("post_install", "-at_install")
class TestMissingPapers(HttpCase, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.officer = cls.new_user("papers", HR_OFFICER)

    def status(self, path):
        with mute_logger("odoo.http"):
            return self.url_open(path).status_code

    def test_each_report_answers_not_found(self):
        self.authenticate(self.officer.login, self.officer.login)
        reports = self.env["ir.actions.report"].search(
            [("report_name", "=like", "gov\\_%"), ("report_type", "=like", "qweb%")]
        )
        self.assertGreater(len(reports), 3)
        paths = [f"{report.report_name}/0" for report in reports]
        for path in [*paths, *(reports[0].report_name + end for end in WRONG)]:
            with self.subTest(path=path):
                self.assertEqual(self.status(f"/report/html/{path}"), 404)

    def test_unknown_report_is_not_found(self):
        self.authenticate(self.officer.login, self.officer.login)

        self.assertEqual(self.status("/report/pdf/gov_window_staff.nothing/1"), 404)

    def test_options_of_a_window_are_looked_at_too(self):
        self.authenticate(self.officer.login, self.officer.login)
        path = "/report/html/gov_window_staff.dossier?options="

        for options in ('{"ids": [99999999]}', '{"ids": []}', "{", "[1]"):
            with self.subTest(options=options):
                self.assertEqual(self.status(path + options), 404)

    def test_papers_of_what_exists_are_made_as_before(self):
        person = self.new_person()
        self.authenticate(self.officer.login, self.officer.login)

        for end in (f"/{person.id}", f'?options={{"ids": [{person.id}]}}'):
            path = f"/report/html/gov_window_staff.dossier{end}"
            with self.subTest(path=path):
                self.assertEqual(self.status(path), 200)
