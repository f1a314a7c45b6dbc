"""End a mentoring agreement before its time."""

from odoo import fields, models


class GovMentorshipBreak(models.TransientModel):
    """Day and reason stay with the agreement."""

    _name = "gov.mentorship.break"
    _description = "End a Mentoring Agreement Early"

    mentorship_id = fields.Many2one(
        "gov.mentorship", string="Agreement", required=True, ondelete="cascade"
    )
    date = fields.Date(
        string="Ended On", required=True, default=fields.Date.context_today
    )
    reason = fields.Char(required=True)

    def action_confirm(self):
        """It ends on that day."""
        self.ensure_one()
        self.mentorship_id._break(self.date, self.reason)
        return {"type": "ir.actions.act_window_close"}
