"""我的培训档案: the own training sheet in the portal, as a page and as a PDF."""

from datetime import date

from odoo import fields, http
from odoo.http import content_disposition, request

from odoo.addons.gov_window_staff.controllers.portal_own import OwnPortal

from ..rules.schedule import local_day

PAGE = "/my/training/sheet"
FIRST_YEAR, LAST_YEAR = 1990, 2199


class TrainingSheetPortal(OwnPortal):
    """Shows and prints the sheet of the person behind the login, and no other."""

    @http.route(PAGE, auth="user", website=True, readonly=True)
    def portal_training_sheet(self, year=None, **_kw):
        """The sheet of one year; the running one unless another is asked for."""
        person, year = self._own(), self._year(year)
        first, last = self._period(year)
        values = {"sections": [], "years": [], "figures": {}}
        if person:
            this_year = self._year(None)
            values = {
                "sections": person._gov_training_sections(first, last),
                "years": sorted({this_year, year, *person._gov_training_years()})[::-1],
                "figures": person._gov_training_figures(first, last),
            }
        return self._page(
            "gov_training.portal_training_sheet",
            "gov_training_sheet",
            year=year,
            **values,
        )

    @http.route(f"{PAGE}/pdf", auth="user", website=True, readonly=True)
    def portal_training_sheet_pdf(self, year=None, **_kw):
        """The same as a PDF to keep or hand in."""
        person = self._own()
        if not person:
            return request.redirect(PAGE)
        year = self._year(year)
        first, last = self._period(year)
        # sudo: `_own` is the person behind the login; the paper says what the page does
        reports = request.env["ir.actions.report"].sudo()
        content, _kind = reports._render_qweb_pdf(
            "gov_training.report_training_sheet",
            person.ids,
            data={"first": str(first), "last": str(last), "ids": person.ids},
        )
        name = f"个人培训档案-{person.gov_staff_no or person.name}-{year}.pdf"
        return request.make_response(
            content,
            [
                ("Content-Type", "application/pdf"),
                ("Content-Length", len(content)),
                ("Content-Disposition", content_disposition(name)),
            ],
        )

    def _year(self, asked):
        """The year of the address; whatever is none counts as the running one."""
        try:
            year = int(asked)
        except (TypeError, ValueError):
            year = 0
        if FIRST_YEAR <= year <= LAST_YEAR:
            return year
        return local_day(fields.Datetime.now()).year

    def _period(self, year):
        return date(year, 1, 1), date(year, 12, 31)
