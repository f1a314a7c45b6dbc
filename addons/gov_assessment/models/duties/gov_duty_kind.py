"""Kinds of extra service (X9), and the bonus item that one of them earns."""

from odoo import fields, models


class GovDutyKind(models.Model):
    """Catalogue; the item is looked up in the text that binds the county then."""

    _name = "gov.duty.kind"
    _description = "Kind of Extra Service"
    _order = "sequence, id"

    name = fields.Char(required=True)
    code = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    item_code = fields.Char(
        string="Bonus Item",
        help="Code of the item that a served duty is proposed for, such as 6.4; blank "
        "for none.",
    )
    is_day_off = fields.Boolean(
        string="On Days Off Only", help="节假日: refused on a working day."
    )

    _code_uniq = models.Constraint("UNIQUE(code)", "This code is already in use.")
