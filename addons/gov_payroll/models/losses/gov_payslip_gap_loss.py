"""Losses that cannot be recovered because nobody knows the minimum wage."""

from odoo import api, fields, models

from ..run import gov_payslip_gap

# the slips are right without: nothing is taken
gov_payslip_gap.WARNINGS += ("loss_no_floor",)


class GovPayslipGap(models.Model):
    """Gap of the rules of pay."""

    _inherit = "gov.payslip.gap"

    kind = fields.Selection(
        selection_add=[("loss_no_floor", "No Minimum Wage for a Recovery")],
        ondelete={"loss_no_floor": "cascade"},
    )

    @api.model
    def _find_people(self, run, batch):
        gaps = super()._find_people(run, batch)
        if run._gov_minimum_wage():
            return gaps
        people = self.env["hr.employee"].union(*run._gov_members())
        due = self.env["gov.pay.loss"]._due(people, run)
        return gaps + [
            {
                "kind": "loss_no_floor",
                "detail": "",
                "employee_id": person.id,
                "staff_no": person.gov_staff_no,
                "person_name": person.name,
            }
            for person in due
        ]

    def _message_loss_no_floor(self):
        return self.env._(
            "The rules of pay name no minimum wage, so nothing is recovered from this "
            "person's pay. Enter it in a new version of the rules."
        )
