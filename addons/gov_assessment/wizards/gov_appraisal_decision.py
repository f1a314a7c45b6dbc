"""Words to a step of the month: refuse, take back, end publicity, answer."""

from odoo import fields, models

DECISIONS = [
    ("refuse", "Refuse the Month"),
    ("take_back", "Take Back the Publication"),
    ("end_publicity", "End Publicity Early"),
    ("answer", "Answer the Objection"),
]


class GovAppraisalDecision(models.TransientModel):
    """The window that opens; the round checks who may do what."""

    _name = "gov.appraisal.decision"
    _description = "Decision on a Month"

    round_id = fields.Many2one("gov.appraisal.round")
    appraisal_id = fields.Many2one("gov.appraisal")
    objection = fields.Text(related="appraisal_id.objection")
    decision = fields.Selection(DECISIONS, required=True)
    comment = fields.Text(string="Reason or Answer", required=True)

    def action_decide(self):
        """Do it with these words."""
        self.ensure_one()
        document = self.appraisal_id or self.round_id
        document.check_access("read")
        if self.decision == "answer":
            self.appraisal_id._answer_objection(self.comment)
        elif self.decision == "refuse":
            self.round_id._refuse(self.comment)
        elif self.decision == "take_back":
            self.round_id._take_back(self.comment)
        else:
            self.round_id._end_publicity(self.comment)
        return {"type": "ir.actions.act_window_close"}
