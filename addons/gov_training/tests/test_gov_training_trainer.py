"""Trainers: colleagues and lecturers from outside (T30)."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import TrainingCommon
from .common_sess import SessionBuilders


@tagged("post_install", "-at_install")
class TestTrainer(TrainingCommon, SessionBuilders):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.lecturer = cls.env["res.partner"].create(
            {"name": "Lecturer", "gov_is_trainer": True}
        )

    def add(self, person, user=None):
        wizard = self.env["gov.training.trainer.add"].with_user(user or self.officer)
        wizard.create({"employee_ids": [(6, 0, person.ids)]}).action_add()
        return person.work_contact_id

    def test_colleague_becomes_a_trainer_of_the_own_staff(self):
        contact = self.add(self.ann)

        self.assertTrue(contact.gov_is_trainer)
        self.assertEqual(contact.gov_trainer_origin, "own")

    def test_lecturer_comes_from_outside(self):
        session = self.new_session(trainer_ids=[(4, self.lecturer.id)])

        self.assertEqual(self.lecturer.gov_trainer_origin, "external")
        self.assertTrue(session.has_external_trainer)

    def test_trainers_are_found_by_where_they_come_from(self):
        contact = self.add(self.ann)
        both = contact | self.lecturer

        for origin, expected in (("own", contact), ("external", self.lecturer)):
            with self.subTest(origin=origin):
                found = both.search(
                    [("id", "in", both.ids), ("gov_trainer_origin", "=", origin)]
                )
                self.assertEqual(found, expected)

    def test_site_officer_makes_nobody_a_trainer(self):
        with self.assertRaises(AccessError):
            self.add(self.ann, self.site_officer)

    def test_site_officer_reads_the_figures_of_a_trainer(self):
        self.new_session("done", [self.eve], trainer_ids=[(4, self.lecturer.id)])

        seen = self.lecturer.with_user(self.site_officer)

        self.assertEqual((seen.gov_session_count, seen.gov_teaching_hours), (1, 2))
