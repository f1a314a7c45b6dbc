"""Education levels (学历), ordered, with the words that rosters use for them."""

from odoo import fields, models


class GovEducation(models.Model):
    """One level of education; `rank` orders them, a gap leaves room for others."""

    _name = "gov.education"
    _description = "Education Level"
    _inherit = ["gov.alias.mixin"]
    _order = "rank"

    name = fields.Char(required=True, translate=True)
    rank = fields.Integer(required=True, help="Higher means more education.")

    _rank_uniq = models.Constraint("UNIQUE(rank)", "Two education levels share a rank.")
