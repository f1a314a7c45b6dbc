"""The profile shows what a person attended."""

from datetime import timedelta

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import MORNING, TrainingCommon


@tagged("post_install", "-at_install")
class TestEmployeeTraining(TrainingCommon):
    def test_profile_counts_closed_sessions_that_the_person_attended(self):
        self.new_session("done", [self.ann, self.bob], hours=3)
        self.new_session("planned", [self.ann], start=MORNING + timedelta(days=1))

        self.assertRecordValues(
            self.ann + self.eve,
            [
                {"gov_training_count": 1, "gov_training_hours": 3},
                {"gov_training_count": 0, "gov_training_hours": 0},
            ],
        )

    def test_absent_person_is_credited_nothing(self):
        session = self.new_session("ongoing", [self.ann, self.bob])
        session.enrollment_ids.filtered(
            lambda line: line.employee_id == self.ann
        ).action_absent()
        session.action_mark_all_present()
        session.action_close()

        self.assertEqual(self.ann.gov_training_hours, 0)

    def test_plain_user_still_reads_names(self):
        plain = self.new_user("plain", "base.group_user")

        self.assertEqual(self.ann.with_user(plain).name, "Person W001")

    def test_plain_user_does_not_read_the_training_record(self):
        plain = self.new_user("plain", "base.group_user")

        with self.assertRaises(AccessError):
            self.ann.with_user(plain).read(["gov_training_hours"])

    def test_button_opens_the_sessions_of_the_person(self):
        session = self.new_session("done", [self.ann, self.bob])

        action = self.ann.action_open_gov_training()

        lines = self.env["gov.training.enrollment"].search(action["domain"])
        self.assertEqual(lines.session_id, session)
        self.assertEqual(lines.employee_id, self.ann)
