"""Official forms as PDF: Chinese text, header and page number on every page."""

import io

from pypdf import PdfReader

from .common import WindowStaffCommon

ARCH = """
<t t-name="gov_window_staff.test_form">
    <t t-call="gov_window_staff.form_layout">
        <t t-set="title">人员变动审批表</t>
        <t t-set="owner">测试县政务服务中心</t>
        <t t-foreach="docs" t-as="doc"><p t-out="doc.name" />
        <table>
            <thead><tr><th>序号</th><th>内容</th></tr></thead>
            <tr t-foreach="range(lines)" t-as="line">
                <td t-out="line" /><td>同意</td>
            </tr>
        </table>
        <img t-if="picture" t-att-src="picture" /></t>
    </t>
</t>
"""


class TestFormReport(WindowStaffCommon):
    """`ir.actions.report.gov_is_form` prints through WeasyPrint, in tests too."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context=dict(cls.env.context, lang="zh_CN"))
        cls.env["ir.ui.view"].create(
            {
                "name": "test_form",
                "key": "gov_window_staff.test_form",
                "type": "qweb",
                "arch": ARCH,
            }
        )
        cls.report = cls.env["ir.actions.report"].create(
            {
                "name": "Test",
                "model": "hr.department",
                "report_name": "gov_window_staff.test_form",
                "report_type": "qweb-pdf",
                "gov_is_form": True,
            }
        )

    def pages(self, sites, lines=3, picture=False):
        content, kind = self.env["ir.actions.report"]._render_qweb_pdf(
            self.report, sites.ids, {"lines": lines, "picture": picture}
        )
        self.assertEqual(kind, "pdf")
        return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]

    def test_header_and_page_number_stand_on_every_page(self):
        pages = self.pages(self.town, lines=120)
        self.assertGreater(len(pages), 2)
        for number, text in enumerate(pages, 1):
            self.assertIn("人员变动审批表", text)
            self.assertIn("测试县政务服务中心", text)
            self.assertIn(f"页码 {number} / {len(pages)}", text)

    def test_table_head_is_repeated_on_every_page(self):
        for text in self.pages(self.town, lines=120):
            self.assertIn("序号", text)

    def test_each_record_begins_with_page_one(self):
        pages = self.pages(self.town | self.village)
        self.assertEqual(len(pages), 2)
        for text, site in zip(pages, self.town | self.village, strict=True):
            self.assertIn(site.name, text)
            self.assertIn("页码 1 / 1", text)

    def test_file_of_the_server_is_not_read_into_a_form(self):
        with self.assertLogs("weasyprint", "ERROR") as log:
            self.pages(self.town, picture="file:///etc/hostname")
        self.assertIn("file:///etc/hostname", "".join(log.output))

    def test_other_reports_keep_the_way_of_odoo(self):
        self.report.gov_is_form = False
        _content, kind = self.env["ir.actions.report"]._render_qweb_pdf(
            self.report, self.town.ids, {"lines": 1, "picture": False}
        )
        self.assertEqual(kind, "html")
