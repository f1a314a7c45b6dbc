"""Words to a decision on a movement: agree, refuse, cancel, return the filing."""

from odoo import fields, models

from ..exceptions import MovementNotReady

DECISIONS = [
    ("agree", "Agree"),
    ("refuse", "Refuse"),
    ("cancel", "Cancel the Movement"),
    ("return_filing", "Return the Filing"),
]


class GovMovementDecision(models.TransientModel):
    """The window that opens; the flow checks who may do what."""

    _name = "gov.movement.decision"
    _description = "Decision on a Movement"

    movement_id = fields.Many2one("gov.staff.movement", required=True)
    decision = fields.Selection(DECISIONS, required=True)
    comment = fields.Text()

    def action_confirm(self):
        """Decide with these words."""
        self.ensure_one()
        movement, words = self.movement_id, (self.comment or "").strip()
        movement.check_access("read")
        if self.decision != "agree" and not words:
            raise MovementNotReady(self.env._("Give the reason: it is kept for ever."))
        if self.decision == "cancel":
            movement._cancel(words)
        elif self.decision == "return_filing":
            movement._return_filing(words)
        else:
            agreed = words or self.env._("Agreed.")
            movement._decide(self.decision == "agree", agreed)
        return {"type": "ir.actions.act_window_close"}
