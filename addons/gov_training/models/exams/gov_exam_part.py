"""A part of the paper (试卷组成): so many questions of a topic."""

from odoo import api, fields, models

from .gov_exam_question import KINDS


class GovExamPart(models.Model):
    """Drawn at random for each person and attempt from the bank of the topic."""

    _name = "gov.exam.part"
    _description = "Part of an Exam Paper"
    _inherit = ["gov.training.guard.mixin"]
    _order = "exam_id, sequence, id"
    _rec_name = "topic_id"

    exam_id = fields.Many2one("gov.exam", required=True, ondelete="cascade", index=True)
    sequence = fields.Integer(default=10)
    topic_id = fields.Many2one(
        "gov.training.topic",
        required=True,
        ondelete="restrict",
        help="Questions on its parts are drawn too.",
    )
    kind = fields.Selection(KINDS, string="Kind of Question", help="Blank: any kind.")
    count = fields.Integer(string="Questions", default=10, required=True)
    points = fields.Float(string="Points Each", default=2, required=True, digits=(5, 2))
    total = fields.Float(
        string="Points", compute="_compute_total", digits=(6, 2), store=True
    )
    bank_count = fields.Integer(
        string="In the Bank",
        compute="_compute_bank_count",
        help="Questions in use that could be drawn.",
    )

    _count_positive = models.Constraint(
        "CHECK(count > 0 AND points > 0)",
        "Each part asks at least one question, and each question gives points.",
    )

    @api.depends("count", "points")
    def _compute_total(self):
        for part in self:
            part.total = part.count * part.points

    @api.depends("topic_id", "kind")
    def _compute_bank_count(self):
        # sudo: a number; what the questions ask stays with the officers
        questions = self.env["gov.exam.question"].sudo()
        for part in self:
            part.bank_count = questions.search_count(part._bank_domain())

    def _bank_domain(self):
        domain = [("topic_id", "child_of", self.topic_id.ids)]
        return [*domain, ("kind", "=", self.kind)] if self.kind else domain

    # -- changed only while the exam is a draft --------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        parts = super().create(vals_list)
        parts.exam_id._check_draft()
        return parts

    def write(self, vals):
        self.exam_id._check_draft()
        result = super().write(vals)
        if "exam_id" in vals:
            self.exam_id._check_draft()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_only_of_drafts(self):
        self.exam_id._check_draft()
