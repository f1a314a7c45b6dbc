"""A self-examination that was handed in on paper."""

from odoo import fields, models

from odoo.addons.gov_window_staff.rules import scan


class GovSelfExaminationPaper(models.TransientModel):
    """Day, text and scan of it."""

    _name = "gov.self.examination.paper"
    _description = "Self-Examination on Paper"

    exam_id = fields.Many2one("gov.self.examination", required=True, readonly=True)
    day = fields.Date(
        string="Handed In On", required=True, default=fields.Date.context_today
    )
    text = fields.Text(string="Self-Examination Text")
    paper = fields.Binary(string="Signed Paper")
    paper_name = fields.Char(string="File Name")

    def action_confirm(self):
        """Enter it."""
        self.ensure_one()
        content = scan.decoded(self.paper) if self.paper else b""
        self.exam_id._record_paper(
            self.day, self.text, content, self.paper_name if self.paper else None
        )
        return {"type": "ir.actions.act_window_close"}
