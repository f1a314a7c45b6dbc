"""Self-service: the own score sheet as PDF (考核评分表)."""

from odoo import http
from odoo.http import content_disposition, request

from ..models.months.gov_appraisal_sheet import SHEET_REPORT
from ..models.months.gov_site_ranking import SHOWN_STATES


class ScoreSheetPortal(http.Controller):
    """A person prints the own sheet of a month that is shown, nobody else's."""

    @http.route(
        "/my/appraisals/<int:appraisal_id>/sheet",
        auth="user",
        website=True,
        readonly=True,
    )
    def portal_score_sheet(self, appraisal_id, **_kw):
        """The PDF, or back to the list."""
        # sudo: portal users cannot read appraisals; the search is limited to the
        # person behind the login and to months that are shown
        sheet = (
            request.env["gov.appraisal"]
            .sudo()
            .search(
                [
                    ("id", "=", appraisal_id),
                    ("employee_id.user_id", "=", request.env.uid),
                    ("round_id.state", "in", SHOWN_STATES),
                ]
            )
        )
        if not sheet:
            return request.redirect("/my/appraisals")
        # sudo: as above, the form reads the text of the rubric too
        reports = request.env["ir.actions.report"].sudo()
        content, _kind = reports._render_qweb_pdf(SHEET_REPORT, sheet.ids)
        month = str(sheet.date_from)[:7]
        return request.make_response(
            content,
            headers=[
                ("Content-Type", "application/pdf"),
                (
                    "Content-Disposition",
                    content_disposition(f"考核评分表-{sheet.staff_no}-{month}.pdf"),
                ),
            ],
        )
