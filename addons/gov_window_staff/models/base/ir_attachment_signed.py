"""What people have signed, and what they signed it with, stays as it was."""

from odoo import models

from ...exceptions import DocumentLocked

# their files change with their record only, by the methods of the model
FILED_WITH = ("gov.rule.acknowledgement", "gov.profile.correction")


class IrAttachment(models.Model):
    """Attachment that may be a published text, a signature or a proof."""

    _inherit = "ir.attachment"

    def _gov_refuse_evidence(self):
        super()._gov_refuse_evidence()
        # su: the record's own method writes or deletes its file
        if self.env.su:
            return
        if self.filtered(lambda a: a.res_model in FILED_WITH):
            raise DocumentLocked(
                self.env._("This file belongs to an answer and stays as it was sent.")
            )
        texts = self.filtered(lambda a: a.res_model == "gov.rule.document")
        published = self.env["gov.rule.document"].search(
            [("attachment_ids", "in", texts.ids), ("state", "!=", "draft")], limit=1
        )
        if published:
            published._raise_locked()
