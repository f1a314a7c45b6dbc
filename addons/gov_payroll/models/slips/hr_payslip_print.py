"""A pay slip as the person reads it: earnings, deductions, employer's part."""

from odoo import models

from odoo.addons.gov_window_staff.rules.month import Month

SECTIONS = ("EARNING", "DEDUCTION", "EMPLOYER")


class HrPayslip(models.Model):
    """Pay slip for paper and portal."""

    _inherit = "hr.payslip"

    def _gov_sections(self):
        """[{title, lines, total}] of one slip; sections without lines are left out."""
        self.ensure_one()
        titles = {
            "EARNING": (self.env._("Earnings"), self.gov_gross),
            "DEDUCTION": (self.env._("Deducted from the Pay"), -self.gov_deducted),
            "EMPLOYER": (self.env._("Paid by the Employer"), self.gov_employer_cost),
        }
        lines = self.line_ids.filtered(lambda line: line.gov_reason != "total")
        by_section = lines.sorted("sequence").grouped(_section_of)
        return [
            {"title": title, "lines": by_section[section], "total": total}
            for section, (title, total) in titles.items()
            if section in by_section
        ]

    def _gov_tax_figures(self):
        """[(label, yuan)] of the year's cumulative tax; empty without income tax."""
        self.ensure_one()
        # sudo: the person reads the figures of the own slip
        taxes = self.env["gov.payslip.tax"].sudo()
        tax = taxes.search([("slip_id", "=", self.id)], limit=1)
        names = ("income", "special", "additional", "taxable", "withheld", "tax")
        labels = taxes.fields_get(names, ["string"])
        return [
            (labels[name]["string"], tax[name])
            for name in names
            if tax and name in labels
        ]

    def _gov_head(self):
        """Names of site and staffing type, which finance reads on the slip alone."""
        # sudo: names only, of what the slip shows anyway
        slip = self.sudo()
        return {
            "site": slip.gov_department_id.name or "",
            "staffing": slip.gov_contract_type_id.name or "—",
            "county": slip.gov_county_id.name or "",
        }

    def _gov_period_text(self):
        """2026年10月 on the form, 2026-10 in other languages."""
        month = Month.of(self.date_from)
        return self.env._("%(year)s-%(month)02d", year=month.year, month=month.month)

    def _gov_table_name(self):
        """The allowance table that the amounts rest on."""
        # sudo: the person may know the policy's name, not read the document
        return self.payslip_run_id.sudo().gov_table_version_id.name or ""

    def _gov_pdf(self):
        """One PDF of these slips, a page each; the caller has checked who may read."""
        # sudo: people without a login to the office print their own slips
        report = self.env["ir.actions.report"].sudo()
        return report._gov_print("gov_payroll.payslip_form", self.ids, {})


def _section_of(line):
    category = line.category_id
    while category and category.code not in SECTIONS:
        category = category.parent_id
    return category.code
