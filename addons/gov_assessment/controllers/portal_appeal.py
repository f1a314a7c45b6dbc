"""我的申诉: appeal against an own month, follow it, read and keep the answer."""

from odoo import fields, http
from odoo.http import request

from odoo.addons.gov_window_staff.controllers.portal_own import ACCEPT, PAGE_SIZE
from odoo.addons.gov_window_staff.rules import scan
from odoo.addons.portal.controllers.portal import pager

from ..models.appeals.gov_appeal_submit import MOST_FILES, REASON_LENGTH
from .portal import LIST as MONTHS
from .portal import AppraisalPortal

LIST = "/my/appeals"
REPORT = "gov_assessment.gov_appeal_report"


class AppealPortal(AppraisalPortal):
    """The model decides what may be appealed against and until when."""

    def _prepare_home_portal_values(self, counters):
        values = super()._prepare_home_portal_values(counters)
        if "gov_appeal_count" in counters:
            values["gov_appeal_count"] = self._appeals().search_count(
                self._own_appeal_domain()
            )
        return values

    @http.route(
        f"{MONTHS}/<int:appraisal_id>/appeal",
        auth="user",
        website=True,
        methods=["GET", "POST"],
    )
    def portal_appeal(self, appraisal_id, **form):
        """The form; a problem is shown above it with what was typed."""
        appraisal = self._own_appraisal(appraisal_id)
        today = fields.Date.context_today(appraisal)
        if not appraisal or not appraisal._is_appealable(today):
            return request.redirect(f"{MONTHS}/{appraisal.id}" if appraisal else MONTHS)
        problem, chosen = None, self._chosen()
        if request.httprequest.method == "POST":
            appeal, problem = self._attempt(
                lambda: self._submit_appeal(appraisal, form, chosen)
            )
            if not problem:
                return request.redirect(f"{LIST}/{appeal.id}?done=sent", code=303)
        return request.render(
            "gov_assessment.portal_appeal",
            {
                "appraisal": appraisal,
                "lines": appraisal._appealable_lines(),
                "chosen": chosen,
                "appeal_until": appraisal._appeal_until(),
                "page_name": "gov_appraisal",
                "step": "appeal",
                "accept": ACCEPT,
                "longest": REASON_LENGTH,
                "form": form,
                "problem": problem,
            },
        )

    def _submit_appeal(self, appraisal, form, chosen):
        return self._appeals()._submit_from_portal(
            appraisal,
            {
                "reason": form.get("reason"),
                "lines": chosen,
                "files": self._uploads("evidence"),
            },
        )

    def _chosen(self):
        """Ids of the lines that were ticked."""
        sent = request.httprequest.form.getlist("line")
        return [int(line) for line in sent if line.isdecimal() and len(line) < 10]

    def _uploads(self, name):
        """(bytes, name) of each file of the form; one more than is taken at most."""
        sent = request.httprequest.files.getlist(name)[: MOST_FILES + 1]
        # one byte more than is taken tells a large file from one that just fits
        return [
            (file.read(scan.MAX_BYTES + 1), file.filename)
            for file in sent
            if file.filename
        ]

    @http.route(
        [LIST, f"{LIST}/page/<int:page>"], auth="user", website=True, readonly=True
    )
    def portal_my_appeals(self, page=1, **_kw):
        """Own appeals, the latest first."""
        appeals, domain = self._appeals(), self._own_appeal_domain()
        pages = pager(LIST, appeals.search_count(domain), page, PAGE_SIZE)
        return request.render(
            "gov_assessment.portal_my_appeals",
            {
                "appeals": appeals.search(
                    domain, limit=PAGE_SIZE, offset=pages["offset"]
                ),
                "pager": pages,
                "page_name": "gov_appeal",
            },
        )

    @http.route(f"{LIST}/<int:appeal_id>", auth="user", website=True, readonly=True)
    def portal_my_appeal(self, appeal_id, **_kw):
        """One appeal with its answer."""
        appeal = self._own_appeal(appeal_id)
        return self._appeal_page(appeal) if appeal else request.redirect(LIST)

    @http.route(
        f"{LIST}/<int:appeal_id>/withdraw",
        auth="user",
        website=True,
        methods=["POST"],
    )
    def portal_withdraw_appeal(self, appeal_id, **_kw):
        """Take an own appeal back."""
        appeal = self._own_appeal(appeal_id)
        if not appeal:
            return request.redirect(LIST)
        _result, problem = self._attempt(appeal._take_back)
        if problem:
            return self._appeal_page(appeal, problem=problem)
        return request.redirect(f"{LIST}/{appeal.id}?done=withdrawn", code=303)

    @http.route(f"{LIST}/<int:appeal_id>/letter", auth="user", readonly=True)
    def portal_appeal_letter(self, appeal_id, **_kw):
        """The answer as a PDF, once there is one."""
        appeal = self._own_appeal(appeal_id)
        if not appeal.decided_on:
            return request.redirect(LIST)
        # sudo: the own appeal; the report reads the month behind it
        reports = request.env["ir.actions.report"].sudo()
        content, _kind = reports._render_qweb_pdf(REPORT, appeal.ids)
        name = f"申诉答复书-{appeal.name}.pdf"
        return request.make_response(
            content,
            headers=[
                ("Content-Type", "application/pdf"),
                ("Content-Disposition", http.content_disposition(name)),
            ],
        )

    @http.route(
        f"{LIST}/<int:appeal_id>/file/<int:file_id>", auth="user", readonly=True
    )
    def portal_appeal_file(self, appeal_id, file_id, **_kw):
        """Evidence that the person sent."""
        files = self._own_appeal(appeal_id).evidence_ids
        found = files.filtered(lambda file: file.id == file_id)
        if not found:
            return request.redirect(LIST)
        return self._download(found, "raw", found.name)

    def _appeal_page(self, appeal, **values):
        return request.render(
            "gov_assessment.portal_my_appeal",
            {
                "appeal": appeal,
                "page_name": "gov_appeal",
                "done": request.params.get("done"),
                **{"problem": None, **values},
            },
        )

    def _own_appeal(self, appeal_id):
        return self._appeals().search(
            [*self._own_appeal_domain(), ("id", "=", appeal_id)]
        )

    def _own_appeal_domain(self):
        return [("employee_id.user_id", "=", request.env.uid)]

    def _appeals(self):
        # sudo: portal users have no rights on appeals; `_own_appeal_domain` limits
        # every search here to the person behind the login
        return request.env["gov.appeal"].sudo()
