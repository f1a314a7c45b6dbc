"""Honours on the profile."""

from odoo import fields, models

OFFICER = "gov_window_staff.group_hr_officer"


class HrEmployee(models.Model):
    """Employee with the honours that were awarded."""

    _inherit = "hr.employee"

    gov_honour_count = fields.Integer(
        string="Honours", compute="_compute_gov_honour_count", groups=OFFICER
    )

    def _gov_honour_domain(self):
        return [
            ("employee_id", "in", self.ids),
            ("is_winner", "=", True),
            ("campaign_id.state", "=", "awarded"),
        ]

    def _compute_gov_honour_count(self):
        counts = dict(
            self.env["gov.honour.nomination"]._read_group(
                self._gov_honour_domain(), ["employee_id"], ["__count"]
            )
        )
        for person in self:
            person.gov_honour_count = counts.get(person, 0)

    def action_open_gov_honours(self):
        """Honours of this person."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.honour.nomination",
            "view_mode": "list,form",
            "domain": self._gov_honour_domain(),
            "name": self.env._("Honours"),
        }
