"""我的证书: own certificates with their state, and the upload of a new one."""

from odoo import http
from odoo.http import request

from odoo.addons.portal.controllers.portal import pager

from ..rules import corrections
from .portal_own import ACCEPT, PAGE_SIZE, OwnPortal

LIST = "/my/certificates"


class CertificatePortal(OwnPortal):
    """The model checks number, date and scan; an officer verifies afterwards."""

    @http.route(
        [LIST, f"{LIST}/page/<int:page>"], auth="user", website=True, readonly=True
    )
    def portal_my_certificates(self, page=1, **_kw):
        """Own certificates, the latest first."""
        certificates = self._certificates()
        domain = [("employee_id", "in", self._own().ids)]
        pages = pager(LIST, certificates.search_count(domain), page, PAGE_SIZE)
        return self._page(
            "gov_window_staff.portal_my_certificates",
            "gov_certificate",
            certificates=certificates.search(
                domain, limit=PAGE_SIZE, offset=pages["offset"]
            ),
            pager=pages,
        )

    @http.route(f"{LIST}/new", auth="user", website=True, methods=["GET", "POST"])
    def portal_upload_certificate(self, **form):
        """The form; a problem is shown above it with what was typed."""
        person, problem = self._own(), None
        if person and request.httprequest.method == "POST":
            _sent, problem = self._attempt(lambda: self._upload_one(person, form))
            if not problem:
                return request.redirect(f"{LIST}?done=sent", code=303)
        return self._page(
            "gov_window_staff.portal_upload_certificate",
            "gov_certificate",
            step="upload",
            # sudo: the levels are a list of labels
            levels=request.env["gov.skill.level"].sudo().search([]),
            accept=ACCEPT,
            form=form,
            problem=problem,
        )

    def _upload_one(self, person, form):
        content, name = self._upload("scan")
        level, day = form.get("level_id") or "", form.get("issue_date") or ""
        if name:
            self._certificates()._check_scan_content(content)
        return self._certificates()._submit_from_portal(
            person,
            {
                "level_id": int(level) if level.isdecimal() else 0,
                "number": (form.get("number") or "")[: corrections.LONGEST],
                "issuer": (form.get("issuer") or "")[: corrections.LONGEST],
                "issue_date": corrections.as_date(day),
                "scan": content,
                "scan_name": name,
            },
        )

    @http.route(f"{LIST}/<int:certificate_id>/scan", auth="user", readonly=True)
    def portal_certificate_scan(self, certificate_id, **_kw):
        """The own scan."""
        certificate = self._own_record(self._certificates(), certificate_id)
        if not certificate.scan:
            return request.redirect(LIST)
        return self._download(certificate, "scan", certificate.scan_name)

    @http.route(
        f"{LIST}/<int:certificate_id>/withdraw",
        auth="user",
        website=True,
        methods=["POST"],
    )
    def portal_withdraw_certificate(self, certificate_id, **_kw):
        """Take an own upload back while nobody has verified it."""
        certificate = self._own_record(self._certificates(), certificate_id)
        if not certificate:
            return request.redirect(LIST)
        _result, problem = self._attempt(certificate._withdraw_from_portal)
        done = "refused" if problem else "withdrawn"
        return request.redirect(f"{LIST}?done={done}", code=303)

    def _certificates(self):
        # sudo: portal users have no rights on certificates; see `_own_record`
        return request.env["gov.certificate"].sudo()
