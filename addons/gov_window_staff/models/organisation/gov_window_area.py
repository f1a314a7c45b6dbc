"""What windows are for (窗口领域): 人社医保, 企业开办, 办不成事 (O19, O22)."""

from odoo import fields, models

from .gov_window import KINDS


class GovWindowArea(models.Model):
    """Area of a comprehensive window, or function of a special one."""

    _name = "gov.window.area"
    _description = "Window Area"
    _inherit = ["gov.alias.mixin"]
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    kind = fields.Selection(
        KINDS, string="Window Kind", help="Kind of windows that usually serve the area."
    )
    note = fields.Char(help="Where a policy names the area.")

    _name_uniq = models.Constraint(
        "UNIQUE(name)", "There is already an area of that name."
    )
