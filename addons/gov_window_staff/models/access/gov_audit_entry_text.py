"""Details of audit entries in the reader's language."""

from odoo import api, fields, models

EVENT = 1  # id modulo 8 of the entries that are events, see `_sources`


class GovAuditEntry(models.Model):
    """Way and word of an event stand together in `detail`."""

    _inherit = "gov.audit.entry"

    detail_text = fields.Char(string="Explanation", compute="_compute_detail_text")

    @api.depends_context("lang")
    def _compute_detail_text(self):
        events = self.env["gov.access.event"]
        words = events._detail_words()
        ways = dict(events._fields["way"]._description_selection(self.env))
        for entry in self:
            text = entry.detail
            if entry.id % 8 == EVENT and text:
                way, _space, word = text.partition(" ")
                parts = [ways.get(way, way), words.get(word, word)]
                text = ", ".join(filter(None, parts))
            entry.detail_text = text
