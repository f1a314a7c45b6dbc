"""A signature that was given on paper (纸质补录), for people without a login."""

import base64

from odoo import fields, models

from ..tools.scans import check_scan


class GovRulePaper(models.TransientModel):
    """Scan and day of a signature on paper."""

    _name = "gov.rule.paper"
    _description = "Signature on Paper"

    line_id = fields.Many2one(
        "gov.rule.acknowledgement",
        string="Document and Person",
        required=True,
        ondelete="cascade",
    )
    date = fields.Date(
        string="Signed On", required=True, default=fields.Date.context_today
    )
    scan = fields.Binary(string="Scan (PDF, JPG or PNG)", required=True)
    scan_name = fields.Char(string="File Name")

    def action_save(self):
        """Enter the signature on the person's line."""
        content = base64.b64decode(self.scan)
        check_scan(self.env, content)
        self.line_id._record_paper(content, self.scan_name, self.date)
        return {"type": "ir.actions.act_window_close"}
