"""File types that may be uploaded (可上传的文件类型), each with its largest size."""

import re

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import ormcache

# what a browser or a computer would run; no setting can allow them
NEVER = re.compile(
    r"html|xml\b(?!formats)|svg|script|executable|dosexec|x-sh|java|php|python|"
    r"macroenabled|x-msi|shockwave|octet-stream|ole-storage",
    re.I,
)
RUN = frozenset(
    "exe com scr bat cmd ps1 vbs vbe js jse wsf hta msi lnk reg jar sh py php html htm "
    "xhtml svg xml mht swf docm xlsm pptm dotm xltm xlam".split()
)
WORDS = re.compile(r"[a-z0-9]+( [a-z0-9]+)*")


class GovUploadType(models.Model):
    """One kind of file; the content has to be it, and the name has to say so."""

    _name = "gov.upload.type"
    _description = "File Type for Uploads"
    _inherit = ["mail.thread"]
    _rec_name = "extensions"
    _order = "sequence, id"

    sequence = fields.Integer(default=100)
    active = fields.Boolean(default=True, tracking=True)
    extensions = fields.Char(
        string="Endings of the Name",
        required=True,
        tracking=True,
        help="In small letters, separated by blanks: jpg jpeg",
    )
    mimetypes = fields.Char(
        string="Content Types",
        required=True,
        tracking=True,
        help="What the content is found to be (MIME types), separated by blanks.",
    )
    max_megabytes = fields.Integer(
        string="Largest Size (MB)", required=True, default=20, tracking=True
    )

    _size = models.Constraint(
        "CHECK (max_megabytes BETWEEN 1 AND 100)",
        "The largest size of an upload is between 1 and 100 MB.",
    )

    @api.constrains("extensions", "mimetypes")
    def _check_types(self):
        for kind in self:
            if not WORDS.fullmatch(kind.extensions):
                raise ValidationError(
                    self.env._(
                        "“%(value)s”: write endings in small letters without dots, "
                        "separated by one blank.",
                        value=kind.extensions,
                    )
                )
            if NEVER.search(kind.mimetypes) or RUN & set(kind.extensions.split()):
                raise ValidationError(
                    self.env._(
                        "“%(value)s” can run commands on the computer of whoever opens "
                        "it and is never taken.",
                        value=f"{kind.extensions} {kind.mimetypes}",
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        self.env.registry.clear_cache()
        return super().create(vals_list)

    def write(self, vals):
        self.env.registry.clear_cache()
        return super().write(vals)

    def unlink(self):
        self.env.registry.clear_cache()
        return super().unlink()

    @api.model
    @ormcache()
    def _allowed(self):
        """((endings, content types, largest number of bytes), ...)"""
        # sudo: everybody's uploads are judged by the list, nobody is shown it
        return tuple(
            (
                tuple(kind.extensions.split()),
                tuple(kind.mimetypes.split()),
                kind.max_megabytes * 2**20,
            )
            for kind in self.sudo().search([])
        )
