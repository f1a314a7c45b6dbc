"""Pay slips on the person's profile."""

from odoo import fields, models

PAY_READERS = "payroll.group_payroll_user,gov_window_staff.group_hr_officer"


class HrEmployee(models.Model):
    """OCA's field has no groups, so reading a profile failed for plain HR users."""

    _inherit = "hr.employee"

    slip_ids = fields.One2many(groups=PAY_READERS)
    payslip_count = fields.Integer(groups=PAY_READERS)

    def _compute_payslip_count(self):
        counts = dict(
            self.env["hr.payslip"]._read_group(
                [("employee_id", "in", self.ids)], ["employee_id"], ["__count"]
            )
        )
        for person in self:
            person.payslip_count = counts.get(person, 0)
