"""我的年度考核、我的星级: the own years and quarters, nobody else's."""

from odoo import http
from odoo.http import request

from odoo.addons.gov_window_staff.controllers.portal_own import OwnPortal

YEARS = "/my/years"
SHOWN = ("confirmed", "locked")


class YearPortal(OwnPortal):
    """A person sees what the leader has confirmed."""

    def _prepare_home_portal_values(self, counters):
        values = super()._prepare_home_portal_values(counters)
        if "gov_year_pending_count" in counters:
            pending = self._years().search(
                [*self._own_years(), ("confirm_state", "=", "pending")]
            )
            values["gov_year_pending_count"] = len(pending.filtered("can_answer"))
        return values

    @http.route(YEARS, auth="user", website=True, readonly=True)
    def portal_my_years(self, **_kw):
        """Years with their twelve months, and the stars of the quarters."""
        return self._years_page()

    @http.route(
        f"{YEARS}/<int:result_id>/answer", auth="user", website=True, methods=["POST"]
    )
    def portal_answer_year(self, result_id, **form):
        """Confirm the own year, or object with words."""
        own = [*self._own_years(), ("id", "=", result_id)]
        result = self._years().search(own)
        if not result:
            return request.redirect(YEARS)
        _result, problem = self._attempt(lambda: self._answer_year(result, form))
        if problem:
            return self._years_page(form=form, problem=problem, answered=result)
        return request.redirect(f"{YEARS}?done=answered", code=303)

    def _answer_year(self, result, form):
        if form.get("answer") == "object":
            return result._object(form.get("text"))
        return result._confirm_by_person()

    def _years_page(self, **values):
        own = self._own_years()
        return self._page(
            "gov_assessment.portal_my_years",
            "gov_years",
            results=self._years().search(own),
            stars=self._stars().search(own),
            **{"form": {}, "problem": None, "answered": None, **values},
        )

    def _own_years(self):
        """Domain of what the login may see: nothing without a person."""
        person = self._own()
        return [("employee_id", "in", person.ids), ("round_id.state", "in", SHOWN)]

    def _years(self):
        # sudo: portal users have no rights on results; each search names the person
        return request.env["gov.annual.appraisal"].sudo()

    def _stars(self):
        # sudo: as above
        return request.env["gov.star.result"].sudo()
