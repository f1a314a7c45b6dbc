"""Questions of a paper, and where in the bank they came from."""

from odoo import fields, models


class SurveyQuestion(models.Model):
    """A question of a paper keeps its part and its question of the bank."""

    _inherit = "survey.question"

    gov_question_id = fields.Many2one(
        "gov.exam.question",
        string="Question of the Bank",
        readonly=True,
        ondelete="set null",
        index="btree_not_null",
    )
    gov_part_id = fields.Many2one(
        "gov.exam.part",
        string="Part of the Paper",
        readonly=True,
        ondelete="set null",
        index="btree_not_null",
    )
