"""我的工资条: a person's own locked pay slips."""

from odoo import http
from odoo.exceptions import MissingError
from odoo.http import content_disposition, request

from odoo.addons.portal.controllers.portal import CustomerPortal, pager

PER_PAGE = 12


class PayslipPortal(CustomerPortal):
    """Pages under /my/payslips; the model decides what is own."""

    def _prepare_home_portal_values(self, counters):
        values = super()._prepare_home_portal_values(counters)
        if "payslip_count" in counters:
            # sudo: portal users cannot read slips; the domain keeps to the own ones
            slips = request.env["hr.payslip"].sudo()
            values["payslip_count"] = slips.search_count(slips._gov_own_domain())
        return values

    @http.route(
        ["/my/payslips", "/my/payslips/page/<int:page>"],
        type="http",
        auth="user",
        website=True,
        readonly=True,
    )
    def portal_my_payslips(self, page=1, **kwargs):
        """List of own months, the latest first."""
        # sudo: portal users cannot read slips; the domain keeps to the own ones
        slips = request.env["hr.payslip"].sudo()
        domain = slips._gov_own_domain()
        page_pager = pager(
            "/my/payslips", slips.search_count(domain), page=page, step=PER_PAGE
        )
        found = slips.search(
            domain, order="date_from desc", limit=PER_PAGE, offset=page_pager["offset"]
        )
        values = {"slips": found, "pager": page_pager, "page_name": "payslips"}
        return request.render("gov_payroll.portal_my_payslips", values)

    @http.route(
        ["/my/payslips/<int:slip_id>"],
        type="http",
        auth="user",
        website=True,
        readonly=True,
    )
    def portal_my_payslip(self, slip_id, **kwargs):
        """One month with every line explained; anything else goes back to the list."""
        try:
            # sudo: portal users cannot read slips; `_gov_own` finds the own locked ones
            slip = request.env["hr.payslip"].sudo()._gov_own(slip_id)
        except MissingError:
            return request.redirect("/my/payslips")
        values = {"slip": slip, "page_name": "payslips"}
        return request.render("gov_payroll.portal_my_payslip", values)

    @http.route(
        ["/my/payslips/<int:slip_id>/pdf"],
        type="http",
        auth="user",
        website=True,
        readonly=True,
    )
    def portal_my_payslip_pdf(self, slip_id, **kwargs):
        """One own month as a PDF; any other slip is not found."""
        try:
            # sudo: as above
            slip = request.env["hr.payslip"].sudo()._gov_own(slip_id)
        except MissingError as error:
            raise request.not_found() from error
        name = f"工资条_{slip.payslip_run_id.gov_period}.pdf"
        headers = [
            ("Content-Type", "application/pdf"),
            ("Content-Disposition", content_disposition(name)),
            ("Cache-Control", "no-store"),
        ]
        return request.make_response(slip._gov_pdf(), headers)
