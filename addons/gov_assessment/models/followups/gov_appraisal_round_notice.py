"""A locked month leads to its notices of criticism (A47)."""

from odoo import models


class GovAppraisalRound(models.Model):
    """Round whose results have consequences."""

    _inherit = "gov.appraisal.round"

    def action_lock(self):
        before = self.filtered(lambda batch: batch.state == "locked")
        result = super().action_lock()
        locked = self.filtered(lambda batch: batch.state == "locked") - before
        # sudo: what follows from a locked month is no decision of its own
        self.env["gov.criticism.notice"].sudo()._generate_for(locked.sudo())
        return result

    def action_open_notices(self):
        """Notices of this month."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.criticism.notice",
            "view_mode": "list,form",
            "domain": [("appraisal_id.round_id", "=", self.id)],
            "name": self.env._("Notices of Criticism"),
        }
