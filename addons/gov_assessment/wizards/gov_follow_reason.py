"""The reason of a step that needs one: it stays in the paper's history."""

from odoo import fields, models
from odoo.exceptions import UserError

# model and step that may be named -> method; nothing else is ever called
STEPS = {
    ("gov.criticism.notice", "withdraw"): "_withdraw",
    ("gov.self.examination", "return"): "_return",
    ("gov.self.examination", "waive"): "_waive",
    ("gov.interview", "cancel"): "_cancel",
    ("gov.supervision", "report"): "_report",
    ("gov.supervision", "return"): "_return",
    ("gov.supervision", "close"): "_close",
    ("gov.supervision", "cancel"): "_cancel",
}


class GovFollowReason(models.TransientModel):
    """Asks for a text and passes it to the step."""

    _name = "gov.follow.reason"
    _description = "Reason of a Step"

    res_model = fields.Char(required=True, readonly=True)
    res_ids = fields.Json(required=True, readonly=True)
    step = fields.Char(required=True, readonly=True)
    reason = fields.Text(required=True)

    def action_confirm(self):
        """Do the step, with the reason."""
        self.ensure_one()
        method = STEPS.get((self.res_model, self.step))
        reason = (self.reason or "").strip()
        if not method:
            raise UserError(self.env._("Open this window from the paper itself."))
        if not reason:
            raise UserError(self.env._("Give the reason."))
        papers = self.env[self.res_model].browse(self.res_ids).exists()
        getattr(papers, method)(reason)
        return {"type": "ir.actions.act_window_close"}
