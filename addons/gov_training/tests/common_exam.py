"""Builders for exams, papers, induction and the national exam."""

from datetime import timedelta

from odoo import fields
from odoo.tests import new_test_user

WORDS = "ABCDEFGH"


class ExamBuilders:
    """Mixin beside `TrainingCommon`."""

    @classmethod
    def topic(cls, name=None):
        """A topic of the tests' own, or one of the policy."""
        if name:
            return cls.env.ref(f"gov_training.topic_{name}")
        topics = cls.env["gov.training.topic"]
        own = topics.search([("name", "=", "Topic of the tests")])
        return own or topics.create({"name": "Topic of the tests"})

    @classmethod
    def new_question(
        cls, text="Q", right="A", choices=3, topic=None, kind="single", **vals
    ):
        """A question whose choices are named by their letters."""
        return cls.env["gov.exam.question"].create(
            {
                "name": text,
                "topic_id": (topic or cls.topic()).id,
                "kind": kind,
                "choice_ids": [
                    (0, 0, {"name": letter, "is_correct": letter in right})
                    for letter in WORDS[:choices]
                ],
                **vals,
            }
        )

    @classmethod
    def new_bank(cls, count=4, **vals):
        return [cls.new_question(f"Q{number}", **vals) for number in range(count)]

    @classmethod
    def new_exam(cls, people=(), opened=True, count=2, points=5, parts=None, **vals):
        """An exam of two questions from the bank of the topic, open by default."""
        parts = parts or [
            {"topic_id": cls.topic().id, "count": count, "points": points}
        ]
        exam = cls.env["gov.exam"].create(
            {
                "name": "Exam",
                "department_id": cls.county.id,
                "part_ids": [(0, 0, part) for part in parts],
                "date_from": fields.Datetime.now() - timedelta(hours=1),
                "date_to": fields.Datetime.now() + timedelta(days=1),
                **vals,
            }
        )
        for person in people:
            exam._invite(person)
        if opened:
            exam.action_open()
        return exam

    @classmethod
    def give_login(cls, person, login=None):
        """A portal login of a person; password is the login."""
        login = login or f"exam_{person.gov_staff_no}"
        person.user_id = new_test_user(cls.env, login, "base.group_portal")
        return person.user_id

    def result_of(self, exam, person):
        return exam.candidate_ids.filtered(lambda c: c.employee_id == person)

    def paper_of(self, exam, person):
        """A paper that is being written."""
        result = self.result_of(exam, person).sudo()
        result._start()
        paper = result._running()
        if paper.state == "new":
            paper._mark_in_progress()
        return paper

    def sit(self, exam, person, right=True, hand_in=True):
        """Answer a paper: everything right, or everything wrong."""
        paper = self.paper_of(exam, person)
        for question in paper.predefined_question_ids:
            chosen = question.suggested_answer_ids.filtered(
                lambda a: a.is_correct == right
            )
            self.tick(paper, question, chosen if right else chosen[:1])
        if hand_in:
            paper._mark_done()
        return paper

    @staticmethod
    def tick(paper, question, answers):
        paper._save_lines(question, [str(id_) for id_ in answers.ids])

    # -- national exam ---------------------------------------------------------------

    @classmethod
    def new_national(cls, opened=True, **vals):
        """A national exam next month; registration is open."""
        today = fields.Date.today()
        exam = cls.env["gov.certification.exam"].create(
            {
                "name": "Level exam",
                "organiser": "Talent Association",
                "date": fields.Date.add(today, days=40),
                "date_close": fields.Date.add(today, days=10),
                **vals,
            }
        )
        if opened:
            exam.action_open()
        return exam

    def register(self, exam, *people, level=None):
        people = self.env["hr.employee"].union(*people)
        lines = self.env["gov.certification.registration"]
        return lines._enter(exam, people, level)
