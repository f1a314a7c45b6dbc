"""Kinds of movement for which people are vetted first (考察, S21)."""

from odoo import fields, models


class GovMovementKind(models.Model):
    """Kind that asks for a vetting."""

    _inherit = "gov.movement.kind"

    needs_vetting = fields.Boolean(
        string="Vetting Required",
        tracking=True,
        help="It cannot be submitted without an accepted vetting of the person.",
    )
