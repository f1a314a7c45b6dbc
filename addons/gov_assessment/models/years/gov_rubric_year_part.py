"""What the score of a year is made of (年度得分构成), with weights that make 100."""

from odoo import fields, models
from odoo.exceptions import UserError

SOURCES = [
    ("months", "Average of the Months"),
    ("mark", "Mark Entered for the Year"),
]


class GovRubricYearPart(models.Model):
    """若羌: 月考核80%+年度综合评价20%; 阳东: 效能30% 考核30% 值班20% 投票20%."""

    _name = "gov.rubric.year.part"
    _description = "Part of the Score of a Year"
    _inherit = ["gov.rubric.completing.mixin"]
    _order = "version_id, sequence, id"

    version_id = fields.Many2one(
        "gov.rubric.version", required=True, ondelete="cascade", index=True
    )
    sequence = fields.Integer(default=10)
    name = fields.Char(required=True, help="The words of the text: 年度综合评价.")
    source = fields.Selection(SOURCES, default="mark", required=True)
    weight = fields.Float(string="Weight in %", digits=(5, 2), required=True)
    full_mark = fields.Float(
        string="Mark at Most",
        digits=(12, 2),
        default=100,
        help="Of a mark that is entered.",
    )
    article = fields.Char(help="Article of the policy text, or the decision.")

    _figures_check = models.Constraint(
        "CHECK(weight > 0 AND weight <= 100 AND full_mark > 0)",
        "A part of the year has a weight from above 0 to 100 % and a full mark.",
    )

    def _problem(self):
        """What is wrong with the parts of one text, in words; False if nothing."""
        if not self:
            return False
        total = sum(self.mapped("weight"))
        if round(total, 2) != 100:
            return self.env._(
                "the parts of the year weigh %s %% together; it must be 100 %%.",
                f"{total:g}",
            )
        return False

    def _check_mark(self, mark):
        """Refuse a mark that the text does not know, or that comes of the months."""
        self.ensure_one()
        if self.source != "mark":
            raise UserError(
                self.env._("“%s” comes from the months: no mark is entered.", self.name)
            )
        if not 0 <= mark <= self.full_mark:
            raise UserError(
                self.env._(
                    "The mark “%(part)s” lies between 0 and %(most)s.",
                    part=self.name,
                    most=f"{self.full_mark:g}",
                )
            )
