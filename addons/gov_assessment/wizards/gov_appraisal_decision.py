"""Words to a step of the month: refuse, take back, end publicity, answer."""

from odoo import fields, models

DECISIONS = [
    ("refuse", "Refuse the Month"),
    ("take_back", "Take Back the Publication"),
    ("end_publicity", "End Publicity Early"),
    ("reopen", "Open the Locked Month Again"),
    ("answer", "Answer the Objection"),
    ("return", "Send the Report Back"),
    ("comment", "Comment on the Person"),
]


class GovAppraisalDecision(models.TransientModel):
    """The window that opens; the round checks who may do what."""

    _name = "gov.appraisal.decision"
    _description = "Decision on a Month"

    round_id = fields.Many2one("gov.appraisal.round")
    appraisal_id = fields.Many2one("gov.appraisal")
    site_report_id = fields.Many2one("gov.appraisal.site.report")
    objection = fields.Text(related="appraisal_id.objection")
    decision = fields.Selection(DECISIONS, required=True)
    comment = fields.Text(string="Reason or Answer", required=True)

    def action_decide(self):
        """Do it with these words."""
        self.ensure_one()
        document = self.site_report_id or self.appraisal_id or self.round_id
        document.check_access("read")
        steps = {
            "refuse": self.round_id._refuse,
            "take_back": self.round_id._take_back,
            "end_publicity": self.round_id._end_publicity,
            "reopen": self.round_id._reopen_late,
            "answer": self.appraisal_id._answer_objection,
            "return": self.site_report_id._return,
            "comment": self.appraisal_id._set_comment,
        }
        steps[self.decision](self.comment)
        return {"type": "ir.actions.act_window_close"}
