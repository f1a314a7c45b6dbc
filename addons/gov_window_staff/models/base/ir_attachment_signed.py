"""What people have signed, and what they signed it with, stays as it was."""

from odoo import api, models

from ...exceptions import DocumentLocked

# their files change with their record only, by the methods of the model
FILED_WITH = ("gov.rule.acknowledgement", "gov.profile.correction")


class IrAttachment(models.Model):
    """Attachment that may be a published text, a signature or a proof."""

    _inherit = "ir.attachment"

    @api.model_create_multi
    def create(self, vals_list):
        self._gov_refuse_field_files(*vals_list)
        return super().create(vals_list)

    def write(self, vals):
        self._gov_refuse_field_files(vals)
        return super().write(vals)

    def _gov_refuse_field_files(self, *vals_list):
        """The file of a field is written through its record, which checks it."""
        context = self.env.context
        if not self.env.su and any(
            vals.get("res_field", context.get("default_res_field"))
            for vals in vals_list
        ):
            self._raise_field_file()

    def _raise_field_file(self):
        raise DocumentLocked(
            self.env._(
                "This file is part of a record; it is changed in the record itself."
            )
        )

    def _gov_refuse_evidence(self):
        super()._gov_refuse_evidence()
        # su: the record's own method writes or deletes its file
        if self.env.su:
            return
        if self.filtered(lambda a: a.res_field and a.res_model == "gov.certificate"):
            self._raise_field_file()
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
