"""The same refusals over the wire, as a script would try it."""

from odoo.http import serialize_exception
from odoo.tests import HttpCase, tagged
from odoo.tests.common import JsonRpcException
from odoo.tools import mute_logger

from ..exceptions import (
    AttendanceIncomplete,
    ScheduleConflict,
    SessionFull,
    SessionLocked,
    WindowsBelowMinimum,
)
from .common import TrainingCommon


class RpcCase(HttpCase, TrainingCommon):
    """Calls of the web client's own entrance, and their refusals."""

    def call(self, user, model, method, *args, **kwargs):
        self.authenticate(user.login, user.login)
        with mute_logger("odoo.http"):
            return self.make_jsonrpc_request(
                f"/web/dataset/call_kw/{model}/{method}",
                {"model": model, "method": method, "args": args, "kwargs": kwargs},
            )

    def assert_refused(self, message, user, model, method, *args, **kwargs):
        with self.assertRaisesRegex(JsonRpcException, message):
            self.call(user, model, method, *args, **kwargs)


@tagged("post_install", "-at_install")
class TestRpc(RpcCase):
    def test_refusals_are_shown_in_a_dialog_that_tells_the_message(self):
        # the web client has dialogs for Odoo's own classes only
        for refusal in (
            AttendanceIncomplete,
            ScheduleConflict,
            SessionFull,
            SessionLocked,
            WindowsBelowMinimum,
        ):
            with self.subTest(refusal=refusal.__name__):
                shown = serialize_exception(refusal("message"))["context"]
                self.assertEqual(shown["exception_class"], "odoo.exceptions.UserError")

    def test_closed_session_is_not_written_with_a_forged_context(self):
        session = self.new_session("done", [self.ann])

        self.assert_refused(
            "SessionLocked",
            self.administrator,
            "gov.training.session",
            "write",
            session.ids,
            {"name": "X"},
            context={"gov_training_unlocked": True},
        )

    def test_attendance_of_a_closed_session_is_not_changed(self):
        line = self.new_session("done", [self.ann]).enrollment_ids

        for method, args in {
            "write": [{"state": "absent"}],
            "unlink": [],
            "action_absent": [],
        }.items():
            with self.subTest(method=method):
                self.assert_refused(
                    "SessionLocked",
                    self.administrator,
                    "gov.training.enrollment",
                    method,
                    line.ids,
                    *args,
                )

    def test_nobody_is_added_to_a_closed_session(self):
        session = self.new_session("done", [self.ann])

        self.assert_refused(
            "SessionLocked",
            self.officer,
            "gov.training.enrollment",
            "create",
            [{"session_id": session.id, "employee_id": self.bob.id}],
        )

    def test_site_officer_does_not_read_another_site(self):
        line = self.new_session("planned", [self.eve]).enrollment_ids

        self.assert_refused(
            "AccessError",
            self.site_officer,
            "gov.training.enrollment",
            "read",
            line.ids,
            ["state"],
        )

    def test_site_officer_reads_the_own_people(self):
        line = self.new_session("planned", [self.ann]).enrollment_ids

        values = self.call(
            self.site_officer, "gov.training.enrollment", "read", line.ids, ["staff_no"]
        )

        self.assertEqual(values[0]["staff_no"], "W001")

    def test_reopening_is_not_a_public_method(self):
        session = self.new_session("done", [self.ann])

        self.assert_refused(
            "AccessError|private",
            self.administrator,
            "gov.training.session",
            "_reopen",
            session.ids,
            "a mistake",
        )
