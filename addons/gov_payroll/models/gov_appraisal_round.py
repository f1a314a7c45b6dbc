"""From a locked month to its pay run."""

from odoo import models


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
