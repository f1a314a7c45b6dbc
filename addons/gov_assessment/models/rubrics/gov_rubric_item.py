"""Item of a rubric (指标): what is deducted or awarded for which fact."""

from decimal import Decimal

from odoo import api, fields, models

KINDS = [("fixed", "Fixed Points"), ("range", "Points at Discretion")]
UNITS = [
    ("person_time", "Per Person and Time"),
    ("time", "Per Time"),
    ("case", "Per Case"),
    ("day", "Per Day"),
    ("discretion", "At Discretion"),
]
# who else loses a share of the points (连带)
SHARES = [
    ("chief", "Chief Representative of the Unit"),
    ("window", "Colleagues at the Window"),
    ("unit", "Colleagues of the Unit"),
]


class GovRubricItem(models.Model):
    """One scoring record; its code is that of the text, parts as 1.4a."""

    _name = "gov.rubric.item"
    _description = "Rubric Item"
    _inherit = ["gov.policy.row.mixin", "gov.rubric.level.mixin"]
    _order = "version_id, sequence, id"

    category_id = fields.Many2one(
        "gov.rubric.category", required=True, ondelete="cascade", index=True
    )
    version_id = fields.Many2one(
        related="category_id.version_id", store=True, index=True, precompute=True
    )
    sequence = fields.Integer(default=10)
    code = fields.Char(required=True)
    name = fields.Char(string="Short Name", required=True)
    text = fields.Text(string="Text of the Policy")
    kind = fields.Selection(KINDS, default="fixed", required=True)
    unit = fields.Selection(UNITS, default="person_time", required=True)
    points = fields.Float(digits=(12, 2), help="Points a unit, of a fixed item.")
    points_min = fields.Float(string="From Points", digits=(12, 2))
    points_max = fields.Float(string="To Points", digits=(12, 2))
    is_absence = fields.Boolean(
        string="Absence without Leave",
        help="旷工: such records are counted for a proposal of dismissal (S9, D29).",
    )
    needs_evidence = fields.Boolean(help="A record is confirmed with a file only.")
    needs_verification = fields.Boolean(
        help="经核实、经查属实: somebody else than the recorder has to verify the fact."
    )
    is_daily = fields.Boolean(
        string="At Most Once a Day",
        help="每日次: a second record of the day is refused.",
    )
    month_limit = fields.Integer(
        string="At Most a Month",
        help="Records of a person and month; 0 for any number.",
    )
    replaces_codes = fields.Char(
        string="Instead of Items",
        help="Codes with commas: this item is taken instead of them for the same fact, "
        "as 造成不良影响 (4.6b) instead of 4.6a.",
    )
    linked_codes = fields.Char(
        string="Same Fact as Items",
        help="Codes with commas of items that often name the same fact, as 串岗 under "
        "1.1 and 2.2: one fact is deducted once (D24).",
    )
    is_highest_only = fields.Boolean(
        string="Highest Award Only",
        help="Of the awards for one matter only the highest counts (D23).",
    )
    is_severe = fields.Boolean(
        string="Severe", help="A late record may reopen a locked month (D39)."
    )
    reports_discipline = fields.Boolean(
        string="Report to the Discipline Body",
        help="A confirmed record has to be passed on (廉政工作纪律).",
    )
    year_limit = fields.Integer(
        help="More records than this in a year bar the best annual grade (超过2次); "
        "0 for no limit."
    )
    bars_year = fields.Boolean(
        string="Bars the Year",
        help="取消年度评优资格: no honour and no best annual grade.",
    )
    at_most_code = fields.Char(
        string="Best Grade Left",
        help="Code of a grade: with a record of this item a person gets no better one "
        "(一票否决).",
    )
    stops_reward = fields.Boolean(
        string="No Reward", help="扣发当月绩效奖励: no reward in a month with a record."
    )
    share_target = fields.Selection(SHARES, string="Also Costs")
    share_percent = fields.Float(
        string="Share in %", digits=(5, 2), help="Part of the points that they lose."
    )
    is_bonus = fields.Boolean(
        related="category_id.is_bonus", store=True, precompute=True
    )

    _code_uniq = models.Constraint(
        "UNIQUE(version_id, code)", "Two items of this version share a code."
    )
    _points_check = models.Constraint(
        "CHECK((kind = 'fixed' AND points > 0)"
        " OR (kind = 'range' AND points_min > 0 AND points_max >= points_min))",
        "A fixed item needs points, an item at discretion needs a range.",
    )

    @api.depends("code", "name")
    def _compute_display_name(self):
        for item in self:
            item.display_name = f"{item.code} {item.name}"

    @api.model
    def _search_display_name(self, operator, value):
        if operator in ("ilike", "=", "in") and value:
            return ["|", ("code", operator, value), ("name", operator, value)]
        return super()._search_display_name(operator, value)

    def _is_for(self, level):
        """Whether item and category apply to a post level (A74)."""
        self.ensure_one()
        return bool(self._of_level(level) and self.category_id._of_level(level))

    def _takes(self, points):
        """Whether the text allows these points a unit (Decimal)."""
        self.ensure_one()
        return Decimal(str(self._lowest())) <= points <= Decimal(str(self._highest()))

    def _lowest(self):
        return self.points_min if self.kind == "range" else self.points

    def _highest(self):
        return self.points_max if self.kind == "range" else self.points

    def _range_text(self):
        """`1-5` or `5`, for messages."""
        if self.kind == "range":
            return f"{self.points_min:g}-{self.points_max:g}"
        return f"{self.points:g}"
