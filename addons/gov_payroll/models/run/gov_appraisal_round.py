"""From a locked month to its pay run."""

from odoo import models

from odoo.addons.gov_window_staff.exceptions import DocumentLocked


class GovAppraisalRound(models.Model):
    """Round with the way to the pay run that pays it."""

    _inherit = "gov.appraisal.round"

    def action_open_gov_run(self):
        """The pay run of this month; it is prepared when there is none yet."""
        self.ensure_one()
        run = self.env["hr.payslip.run"]._gov_open(self.county_id, self._month())
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.payslip.run",
            "res_id": run.id,
            "views": [
                (self.env.ref("gov_payroll.hr_payslip_run_view_form").id, "form")
            ],
        }

    def _check_may_reopen(self):
        result = super()._check_may_reopen()
        for batch in self:
            # sudo: whether the month was paid does not depend on who may read pay runs
            runs = self.env["hr.payslip.run"].sudo()
            run = runs.search(
                [
                    ("gov_county_id", "=", batch.county_id.id),
                    ("date_start", "=", batch.date_from),
                    ("state", "not in", ("draft", "computed")),
                ],
                limit=1,
            )
            if run:
                raise DocumentLocked(
                    self.env._(
                        "The rewards of %s are being approved or paid already: the "
                        "late record counts in the current month.",
                        batch.display_name,
                    )
                )
        return result
