"""The words of the log in the reader's language; kept is what the system wrote."""

from odoo import api, fields, models


class GovAccessEvent(models.Model):
    """`detail` holds a word of the system, or the login of an administrator."""

    _inherit = "gov.access.event"

    detail_text = fields.Char(string="Explanation", compute="_compute_detail_text")

    @api.depends_context("lang")
    def _compute_detail_text(self):
        words = self._detail_words()
        for event in self:
            event.detail_text = words.get(event.detail, event.detail)

    @api.model
    def _detail_words(self):
        return {
            "no such account": self.env._("No such account"),
            "wrong key": self.env._("Wrong key"),
            "expired key": self.env._("Expired key"),
            "new password": self.env._("New password"),
        }
