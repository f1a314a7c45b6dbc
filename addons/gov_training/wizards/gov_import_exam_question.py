"""Import of the question bank (题库.xlsx)."""

import re

from odoo import fields, models
from odoo.tools import LazyTranslate

from odoo.addons.gov_window_staff.rules.sheets import Column, Sheet

_lt = LazyTranslate(__name__)

KIND_WORDS = {"单选": "single", "多选": "multiple", "判断": "judge"}
RIGHT = {"正确", "对", "√", "是", "A"}
WRONG = {"错误", "错", "×", "否", "B"}
JUDGE = ("正确", "错误")
LETTERS = "ABCDEF"
CHOICES = tuple(f"choice_{letter.lower()}" for letter in LETTERS)
MESSAGES = {
    "few_choices": _lt("at least two choices are needed"),
    "gap": _lt("fill the choices in order, without a gap"),
    "same_choice": _lt("two choices say the same"),
    "not_an_answer": _lt("not an answer; use letters of the choices, such as A or ACD"),
    "no_such_choice": _lt("choice %(letter)s is blank"),
    "one_answer": _lt("a single choice has one right answer"),
    "not_true_false": _lt("not an answer; use 正确 or 错误"),
    "known": _lt("stands in the bank already and is replaced by this row"),
}


class GovImportExamQuestion(models.TransientModel):
    """One row is a question; one with the same words and topic is replaced."""

    _name = "gov.import.exam.question"
    _description = "Import Question Bank"
    _inherit = ["gov.import.mixin"]

    _target = "gov.exam.question"
    _sheet = Sheet(
        "题库.xlsx",
        (
            Column("topic", "培训主题", required=True),
            Column("kind", "题型", "choice", required=True, choices=KIND_WORDS),
            Column("name", "题目", required=True),
            Column("answer", "答案", required=True),
            Column("choice_a", "选项A"),
            Column("choice_b", "选项B"),
            Column("choice_c", "选项C", optional=True),
            Column("choice_d", "选项D", optional=True),
            Column("choice_e", "选项E", optional=True),
            Column("choice_f", "选项F", optional=True),
            Column("explanation", "解析", optional=True),
            Column("reference", "文号和条款", optional=True),
        ),
    )

    topic = fields.Char()
    kind = fields.Char(string="Question Type")
    name = fields.Char(string="Question Text")
    answer = fields.Char()
    choice_a = fields.Char()
    choice_b = fields.Char()
    choice_c = fields.Char()
    choice_d = fields.Char()
    choice_e = fields.Char()
    choice_f = fields.Char()
    explanation = fields.Char(string="Explanation of the Answer")
    reference = fields.Char(string="Document No. and Article")

    def _messages(self):
        return {**super()._messages(), **MESSAGES}

    # -- checks ----------------------------------------------------------------------

    def _check_rows(self, rows):
        topics = self.env["gov.training.topic"]._by_alias()
        problems = self._unknown_problems(rows, "topic", topics)
        problems += self._duplicate_problems(rows, "name")
        known = self._known(rows)
        column = self._sheet.column("name")
        for row in rows:
            problems += self._row_problems(row)
            if (row.values["name"], topics.get(row.values["topic"])) in known:
                problems.append(row.problem(column, "known", is_warning=True))
        return problems

    def _row_problems(self, row):
        if row.values["kind"] == "judge":
            said = row.values["answer"].strip().upper()
            if said in RIGHT | WRONG:
                return []
            return [row.problem(self._sheet.column("answer"), "not_true_false")]
        return self._choice_problems(row) or self._answer_problems(row)

    def _choice_problems(self, row):
        filled = [bool(row.values[name]) for name in CHOICES]
        words = [row.values[name] for name in CHOICES if row.values[name]]
        column = self._sheet.column("choice_a")
        if len(words) < 2:
            return [row.problem(column, "few_choices")]
        if not all(filled[: len(words)]):
            return [row.problem(column, "gap")]
        if len(set(words)) < len(words):
            return [row.problem(column, "same_choice")]
        return []

    def _answer_problems(self, row):
        column = self._sheet.column("answer")
        letters = self._letters(row)
        if not letters or set(letters) - set(LETTERS):
            return [row.problem(column, "not_an_answer")]
        for letter in letters:
            if not row.values[f"choice_{letter.lower()}"]:
                return [row.problem(column, "no_such_choice", letter=letter)]
        if row.values["kind"] == "single" and len(letters) > 1:
            return [row.problem(column, "one_answer")]
        return []

    def _letters(self, row):
        """Letters of the answer: “A、C”, “a,c” and “AC” are the same."""
        text = re.sub(r"[\s,，、;；]", "", row.values["answer"]).upper()
        return sorted(set(text))

    def _known(self, rows):
        """{(words, topic): question} of those that stand in the bank."""
        found = self.env["gov.exam.question"].search(
            [("name", "in", [row.values["name"] for row in rows])]
        )
        return {(question.name, question.topic_id): question for question in found}

    # -- writing ---------------------------------------------------------------------

    def _import_rows(self, rows):
        topics = self.env["gov.training.topic"]._by_alias()
        known = self._known(rows)
        questions = self.env["gov.exam.question"]
        new, updated = [], questions
        for row in rows:
            topic = topics[row.values["topic"]]
            vals = self._question_vals(row, topic)
            question = known.get((row.values["name"], topic))
            if question:
                clear = fields.Command.clear()
                question.write({**vals, "choice_ids": [clear, *vals["choice_ids"]]})
                updated += question
            else:
                new.append(vals)
        return updated + questions.create(new)

    def _question_vals(self, row, topic):
        return {
            "topic_id": topic.id,
            "kind": row.values["kind"],
            "name": row.values["name"],
            "explanation": row.values["explanation"],
            "reference": row.values["reference"],
            "choice_ids": [
                fields.Command.create({"name": name, "is_correct": is_correct})
                for name, is_correct in self._choices(row)
            ],
        }

    def _choices(self, row):
        if row.values["kind"] == "judge":
            right = row.values["answer"].strip().upper() in RIGHT
            return [(JUDGE[0], right), (JUDGE[1], not right)]
        letters = self._letters(row)
        return [
            (row.values[name], letter in letters)
            for letter, name in zip(LETTERS, CHOICES, strict=True)
            if row.values[name]
        ]
