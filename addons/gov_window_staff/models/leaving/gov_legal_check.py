"""Questions of labour law before anybody is dismissed (D27): 劳动合同法 39-50."""

from odoo import fields, models

FORBIDS = [
    ("no", "Nothing"),
    ("art40", "Dismissal under Article 40"),
    ("all", "Any Dismissal"),
]


class GovLegalCheck(models.Model):
    """One question with its article; HR edits the list."""

    _name = "gov.legal.check"
    _description = "Legal Check"
    _order = "sequence, id"

    name = fields.Char(string="Question", required=True, translate=True)
    article = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    forbids = fields.Selection(
        FORBIDS,
        string="“Yes” Forbids",
        default="no",
        required=True,
        help="What a “yes” rules out; “no” rules out what the next figure says.",
    )
    needs = fields.Selection(
        [("no", "Nothing"), ("yes", "Dismissal")],
        string="“No” Forbids",
        default="no",
        required=True,
        help="Whether the step has to be taken before a dismissal is proposed.",
    )
