"""A choice of a question (选项)."""

from odoo import fields, models


class GovExamChoice(models.Model):
    """What may be ticked, in the order of the letters."""

    _name = "gov.exam.choice"
    _description = "Choice of an Exam Question"
    _order = "question_id, sequence, id"

    question_id = fields.Many2one(
        "gov.exam.question", required=True, ondelete="cascade", index=True
    )
    sequence = fields.Integer(default=10)
    name = fields.Char(string="Choice", required=True)
    is_correct = fields.Boolean(string="Right")
