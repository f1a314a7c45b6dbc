"""Who rewards and punishes by the grade (奖惩主体, A88): by the level of the site."""

from odoo import api, fields, models


class GovAppraisal(models.Model):
    """Result that goes to whoever pays."""

    _inherit = "gov.appraisal"

    payer_note = fields.Char(
        string="Result Goes To",
        compute="_compute_payer_note",
        compute_sudo=True,
        help="County level: the county office; below it the employer, the managing "
        "department or the territorial government (四(六)3).",
    )

    @api.depends("employee_id", "department_id", "date_from")
    def _compute_payer_note(self):
        versions = self.env["hr.version"]
        for month, results in self.grouped("date_from").items():
            day = month and fields.Date.end_of(month, "month")
            as_of = versions._gov_as_of(results.employee_id, day) if day else {}
            for result in results:
                employer = as_of.get(result.employee_id.id, versions).gov_employer_id
                result.payer_note = result._payer_name(employer)

    def _payer_name(self, employer):
        """Name of the payer, False where nobody is entered."""
        site = self.department_id
        if site.gov_level == "county":
            return site.name
        payer = employer or site.gov_managing_unit_id or site.gov_territory_unit_id
        return payer.name
