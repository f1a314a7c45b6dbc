"""Words of rosters, pay registers and forms are not kept a second time, for a search.

Odoo reads every workbook and PDF that is stored and keeps its text with the
attachment. For the files of our records that would be ID numbers and bank cards in
plain text, which nothing searches (Odoo's search leaves out the files of fields), at a
third of the time that a large finance pack takes.
"""

from odoo import api, models

OURS = ("gov.", "hr.")


class IrAttachment(models.Model):
    """Attachment that may be the file of a field."""

    _inherit = "ir.attachment"

    @api.model_create_multi
    def create(self, vals_list):
        names = [(vals.get("res_model"), vals.get("res_field")) for vals in vals_list]
        if not all(_is_field_file(*pair) for pair in names):
            return super().create(vals_list)
        unread = self.with_context(gov_unread=True)
        return super(IrAttachment, unread).create(vals_list).with_env(self.env)

    def _set_attachment_data(self, asbytes):
        files = self.filtered(
            lambda file: _is_field_file(file.res_model, file.res_field)
        )
        unread = files.with_context(gov_unread=True)
        super(IrAttachment, unread)._set_attachment_data(asbytes)
        return super(IrAttachment, self - files)._set_attachment_data(asbytes)

    @api.model
    def _index(self, bin_data, mimetype, checksum=None):
        if self.env.context.get("gov_unread"):
            return False
        return super()._index(bin_data, mimetype, checksum=checksum)


def _is_field_file(model, field):
    return bool(field) and (model or "").startswith(OURS)
