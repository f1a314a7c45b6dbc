"""Certificates that closed pay runs rest on."""

from odoo import models


class GovCertificate(models.Model):
    """A certificate that an approved run has paid does not go back to 待核验."""

    _inherit = "gov.certificate"

    def _filter_used(self):
        # sudo: whoever verifies certificates need not read pay slips
        latest = {
            person.id: (first, last)
            for person, first, last in self.env["hr.payslip"]
            .sudo()
            ._read_group(
                [
                    ("employee_id", "in", self.employee_id.ids),
                    ("payslip_run_id.gov_county_id", "!=", False),
                    ("payslip_run_id.state", "in", ("approved", "locked")),
                ],
                ["employee_id"],
                ["date_from:max", "date_to:max"],
            )
        }
        return super()._filter_used() | self.filtered(
            lambda certificate: certificate._counted_in(
                latest.get(certificate.employee_id.id)
            )
        )

    def _counted_in(self, month):
        """Whether the certificate counted by the latest closed month (D18).

        :param month: (first day, last day) of that month, None when there is none
        """
        if not month or not self.verify_date:
            return False
        first, last = month
        return self.issue_date < first and self.verify_date <= last
