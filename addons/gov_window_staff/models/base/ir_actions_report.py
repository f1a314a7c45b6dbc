"""Official forms as PDF (审批表, 考察材料): lean QWeb through WeasyPrint.

Debian's wkhtmltopdf prints neither page header nor page number and takes the Japanese
face of the font, so a report marked as a form takes another way; others keep Odoo's.
"""

import io

from weasyprint import HTML
from weasyprint.urls import URLFetcher

from odoo import fields, models

# a form carries everything inside: no template may read a file or call a server
INSIDE_ONLY = ("data",)


class IrActionsReport(models.Model):
    """Report that may be an official form."""

    _inherit = "ir.actions.report"

    gov_is_form = fields.Boolean(
        string="Official Form",
        help="Printed by WeasyPrint from a template that calls gov_window_staff."
        "form_layout: page header, page number, Chinese font.",
    )

    def _get_readable_fields(self):
        return super()._get_readable_fields() | {"gov_is_form"}

    def _pre_render_qweb_pdf(self, report_ref, res_ids=None, data=None):
        report = self._get_report(report_ref)
        if not report.gov_is_form:
            return super()._pre_render_qweb_pdf(report_ref, res_ids, data)
        ids = [res_ids] if isinstance(res_ids, int) else list(res_ids or [])
        data = {**(data or {}), "report_type": "pdf"}
        streams = {
            res_id: {
                "stream": io.BytesIO(self._gov_print(report_ref, [res_id], data)),
                "attachment": None,
            }
            for res_id in ids
        }
        if not ids:
            content = self._gov_print(report_ref, None, data)
            streams = {False: {"stream": io.BytesIO(content), "attachment": None}}
        return streams, "pdf"

    def _gov_print(self, report_ref, res_ids, data):
        """PDF bytes of one document; the page numbers begin at 1 in each."""
        html = self._render_qweb_html(report_ref, res_ids, data=data)[0]
        return HTML(
            string=html.decode() if isinstance(html, bytes) else html,
            url_fetcher=URLFetcher(allowed_protocols=INSIDE_ONLY),
        ).write_pdf()
