"""What closing leaves behind: the resume, the cost, the reports."""

from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from .common import MORNING, TrainingCommon
from .common_sess import SessionBuilders


@tagged("post_install", "-at_install")
class TestResume(TrainingCommon, SessionBuilders):
    def lines(self, session):
        return self.env["hr.resume.line"].search([("gov_session_id", "=", session.id)])

    def test_training_is_written_into_the_resume_of_those_who_came(self):
        session = self.new_session("ongoing", [self.ann, self.bob], hours=3)
        self.line_of(session, self.bob).action_absent()
        session.action_mark_all_present()

        session.action_close()

        self.assertRecordValues(
            self.lines(session),
            [
                {
                    "employee_id": self.ann.id,
                    "name": "Session",
                    "date_start": MORNING.date(),
                    "duration": 3,
                    "course_type": "gov_training",
                    "line_type_id": self.env.ref("hr_skills.resume_type_training").id,
                }
            ],
        )

    def test_meeting_is_no_line_of_a_resume(self):
        kind = self.env.ref("gov_training.kind_heads_meeting")

        session = self.new_session("done", [self.ann], kind_id=kind.id)

        self.assertFalse(self.lines(session))

    def test_reopening_takes_the_line_back(self):
        session = self.new_session("done", [self.ann])

        session._reopen("a mistake")

        self.assertFalse(self.lines(session))

    def test_person_does_not_change_what_the_office_wrote(self):
        user = self.give_account(self.ann)
        line = self.lines(self.new_session("done", [self.ann])).with_user(user)

        for change in (lambda: line.write({"name": "PhD"}), line.unlink):
            with self.assertRaisesRegex(UserError, "reopening"):
                change()

    def test_person_does_not_make_up_training_of_the_office(self):
        user = self.give_account(self.ann)
        session = self.new_session("done", [self.bob])

        line = (
            self.env["hr.resume.line"]
            .with_user(user)
            .create(
                {
                    "name": "Made up",
                    "employee_id": self.ann.id,
                    "gov_session_id": session.id,
                }
            )
        )

        self.assertFalse(line.gov_session_id)

    def test_own_line_stays_in_the_hands_of_the_person(self):
        user = self.give_account(self.ann)
        lines = self.env["hr.resume.line"].with_user(user)
        line = lines.create({"name": "School", "employee_id": self.ann.id})

        line.name = "University"

        self.assertEqual(line.name, "University")

    def test_site_officer_closes_an_own_session_with_resume_lines(self):
        session = self.new_session("ongoing", [self.ann], department_id=self.town_a.id)
        session.action_mark_all_present()

        session.with_user(self.site_officer).action_close()

        self.assertEqual(len(self.lines(session)), 1)


@tagged("post_install", "-at_install")
class TestCostAndMaterials(TrainingCommon, SessionBuilders):
    def test_cost_per_person_divides_by_those_who_came(self):
        session = self.new_session("ongoing", [self.ann, self.bob, self.eve])
        self.line_of(session, self.eve).action_absent()
        session.action_mark_all_present()

        session.write({"cost_trainer": 800, "cost_other": 200})

        self.assertEqual((session.cost_total, session.cost_per_head), (1000, 500))

    def test_link_must_be_one_that_people_can_open(self):
        for link in ("javascript:alert(1)", "meeting 5", "https://"):
            with self.subTest(link=link), self.assertRaises(ValidationError):
                self.new_session(link=link)

        self.assertTrue(self.new_session(link="https://meeting.example.cn/5"))

    def test_evaluation_is_written_after_closing(self):
        session = self.new_session("done", [self.ann])

        session.with_user(self.officer).write({"evaluation": "Good"})

        self.assertEqual(session.evaluation, "Good")

    def test_materials_may_follow_after_closing(self):
        session = self.new_session("done", [self.ann])
        paper = self.env["ir.attachment"].create({"name": "slides.txt", "raw": b"x"})

        session.write({"material_ids": [(4, paper.id)]})

        self.assertEqual(session.material_ids, paper)
