"""Builders for the tests of logins and passwords."""

import re

from odoo.tests import get_db_name
from odoo.tools import mute_logger

STRONG = "Chuangkou-2026"


class AccessMixin:
    """Logs in by the page, as people do; mix it into an HttpCase."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.policy = cls.env["gov.access.policy"]._current()
        cls.policy.enforcement = "never"

    def log_in(self, login, password, **more):
        """The answer of the login page to a name and a password."""
        self.authenticate(None, None)
        page = self.url_open("/web/login").text
        token = re.search(r'name="csrf_token" value="([^"]+)"', page)[1]
        with mute_logger("odoo.addons.base.models.res_users"):
            return self.url_open(
                "/web/login",
                {"login": login, "password": password, "csrf_token": token, **more},
            )

    def is_in(self, answer):
        """Whether an answer of the login page led into the product."""
        return "/web/login" not in answer.url

    def rpc_uid(self, login, password):
        """The uid that XML-RPC gives for a password, False when it is refused."""
        muted = (
            "odoo.addons.base.models.res_users",
            "odoo.addons.rpc.controllers.xmlrpc",
        )
        with mute_logger(*muted):
            return self.xmlrpc_common.authenticate(get_db_name(), login, password, {})

    def results(self, user):
        """Results of the account's events, the oldest first."""
        self.env.invalidate_all()
        return (
            self.env["gov.access.event"]
            .search([("account_id", "=", user.id)], order="id")
            .mapped("result")
        )
