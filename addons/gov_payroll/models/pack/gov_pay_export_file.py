"""A file of the finance pack: kept with its hash, handed out on record only."""

from odoo import api, fields, models

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

KINDS = [
    ("register", "Pay Register"),
    ("bank", "Bank File"),
    ("control", "Control File of the Bank"),
    ("slips", "Pay Slips"),
    ("manifest", "Manifest"),
]
# what stands in clear in a file: keys of gov.disclosure KINDS
SHOWN = {"register": ["identification", "card"], "bank": ["card"]}


class GovPayExportFile(models.Model):
    """One file; its content leaves through `gov.pay.export._gov_hand_out` alone."""

    _name = "gov.pay.export.file"
    _description = "File of a Finance Pack"
    _inherit = ["gov.protected.mixin"]
    _order = "export_id, id"

    export_id = fields.Many2one(
        "gov.pay.export", required=True, ondelete="restrict", index=True
    )
    name = fields.Char(string="File", required=True)
    kind = fields.Selection(KINDS, required=True)
    # no way past the log of downloads, neither by RPC nor as an attachment
    content = fields.Binary(attachment=True, required=True, groups=fields.NO_ACCESS)
    size = fields.Integer(string="Bytes")
    sha256 = fields.Char(string="SHA-256", required=True)
    people_count = fields.Integer(string="Number of People")
    amount = fields.Float(string="Total", digits=(14, 2))
    shown = fields.Char(help="Personal numbers that stand in the file in clear.")

    def action_download(self):
        """The file, once it is on record who took it."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_url",
            "url": f"/gov/pay/file/{self.id}",
            "target": "self",
        }

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise DocumentLocked(
            self.env._("Files of a finance pack are pay records and are kept.")
        )
