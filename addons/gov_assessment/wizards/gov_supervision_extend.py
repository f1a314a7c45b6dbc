"""A later deadline for a supervision item."""

from odoo import fields, models


class GovSupervisionExtend(models.TransientModel):
    """New last day and why."""

    _name = "gov.supervision.extend"
    _description = "Later Deadline of a Supervision Item"

    supervision_id = fields.Many2one("gov.supervision", required=True, readonly=True)
    deadline = fields.Date(required=True)
    reason = fields.Char(required=True)

    def action_confirm(self):
        """Move the deadline."""
        self.ensure_one()
        self.supervision_id._extend(self.deadline, self.reason.strip())
        return {"type": "ir.actions.act_window_close"}
