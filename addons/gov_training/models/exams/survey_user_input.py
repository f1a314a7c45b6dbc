"""A paper that a person writes (答卷): marked all or nothing, question by question."""

from decimal import Decimal

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules.marks import Asked, by_part, mark


class SurveyUserInput(models.Model):
    """Answers to an exam; other surveys are left as they are."""

    _inherit = "survey.user_input"

    gov_candidate_id = fields.Many2one(
        "gov.exam.candidate",
        string="Candidate",
        readonly=True,
        ondelete="restrict",
        index="btree_not_null",
        copy=False,
    )

    # -- marking ---------------------------------------------------------------------

    @api.depends("user_input_line_ids.suggested_answer_id")
    def _compute_scoring_values(self):
        """Odoo adds up what was ticked, also answers to questions of somebody else's
        paper, and gives all points to whoever ticks everything."""
        exams = self.filtered(lambda paper: paper.survey_id._is_gov_exam())
        others = super(SurveyUserInput, self - exams)
        result = others._compute_scoring_values()
        for paper in exams:
            marks = mark(paper._gov_paper(), paper._gov_chosen())
            paper.scoring_total = float(marks.score)
            paper.scoring_percentage = float(marks.percent)
        return result

    @api.depends("scoring_total", "predefined_question_ids")
    def _compute_scoring_success(self):
        exams = self.filtered(lambda paper: paper.survey_id._is_gov_exam())
        others = super(SurveyUserInput, self - exams)
        result = others._compute_scoring_success()
        for paper in exams:
            marks = mark(paper._gov_paper(), paper._gov_chosen())
            least = Decimal(str(paper.survey_id.scoring_success_min))
            paper.scoring_success = marks.reaches(least)
        return result

    def _gov_paper(self):
        """The questions drawn for this paper as the rules read them."""
        self.ensure_one()
        return [
            Asked(
                key=question.id,
                points=Decimal(str(question.gov_part_id.points)),
                correct=frozenset(
                    question.suggested_answer_ids.filtered("is_correct").ids
                ),
                part=question.gov_part_id.id or None,
            )
            for question in self.predefined_question_ids
        ]

    def _gov_chosen(self):
        """{question id: ids of the ticked choices}."""
        self.ensure_one()
        chosen = {}
        for line in self.user_input_line_ids:
            chosen.setdefault(line.question_id.id, []).extend(
                line.suggested_answer_id.ids
            )
        return chosen

    def _gov_part_marks(self):
        """{gov.exam.part: rules.marks.Marks} of this paper."""
        parts = self.env["gov.exam.part"]
        marks = by_part(self._gov_paper(), self._gov_chosen())
        return {parts.browse(part): found for part, found in marks.items() if part}

    def _gov_review(self):
        """The paper as its writer reads it afterwards: [{text, is_right, choices,
        explanation}]; whether it may be read is asked by the page."""
        self.ensure_one()
        ticked = self._gov_chosen()
        pages = []
        for question in self.predefined_question_ids:
            chosen = set(ticked.get(question.id, ()))
            right = question.suggested_answer_ids.filtered("is_correct")
            pages.append(
                {
                    "text": question.title,
                    "is_right": chosen == set(right.ids),
                    "explanation": question.gov_question_id.explanation,
                    "choices": [
                        {
                            "text": choice.value,
                            "is_correct": choice.is_correct,
                            "is_chosen": choice.id in chosen,
                        }
                        for choice in question.suggested_answer_ids
                    ],
                }
            )
        return pages

    def action_gov_open_paper(self):
        """The paper with what was ticked, which Odoo's printed page leaves out."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "survey.user_input",
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
            "context": {"create": False, "edit": False, "delete": False},
            "name": self.env._("Paper of %s", self.gov_candidate_id.employee_id.name),
        }

    # -- flow ------------------------------------------------------------------------

    def _mark_in_progress(self):
        result = super()._mark_in_progress()
        self._gov_tell_candidates()
        return result

    def _mark_done(self):
        result = super()._mark_done()
        self._gov_tell_candidates()
        return result

    def _gov_tell_candidates(self):
        # sudo: the person writes the paper, the system writes the result
        self.sudo().gov_candidate_id._update_result()

    def _save_lines(self, question, answer, comment=None, overwrite_existing=True):
        foreign = self.survey_id._is_gov_exam() and (
            question not in self.predefined_question_ids
        )
        if foreign:
            raise UserError(self.env._("This question is not on your paper."))
        return super()._save_lines(question, answer, comment, overwrite_existing)
