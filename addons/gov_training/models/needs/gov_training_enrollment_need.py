"""A line that is withdrawn leaves the need of its person open again."""

from odoo import models


class GovTrainingEnrollment(models.Model):
    """Enrollment that meets a need."""

    _inherit = "gov.training.enrollment"

    def write(self, vals):
        result = super().write(vals)
        if vals.get("state") == "withdrawn":
            self._arranged_needs()._settle()
        return result

    def unlink(self):
        needs = self._arranged_needs()
        result = super().unlink()
        needs._settle()
        return result

    def _arranged_needs(self):
        """Needs of these people that the sessions of these lines are to meet.

        sudo: whoever withdraws somebody may not see the need.
        """
        pairs = {(line.session_id, line.employee_id) for line in self.sudo()}
        needs = (
            self.env["gov.training.need"]
            .sudo()
            .search(
                [
                    ("session_id", "in", self.session_id.ids),
                    ("employee_id", "in", self.employee_id.ids),
                ]
            )
        )
        return needs.filtered(lambda n: (n.session_id, n.employee_id) in pairs)
