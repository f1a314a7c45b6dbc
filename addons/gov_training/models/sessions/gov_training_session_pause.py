"""Windows that pause for a session."""

from odoo import api, fields, models


class GovTrainingSession(models.Model):
    """Session with notices of paused windows (T13)."""

    _inherit = "gov.training.session"

    pause_ids = fields.One2many("gov.training.pause", "session_id", string="Notices")
    pause_count = fields.Integer(string="Number of Notices", compute="_compute_pauses")
    paused_window_count = fields.Integer(
        string="Windows Paused", compute="_compute_pauses"
    )

    @api.depends("pause_ids.state", "pause_ids.window_ids")
    def _compute_pauses(self):
        for session in self:
            live = session.pause_ids.filtered(lambda p: p.state == "published")
            session.pause_count = len(session.pause_ids)
            session.paused_window_count = len(live.window_ids)

    def action_open_pauses(self):
        """Notices of this session; the form of a new one when there is none."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.training.pause",
            "view_mode": "list,form" if self.pause_ids else "form",
            "domain": [("session_id", "=", self.id)],
            "context": {"default_session_id": self.id},
            "name": self.env._("Notices of Paused Windows"),
        }

    def _move(self, allowed, target):
        result = super()._move(allowed, target)
        if target in ("cancelled", "draft"):
            # what does not take place does not close a window
            self.pause_ids.action_withdraw()
        return result
