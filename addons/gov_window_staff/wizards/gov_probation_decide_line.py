"""One person's result in the dialog."""

from odoo import fields, models


class GovProbationDecideLine(models.TransientModel):
    """Passed, or not suitable with the reason."""

    _name = "gov.probation.decide.line"
    _description = "Result of a Probation"

    wizard_id = fields.Many2one(
        "gov.probation.decide", required=True, ondelete="cascade"
    )
    employee_id = fields.Many2one("hr.employee", required=True, readonly=True)
    trial_end = fields.Date(string="Probation Until", readonly=True)
    result = fields.Selection(
        [("pass", "Passed"), ("replace", "Not Suitable, to Be Replaced")],
        default="pass",
        required=True,
    )
    reason = fields.Char()

    def _prepare_movement_vals(self):
        """The day after the probation, or today when that has passed."""
        self.ensure_one()
        today = fields.Date.context_today(self)
        return {
            "kind": "regular",
            "employee_id": self.employee_id.id,
            "trial_result": self.result,
            "reason": self.reason,
            "effective_date": max(today, fields.Date.add(self.trial_end, days=1)),
        }
