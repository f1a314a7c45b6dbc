"""The way of a session: open, held, closed, and the buttons of its form."""

from odoo import fields, models
from odoo.exceptions import UserError

from ...exceptions import AttendanceIncomplete
from ...rules.schedule import local_day

ADMINISTRATOR = "gov_window_staff.group_administrator"


class GovTrainingSession(models.Model):
    """Transitions; the data and its guards stand in `gov_training_session.py`."""

    _inherit = "gov.training.session"

    def _move(self, allowed, target):
        self._check_state(allowed)
        self._unlocked().write({"state": target})

    def action_open(self):
        """Open for enrollment (开放报名)."""
        for session in self.filtered(lambda session: not session.topic_ids):
            raise UserError(
                self.env._("Choose at least one topic of “%s” first.", session.name)
            )
        self._move(("draft",), "planned")
        self._check_conflicts()

    def action_start(self):
        """Begin: from now on people are signed in (开班)."""
        early = self.filtered(
            lambda s: local_day(s.date_start) > local_day(fields.Datetime.now())
        )
        if early:
            raise UserError(
                self.env._(
                    "“%(session)s” begins on %(day)s; it cannot be held before.",
                    session=early[0].name,
                    day=fields.Date.to_string(local_day(early[0].date_start)),
                )
            )
        self._move(("planned",), "ongoing")
        # people may have moved since they were enrolled
        # sudo: people of every site; only their sites are looked up again
        self.sudo().enrollment_ids._refresh_departments()
        self.date_ids._list_people()

    def action_mark_all_present(self):
        """Everybody who is not marked yet came (全部到场)."""
        self._check_state(("ongoing",))
        waiting = self.enrollment_ids.filtered(lambda e: e.state == "enrolled")
        waiting.write({"state": "attended"})

    def action_close(self):
        """Close for good (结班); closing twice closes once."""
        closing = self.filtered(lambda session: session.state != "done")
        closing._check_state(("ongoing",))
        for session in closing:
            session._check_complete()
        closing._move(("ongoing",), "done")
        for session in closing:
            session.message_post(body=session._closing_note())

    def action_cancel(self):
        """The session does not take place."""
        self._move(("draft", "planned", "ongoing"), "cancelled")

    def action_draft(self):
        """Plan again."""
        self._move(("planned", "cancelled"), "draft")

    def action_reopen(self):
        """Ask for the reason; the wizard does the rest."""
        return self._wizard("gov.training.reopen", self.env._("Reopen Session"))

    def action_enroll(self):
        """Choose people by site and level."""
        return self._wizard("gov.training.enroll", self.env._("Enroll People"))

    def action_import_attendance(self):
        """Odoo's import screen for 签到名单.xlsx of this session."""
        self.ensure_one()
        self._check_state(("ongoing",))
        return {
            "type": "ir.actions.client",
            "tag": "import",
            "name": self.env._("Import Sign-in List"),
            "params": {
                "model": "gov.import.attendance",
                "context": {"gov_training_session_id": self.id},
            },
        }

    def action_open_enrollments(self):
        """The list of people, for signing them in one after another."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("People of %s", self.name),
            "res_model": "gov.training.enrollment",
            "view_mode": "list,pivot,form",
            "domain": [("session_id", "=", self.id)],
            "context": {"default_session_id": self.id, "gov_one_session": True},
        }

    def _wizard(self, model, name):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": name,
            "res_model": model,
            "view_mode": "form",
            "target": "new",
            "context": {"default_session_id": self.id},
        }

    # === BUSINESS METHODS === #

    def _check_complete(self):
        """Refuse to close while somebody is neither present nor absent."""
        self.ensure_one()
        if self.unmarked_count:
            raise AttendanceIncomplete(
                self.env._(
                    "“%(session)s” cannot be closed: %(count)s people are neither "
                    "present nor absent. Mark them first.",
                    session=self.name,
                    count=self.unmarked_count,
                )
            )
        if not self.expected_count:
            raise AttendanceIncomplete(
                self.env._(
                    "“%s” has nobody on its list. Enroll people, or cancel it.",
                    self.name,
                )
            )

    def _closing_note(self):
        return self.env._(
            "Closed: %(expected)s expected, %(attended)s present, %(excused)s on "
            "leave, %(absent)s absent, attendance %(rate)s%%.",
            expected=self.expected_count,
            attended=self.attended_count,
            excused=self.excused_count,
            absent=self.absent_count,
            rate=f"{self.attendance_rate * 100:.2f}",
        )

    def _reopen(self, reason):
        """Back to signing in, by an administrator, with the reason on record."""
        self.ensure_one()
        if not (self.env.su or self.env.user.has_group(ADMINISTRATOR)):
            raise UserError(
                self.env._("Only an administrator may reopen a closed session.")
            )
        self._move(("done",), "ongoing")
        self.message_post(body=self.env._("Reopened: %s", reason))
