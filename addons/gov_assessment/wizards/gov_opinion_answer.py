"""Answer entries of the book of opinions."""

from odoo import fields, models


class GovOpinionAnswer(models.TransientModel):
    """Dialog: what the visitor was told, and when."""

    _name = "gov.opinion.answer"
    _description = "Answer to a Visitor"

    opinion_ids = fields.Many2many("gov.opinion", string="Entries", required=True)
    answer = fields.Text(required=True)
    day = fields.Date(
        string="Answered On",
        required=True,
        default=lambda self: self.env["gov.service.review"]._today(),
    )

    def action_apply(self):
        """Record the answer."""
        self.ensure_one()
        self.opinion_ids._answer(self.answer, self.day)
        return {"type": "ir.actions.act_window_close"}
