"""Who took which file of a finance pack, and when (导出下载记录)."""

from odoo import api, fields, models

from odoo.addons.gov_window_staff.tools import caller


class GovPayDownload(models.Model):
    """One download; nobody edits or deletes it (网络安全法 art. 21: logs kept)."""

    _name = "gov.pay.download"
    _inherit = ["gov.log.mixin"]
    _description = "Download of a Pay File"
    _order = "date desc, id desc"
    _rec_name = "file_name"

    export_id = fields.Many2one(
        "gov.pay.export", required=True, ondelete="restrict", index=True
    )
    date = fields.Datetime(string="At", required=True, default=fields.Datetime.now)
    user_id = fields.Many2one(
        "res.users", string="Taken By", required=True, ondelete="restrict"
    )
    file_name = fields.Char(string="File", required=True)
    sha256 = fields.Char(string="SHA-256", required=True)
    address = fields.Char(string="Network Address")

    @api.model
    def _note(self, export, file_name, sha256):
        """Remember that the user of this call took a file."""
        address = caller.address() or False
        # sudo: nobody has the right to create; the user is a value of the record
        self.sudo().create(
            {
                "export_id": export.id,
                "user_id": self.env.uid,
                "file_name": file_name,
                "sha256": sha256,
                "address": address,
            }
        )

    def _refusal(self):
        return self.env._("The log of downloads can be neither changed nor deleted.")
