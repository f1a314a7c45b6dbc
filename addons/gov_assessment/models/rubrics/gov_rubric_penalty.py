"""Joint penalty of a text (连带扣发绩效, A69, A71): which records call for it."""

from odoo import api, fields, models

COLLEAGUES = [
    ("none", "Nobody Else"),
    ("window", "Colleagues at the Window"),
    ("unit", "Colleagues of the Unit"),
]


class GovRubricPenalty(models.Model):
    """大安: 扣发当事人的绩效奖励,连带扣发其他所有工作人员的月绩效1个月至12个月不等.

    Off unless the text says so, and each case needs a leader's approval (D21).
    """

    _name = "gov.rubric.penalty"
    _description = "Joint Penalty of a Text"
    _inherit = ["gov.policy.row.mixin"]
    _order = "version_id, sequence, id"

    version_id = fields.Many2one(
        "gov.rubric.version", required=True, ondelete="cascade", index=True
    )
    sequence = fields.Integer(default=10)
    name = fields.Char(required=True)
    item_codes = fields.Char(
        string="For Items", required=True, help="Codes with commas."
    )
    colleagues = fields.Selection(
        COLLEAGUES, string="Also Costs", default="unit", required=True
    )
    offender_months = fields.Integer(string="Months of the Person", default=1)
    months_min = fields.Integer(string="Months of Colleagues, from", default=1)
    months_max = fields.Integer(string="Months of Colleagues, up to", default=12)
    article = fields.Char(help="Article of the policy text, or the decision.")

    _months_check = models.Constraint(
        "CHECK(offender_months BETWEEN 1 AND 12 AND months_min >= 1"
        " AND months_max <= 12 AND months_min <= months_max)",
        "A penalty takes 1 to 12 months.",
    )

    @api.depends("name", "item_codes")
    def _compute_display_name(self):
        for row in self:
            row.display_name = f"{row.name} ({row.item_codes})"

    def _codes(self):
        return {code.strip() for code in (self.item_codes or "").split(",")}

    def _for_item(self, item):
        """The row that a record of an item calls for, empty when the text is off."""
        if not item.version_id.penalty_is_on:
            return self.browse()
        rows = item.version_id.penalty_ids
        return rows.filtered(lambda row: item.code in row._codes())[:1]
