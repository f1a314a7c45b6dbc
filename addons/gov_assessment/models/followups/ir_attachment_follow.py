"""What a person handed in stays as it was sent."""

from odoo import models


class IrAttachment(models.Model):
    """Attachment that may be a self-examination, or belong to a held talk."""

    _inherit = "ir.attachment"

    def _gov_refuse_evidence(self):
        super()._gov_refuse_evidence()
        # su: the record's own method writes or deletes its file
        if self.env.su:
            return
        if self.filtered(
            lambda a: a.res_field and a.res_model == "gov.self.examination"
        ):
            self._raise_field_file()
