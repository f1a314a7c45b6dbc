"""Appraisals on the person's profile."""

from odoo import fields, models
from odoo.exceptions import UserError

OFFICER = "gov_window_staff.group_hr_officer"


class HrEmployee(models.Model):
    """Employee with the months' results."""

    _inherit = "hr.employee"

    gov_appraisal_ids = fields.One2many(
        "gov.appraisal",
        "employee_id",
        string="Appraisals",
        groups=OFFICER,
    )
    gov_appraisal_count = fields.Integer(
        string="Appraisal Count",
        compute="_compute_gov_appraisal_count",
        groups=OFFICER,
    )

    def _compute_gov_appraisal_count(self):
        counts = dict(
            self.env["gov.appraisal"]._read_group(
                [("employee_id", "in", self.ids)], ["employee_id"], ["__count"]
            )
        )
        for person in self:
            person.gov_appraisal_count = counts.get(person, 0)

    def _gov_refuse_own(self):
        """Nobody decides about himself (回避): refuse when the user is among them."""
        # sudo: the login of a person is not shown to everybody, only compared here
        if not self.env.su and self.env.user in self.sudo().user_id:
            raise UserError(
                self.env._("This is about yourself: ask a colleague to decide.")
            )

    def action_open_gov_appraisals(self):
        """Months of this person."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.appraisal",
            "view_mode": "list,form,graph",
            "domain": [("employee_id", "in", self.ids)],
            "name": self.env._("Monthly Appraisals"),
        }
