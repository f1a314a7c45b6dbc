"""Reasons of a movement (变动原因); some excuse leaving early (D32)."""

from odoo import fields, models


class GovMovementReason(models.Model):
    """A reason to choose from, beside the words of the proposer."""

    _name = "gov.movement.reason"
    _description = "Reason of a Movement"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    kind_ids = fields.Many2many(
        "gov.movement.kind", string="Kinds", help="Blank: for every kind."
    )
    is_exempt = fields.Boolean(
        string="Exempt from the Minimum Stay",
        help="Retirement, discipline and illness need no consent of the centre.",
    )

    _name_uniq = models.Constraint("UNIQUE(name)", "This reason already exists.")
