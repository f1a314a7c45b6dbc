"""Hashes of former passwords (历史口令), so that none is used again at once."""

from odoo import fields, models


class GovPasswordOld(models.Model):
    """No role reads it: only the check of a new password does."""

    _name = "gov.password.old"
    _description = "Former Password"
    _order = "id desc"

    user_id = fields.Many2one(
        "res.users", required=True, ondelete="cascade", index=True
    )
    hashed = fields.Char(required=True, groups=fields.NO_ACCESS)
