"""Self-service: the own months, line by line, and the answer (本人月度考核)."""

from odoo import fields, http
from odoo.http import request

from odoo.addons.gov_window_staff.controllers.portal_own import OwnPortal
from odoo.addons.portal.controllers.portal import pager

from ..models.rounds.gov_appraisal_round import CLOSED_STATES

PAGE_SIZE = 12
LIST = "/my/appraisals"


class AppraisalPortal(OwnPortal):
    """A person sees the own published months and nobody else's."""

    def _prepare_home_portal_values(self, counters):
        values = super()._prepare_home_portal_values(counters)
        if "gov_appraisal_count" in counters:
            values["gov_appraisal_count"] = self._own_appraisals().search_count(
                self._own_domain()
            )
        if "gov_appraisal_pending_count" in counters:
            pending = self._own_appraisals().search(
                [*self._own_domain(), ("confirm_state", "=", "pending")]
            )
            values["gov_appraisal_pending_count"] = len(pending.filtered("can_answer"))
        return values

    @http.route([LIST, f"{LIST}/page/<int:page>"], auth="user", website=True)
    def portal_my_appraisals(self, page=1, **_kw):
        """List of the own months, newest first."""
        appraisals, domain = self._own_appraisals(), self._own_domain()
        count = appraisals.search_count(domain)
        pages = pager(LIST, count, page, PAGE_SIZE)
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

    @http.route(f"{LIST}/<int:appraisal_id>", auth="user", website=True)
    def portal_my_appraisal(self, appraisal_id, **_kw):
        """One month with every line."""
        appraisal = self._own_appraisal(appraisal_id)
        return self._month_page(appraisal) if appraisal else request.redirect(LIST)

    @http.route(
        f"{LIST}/<int:appraisal_id>/answer",
        auth="user",
        website=True,
        methods=["POST"],
    )
    def portal_answer_appraisal(self, appraisal_id, **form):
        """Confirm the own sheet, or object with words."""
        appraisal = self._own_appraisal(appraisal_id)
        if not appraisal:
            return request.redirect(LIST)
        _result, problem = self._attempt(lambda: self._answer_month(appraisal, form))
        if problem:
            return self._month_page(appraisal, form=form, problem=problem)
        return request.redirect(f"{LIST}/{appraisal.id}?done=answered", code=303)

    def _answer_month(self, appraisal, form):
        if form.get("answer") == "object":
            return appraisal._object(form.get("text"))
        return appraisal._confirm_by_person()

    @http.route(f"{LIST}/<int:appraisal_id>/file/<int:file_id>", auth="user")
    def portal_appraisal_file(self, appraisal_id, file_id, **_kw):
        """Evidence of an own line."""
        appraisal = self._own_appraisal(appraisal_id)
        files = appraisal.line_ids._own_evidence()
        found = files.filtered(lambda file: file.id == file_id)
        if not found:
            return request.redirect(LIST)
        return self._download(found, "raw", found.name)

    def _month_page(self, appraisal, **values):
        today = fields.Date.context_today(appraisal)
        return request.render(
            "gov_assessment.portal_my_appraisal",
            {
                "appraisal": appraisal,
                "page_name": "gov_appraisal",
                "done": request.params.get("done"),
                "can_answer": appraisal.can_answer,
                "can_appeal": appraisal._is_appealable(today),
                "appeal_until": appraisal._appeal_until(),
                "today": today,
                **{"form": {}, "problem": None, **values},
            },
        )

    def _own_appraisal(self, appraisal_id):
        """The month with an id, if it is an own published one; else an empty set."""
        return self._own_appraisals().search(
            [*self._own_domain(), ("id", "=", appraisal_id)]
        )

    def _own_appraisals(self):
        # sudo: portal users cannot read hr.employee or appraisals; `_own_domain`
        # limits every search here to the person behind the login
        return request.env["gov.appraisal"].sudo()

    def _own_domain(self):
        return [
            ("employee_id.user_id", "=", request.env.uid),
            ("round_id.state", "in", CLOSED_STATES),
        ]
