"""A closed session stays as it is, whoever writes and however."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..exceptions import SessionLocked
from .common import TrainingCommon


@tagged("post_install", "-at_install")
class TestLock(TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.closed = cls.new_session("done", [cls.ann, cls.bob])
        cls.line = cls.closed.enrollment_ids[0]

    def test_fields_of_a_closed_session_are_locked(self):
        for name, value in {"name": "X", "hours": 9, "capacity": 1}.items():
            with self.subTest(field=name), self.assertRaises(SessionLocked):
                self.closed[name] = value

    def test_superuser_is_refused_too(self):
        with self.assertRaises(SessionLocked):
            self.closed.sudo().write({"name": "X"})

    def test_attendance_of_a_closed_session_is_locked(self):
        with self.assertRaises(SessionLocked):
            self.line.action_absent()

    def test_list_of_a_closed_session_takes_nobody_more(self):
        with self.assertRaises(SessionLocked):
            self.enroll(self.closed, [self.eve])

    def test_line_of_a_closed_session_cannot_be_deleted(self):
        with self.assertRaises(SessionLocked):
            self.line.unlink()

    def test_lines_cannot_be_changed_through_the_session(self):
        with self.assertRaises(SessionLocked):
            self.closed.write({"enrollment_ids": [(2, self.line.id)]})

    def test_closed_session_cannot_be_deleted(self):
        with self.assertRaises(SessionLocked):
            self.closed.unlink()

    def test_held_session_cannot_be_deleted(self):
        with self.assertRaises(UserError):
            self.new_session("planned", [self.eve]).unlink()

    def test_closed_session_cannot_be_cancelled(self):
        with self.assertRaises(UserError):
            self.closed.action_cancel()

    def test_state_cannot_be_written_past_the_buttons(self):
        session = self.new_session("planned")

        with self.assertRaisesRegex(UserError, "buttons"):
            session.state = "done"

    def test_session_cannot_be_created_closed(self):
        with self.assertRaisesRegex(UserError, "draft"):
            self._create(self.env["gov.training.session"], state="done")

    def test_session_cannot_be_created_closed_by_a_default(self):
        builder = self.env["gov.training.session"].with_context(default_state="done")

        with self.assertRaisesRegex(UserError, "draft"):
            self._create(builder)

    def test_a_forged_context_does_not_unlock(self):
        forged = self.closed.with_context(gov_training_unlocked=True)

        with self.assertRaises(SessionLocked):
            forged.write({"name": "X"})

    def test_counts_cannot_be_written(self):
        session = self.new_session("planned", [self.eve])

        session.write({"expected_count": 99, "attendance_rate": 1})

        self.assertEqual((session.expected_count, session.attendance_rate), (1, 0))

    def test_closed_session_takes_messages(self):
        before = len(self.closed.message_ids)

        self.closed.message_post(body="for the file")

        self.assertEqual(len(self.closed.message_ids), before + 1)

    def test_administrator_reopens_with_a_reason(self):
        wizard = self._reopen_wizard(self.administrator)

        wizard.action_confirm()

        self.assertEqual(self.closed.state, "ongoing")
        self.assertIn("a mistake", self.closed.message_ids[0].body)

    def test_reopened_session_takes_the_hours_back(self):
        self._reopen_wizard(self.administrator).action_confirm()

        self.assertEqual(self.line.hours, 0)

    def test_officer_may_not_reopen(self):
        with self.assertRaises(AccessError):
            self._reopen_wizard(self.officer)

        with self.assertRaisesRegex(UserError, "administrator"):
            self.closed.with_user(self.officer)._reopen("a mistake")

    def test_only_a_closed_session_is_reopened(self):
        session = self.new_session("planned")

        with self.assertRaises(UserError):
            session._reopen("a mistake")

    def _reopen_wizard(self, user):
        return (
            self.env["gov.training.reopen"]
            .with_user(user)
            .create({"session_id": self.closed.id, "reason": "a mistake"})
        )

    def _create(self, sessions, **vals):
        return sessions.create(
            {
                "name": "Forged",
                "kind_id": self.closed.kind_id.id,
                "form_id": self.closed.form_id.id,
                "department_id": self.closed.department_id.id,
                "date_start": self.closed.date_start,
                "date_end": self.closed.date_end,
                **vals,
            }
        )
