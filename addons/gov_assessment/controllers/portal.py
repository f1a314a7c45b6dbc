"""Self-service: the own months, line by line (本人月度考核)."""

from odoo import http
from odoo.http import request

from odoo.addons.portal.controllers.portal import CustomerPortal, pager

PAGE_SIZE = 12


class AppraisalPortal(CustomerPortal):
    """A person sees the own confirmed months and nobody else's."""

    def _prepare_home_portal_values(self, counters):
        values = super()._prepare_home_portal_values(counters)
        if "gov_appraisal_count" in counters:
            values["gov_appraisal_count"] = self._own_appraisals().search_count(
                self._own_domain()
            )
        return values

    @http.route(
        ["/my/appraisals", "/my/appraisals/page/<int:page>"], auth="user", website=True
    )
    def portal_my_appraisals(self, page=1, **_kw):
        """List of the own months, newest first."""
        appraisals, domain = self._own_appraisals(), self._own_domain()
        count = appraisals.search_count(domain)
        pages = pager("/my/appraisals", count, page, PAGE_SIZE)
        return request.render(
            "gov_assessment.portal_my_appraisals",
            {
                "appraisals": appraisals.search(
                    domain, limit=PAGE_SIZE, offset=pages["offset"]
                ),
                "pager": pages,
                "page_name": "gov_appraisal",
            },
        )

    @http.route("/my/appraisals/<int:appraisal_id>", auth="user", website=True)
    def portal_my_appraisal(self, appraisal_id, **_kw):
        """One month with every line."""
        appraisal = self._own_appraisals().search(
            [*self._own_domain(), ("id", "=", appraisal_id)]
        )
        if not appraisal:
            return request.redirect("/my/appraisals")
        return request.render(
            "gov_assessment.portal_my_appraisal",
            {"appraisal": appraisal, "page_name": "gov_appraisal"},
        )

    def _own_appraisals(self):
        # sudo: portal users cannot read hr.employee or appraisals; `_own_domain`
        # limits every search here to the person behind the login
        return request.env["gov.appraisal"].sudo()

    def _own_domain(self):
        return [
            ("employee_id.user_id", "=", request.env.uid),
            ("round_id.state", "in", ("confirmed", "locked")),
        ]
