"""我的年度考核、我的星级: the own years and quarters, nobody else's."""

from odoo import http
from odoo.http import request

from odoo.addons.gov_window_staff.controllers.portal_own import OwnPortal

SHOWN = ("confirmed", "locked")


class YearPortal(OwnPortal):
    """A person sees what the leader has confirmed."""

    @http.route("/my/years", auth="user", website=True, readonly=True)
    def portal_my_years(self, **_kw):
        """Years with their twelve months, and the stars of the quarters."""
        person = self._own()
        own = [("employee_id", "=", person.id), ("round_id.state", "in", SHOWN)]
        return self._page(
            "gov_assessment.portal_my_years",
            "gov_years",
            results=self._years().search(own) if person else [],
            stars=self._stars().search(own) if person else [],
        )

    def _years(self):
        # sudo: portal users have no rights on results; each search names the person
        return request.env["gov.annual.appraisal"].sudo()

    def _stars(self):
        # sudo: as above
        return request.env["gov.star.result"].sudo()
