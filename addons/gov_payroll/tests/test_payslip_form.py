"""Pay slips on paper (PDF) and in the portal."""

import io
from unittest.mock import patch

from odoo.exceptions import AccessError
from odoo.tests import HttpCase, tagged
from odoo.tools.pdf import PdfFileReader

from odoo.addons.gov_payroll.models.pack.gov_pay_export_slips import AT_ONCE_KEY

from .common_export import ExportCommon


def text_of(content):
    """The text of all pages of a PDF."""
    reader = PdfFileReader(io.BytesIO(content), strict=False)
    return [page.extract_text() for page in reader.pages]


class TestPayslipForm(ExportCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.run_ = cls.locked_run()

    def test_each_slip_has_its_page_with_lines_and_net_pay(self):
        pages = text_of(self.run_.slip_ids.sorted("gov_staff_no")._gov_pdf())

        self.assertEqual(len(pages), 3)
        for page, person in zip(pages, self.people, strict=True):
            with self.subTest(person=person.name):
                self.assertIn(person.gov_staff_no, page)
                self.assertIn(f"{self.slip(self.run_, person).gov_net:,.2f}", page)

    def test_sections_hold_every_line_but_the_totals(self):
        slip = self.slip(self.run_, self.people[0])

        sections = slip._gov_sections()

        lines = self.env["hr.payslip.line"].union(*(s["lines"] for s in sections))
        totals = slip.line_ids.filtered(lambda line: line.gov_reason == "total")
        self.assertEqual(lines | totals, slip.line_ids)
        self.assertFalse(lines & totals)
        self.assertEqual(sections[0]["total"], slip.gov_gross)

    def test_finance_officer_and_leader_print_it_in_the_office(self):
        slip = self.run_.slip_ids[0]
        report = self.env["ir.actions.report"]

        for user in (self.finance, self.officer, self.leader):
            with self.subTest(user=user.login):
                content, kind = report.with_user(user)._render_qweb_pdf(
                    "gov_payroll.payslip_form", slip.ids
                )
                self.assertEqual(kind, "pdf")
                self.assertIn(slip.gov_staff_no, text_of(content)[0])

    def test_others_do_not_print_it(self):
        slip = self.run_.slip_ids[0]
        report = self.env["ir.actions.report"].with_user(self.site_officer)

        with self.assertRaises(AccessError):
            report._render_qweb_pdf("gov_payroll.payslip_form", slip.ids)


class TestSlipsOfThePack(ExportCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.template()
        cls.village = cls.new_site("V55", "village", cls.town, name="东村/站")
        cls.new_payee(4, site=cls.village)
        cls.run_ = cls.locked_run()

    def slip_files(self, export):
        files = export.file_ids.filtered(lambda file: file.kind == "slips")
        return {file.name: file.people_count for file in files}

    def test_a_small_run_has_a_file_for_each_site_in_the_pack(self):
        self.env["ir.config_parameter"].set_param(AT_ONCE_KEY, "10")

        export = self.export(self.run_)

        self.assertEqual(sorted(self.slip_files(export).values()), [1, 3])
        self.assertIn("工资条_2026-10_V55_东村 站.pdf", self.slip_files(export))
        listed = [file["kind"] for file in self.manifest(export)["files"]]
        self.assertEqual(listed.count("slips"), 2)

    def test_a_large_run_is_printed_in_the_background(self):
        export = self.export(self.run_)
        self.assertTrue(export.slips_waiting)
        self.assertEqual(self.slip_files(export), {})

        self.print_in_background(10)

        self.assertEqual(sorted(self.slip_files(export).values()), [1, 3])
        self.assertFalse(export.slips_waiting)

    def test_the_manifest_is_written_after_the_last_slip_and_names_all_files(self):
        export = self.export(self.run_)
        self.print_in_background(0)
        self.assertNotIn("manifest.json", self.files(export))

        self.print_in_background(10)

        listed = {f["name"]: f["sha256"] for f in self.manifest(export)["files"]}
        others = export.file_ids.filtered(lambda file: file.kind != "manifest")
        self.assertEqual(listed, dict(others.mapped(lambda f: (f.name, f.sha256))))
        self.assertEqual(len(export.file_ids) - len(others), 1)
        self.assertEqual(self.manifest(export)["totals"]["net"], f"{export.net:.2f}")

    def test_printing_goes_on_where_it_stopped(self):
        export = self.export(self.run_)

        self.print_in_background(0)
        self.assertEqual(len(self.slip_files(export)), 1)
        self.assertTrue(export.slips_waiting)

        self.print_in_background(10)
        self.assertEqual(len(self.slip_files(export)), 2)

    def print_in_background(self, seconds_left):
        """One run of the cron, which in a test may not commit."""
        crons = self.env.registry["ir.cron"]
        with patch.object(crons, "_commit_progress", return_value=seconds_left):
            self.env["gov.pay.export"]._cron_make_slips()

    def test_slips_of_a_run_are_printed_once(self):
        self.export(self.run_)

        self.assertFalse(self.export(self.run_).slips_waiting)


@tagged("post_install", "-at_install")
class TestPortalPdf(HttpCase, ExportCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.people[0].user_id = cls.portal_user
        cls.run_ = cls.locked_run()

    def get(self, person):
        self.authenticate(self.portal_user.login, self.portal_user.login)
        slip = self.slip(self.run_, person)
        return self.url_open(f"/my/payslips/{slip.id}/pdf")

    def test_a_person_downloads_the_own_slip(self):
        response = self.get(self.people[0])

        self.assertEqual(response.headers["Content-Type"], "application/pdf")
        self.assertIn("P001", text_of(response.content)[0])

    def test_the_slip_of_somebody_else_is_not_found(self):
        self.assertEqual(self.get(self.people[1]).status_code, 404)

    def test_the_page_shows_net_pay_and_the_download(self):
        self.authenticate(self.portal_user.login, self.portal_user.login)
        slip = self.slip(self.run_, self.people[0])

        text = self.url_open(f"/my/payslips/{slip.id}").text

        self.assertIn(f"{slip.gov_net:,.2f}", text)
        self.assertIn(f"/my/payslips/{slip.id}/pdf", text)


@tagged("post_install", "-at_install")
class TestDownloadRoutes(HttpCase, ExportCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.template()
        cls.pack = cls.export(cls.locked_run())
        cls.file = cls.pack.file_ids.filtered(lambda file: file.kind == "bank")
        cls.paths = (f"/gov/pay/file/{cls.file.id}", f"/gov/pay/pack/{cls.pack.id}")

    def test_finance_takes_a_file_and_the_pack(self):
        self.authenticate(self.finance.login, self.finance.login)

        file, pack = (self.url_open(path) for path in self.paths)

        self.assertEqual(file.content, self.bank_files(self.pack)[0])
        self.assertTrue(pack.content.startswith(b"PK"))
        self.assertEqual(len(self.pack.download_ids), 2)

    def test_others_find_nothing(self):
        for user in (self.officer, self.leader, self.portal_user):
            self.authenticate(user.login, user.login)
            for path in self.paths:
                with self.subTest(user=user.login, path=path):
                    self.assertEqual(self.url_open(path).status_code, 404)
        self.assertFalse(self.pack.download_ids)

    def test_the_content_is_no_plain_attachment(self):
        self.authenticate(self.finance.login, self.finance.login)
        path = f"/web/content/gov.pay.export.file/{self.file.id}/content"

        self.assertEqual(self.url_open(path).status_code, 404)
