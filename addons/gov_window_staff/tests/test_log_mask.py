"""日志脱敏: no passwords, ID numbers and bank cards in the server's log."""

import doctest
import io
import logging
from unittest.mock import patch

from odoo.exceptions import AccessDenied
from odoo.tests import BaseCase, HttpCase, tagged

from ..tools import log_mask
from .common import WindowStaffCommon
from .common_access import AccessMixin
from .common_people import CARD, NUMBER

SECRET = "Falsches-Wort-7"


class TestMask(BaseCase):
    def setUp(self):
        super().setUp()
        self.lines = io.StringIO()
        handler = logging.StreamHandler(self.lines)
        handler.addFilter(log_mask.MaskFilter())
        self.logger = logging.Logger("test")
        self.logger.addHandler(handler)

    def test_examples_hold(self):
        self.assertFalse(doctest.testmod(log_mask).failed)

    def test_numbers_in_messages_are_masked(self):
        self.logger.warning("row %s: %s and %r", 3, NUMBER, [CARD])

        self.assertEqual(
            self.lines.getvalue(),
            "row 3: 110105********002X and ['**** 0008']\n",
        )

    def test_numbers_in_the_traceback_of_a_failing_job_are_masked(self):
        try:
            raise ValueError(f"bad card {CARD} of {NUMBER}")
        except ValueError:
            self.logger.exception("job failed")

        self.assertIn("ValueError", self.lines.getvalue())
        for value in (CARD, NUMBER):
            self.assertNotIn(value, self.lines.getvalue())

    def test_wrong_log_call_is_left_to_the_handler(self):
        record = logging.LogRecord("x", 20, "f", 1, "%s %s", ("one",), None)

        self.assertTrue(log_mask.MaskFilter().filter(record))

    def test_server_has_the_filter(self):
        handlers = logging.getLogger().handlers

        self.assertTrue(
            any(isinstance(f, log_mask.MaskFilter) for h in handlers for f in h.filters)
        )


@tagged("post_install", "-at_install")
class TestSecrets(AccessMixin, HttpCase, WindowStaffCommon):
    def test_wrong_password_is_not_logged(self):
        user = self.new_user("log")

        credential = {"type": "password", "login": user.login, "password": SECRET}
        users = self.env["res.users"]

        with patch("odoo.addons.base.models.res_users._logger") as logger:
            with self.assertRaises(AccessDenied):
                users.authenticate(credential, {"interactive": True})

        self.assertIn("Login failed", str(logger.mock_calls))
        self.assertNotIn(SECRET, str(logger.mock_calls))
