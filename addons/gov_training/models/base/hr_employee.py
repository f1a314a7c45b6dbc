"""What a person has attended."""

from odoo import fields, models

OFFICER = "hr.group_hr_user"


class HrEmployee(models.Model):
    """Employee with a training record (培训档案)."""

    _inherit = "hr.employee"

    gov_training_count = fields.Integer(
        string="Sessions Attended", compute="_compute_gov_training", groups=OFFICER
    )
    gov_training_hours = fields.Float(
        string="Training Hours",
        compute="_compute_gov_training",
        groups=OFFICER,
        digits=(8, 1),
    )

    def _compute_gov_training(self):
        totals = {
            person.id: (count, hours)
            for person, count, hours in self.env["gov.training.enrollment"]._read_group(
                [
                    ("employee_id", "in", self.ids),
                    ("state", "=", "attended"),
                    ("session_state", "=", "done"),
                ],
                ["employee_id"],
                ["__count", "hours:sum"],
            )
        }
        for person in self:
            count, hours = totals.get(person.id, (0, 0))
            person.gov_training_count = count
            person.gov_training_hours = hours

    def action_open_gov_training(self):
        """Every session this person was enrolled in."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Training of %s", self.name),
            "res_model": "gov.training.enrollment",
            "view_mode": "list,pivot,form",
            "domain": [("employee_id", "in", self.ids)],
            "context": {"gov_one_person": True},
        }
