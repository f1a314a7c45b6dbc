"""Kinds of honours: 优质服务明星, 优质服务窗口, 党员示范岗 (A75)."""

from odoo import fields, models

TARGETS = [("person", "Person"), ("window", "Window")]
PARTY = ("01", "02")  # 中共党员, 中共预备党员


class GovHonourKind(models.Model):
    """What is honoured, how many, and who may be nominated."""

    _name = "gov.honour.kind"
    _description = "Kind of Honour"
    _order = "sequence, id"

    sequence = fields.Integer(default=10)
    code = fields.Char(required=True)
    name = fields.Char(string="Honour", required=True, translate=True)
    active = fields.Boolean(default=True)
    target = fields.Selection(TARGETS, required=True, default="person")
    places = fields.Integer(default=12, help="Proposed for a new campaign.")
    vote_percent = fields.Float(
        string="Weight of the Votes in %",
        digits=(5, 2),
        default=50,
        help="The rest is the average of the months; 0: no voting.",
    )
    votes_each = fields.Integer(string="Votes a Person", default=3)
    publicity_days = fields.Integer(string="Working Days of Publicity", default=5)
    needs_party = fields.Boolean(string="CPC Members Only")
    min_stars = fields.Integer(
        string="Stars in Each Quarter",
        help="So many stars at least in every quarter rated in the period; 0: any.",
    )
    min_good = fields.Integer(
        string="Good Months in the Period", help="At least; 0: any."
    )
    no_poor = fields.Boolean(string="No Poor Month", default=True)
    reference = fields.Char(string="Document No. and Article")

    _code_uniq = models.Constraint("UNIQUE(code)", "This code is already in use.")
    _numbers_check = models.Constraint(
        "CHECK(places > 0 AND vote_percent BETWEEN 0 AND 100 AND votes_each > 0)",
        "Places and votes are above 0, a weight lies between 0 and 100 %.",
    )
