"""Who may not, over the wire: each model, each role, each operation."""

from odoo.tests import tagged
from odoo.tests.common import JsonRpcException
from odoo.tools import mute_logger

from .common import RpcCommon
from .rights import RIGHTS, rights_of
from .test_security import OPERATIONS, SecurityCase


@tagged("post_install", "-at_install")
class TestRightsOverRpc(RpcCommon, SecurityCase):
    def ask(self, model, method, *args):
        """The server's answer to the user of the session."""
        return self.make_jsonrpc_request(
            f"/web/dataset/call_kw/{model}/{method}",
            {"model": model, "method": method, "args": args, "kwargs": {}},
        )

    def test_each_role_is_told_what_is_said_and_no_more(self):
        for role, user in self.users.items():
            self.authenticate(user.login, user.login)
            for model in RIGHTS:
                with self.subTest(role=role, model=model):
                    may = {
                        op for op in OPERATIONS if self.ask(model, "has_access", [], op)
                    }
                    self.assertEqual(may, rights_of(role, model))

    def test_what_a_role_may_not_read_is_not_searched_either(self):
        for role, user in self.users.items():
            self.authenticate(user.login, user.login)
            for model in RIGHTS:
                if "read" in rights_of(role, model):
                    continue
                with self.subTest(role=role, model=model), mute_logger("odoo.http"):
                    for method in ("search_count", "search_read"):
                        with self.assertRaisesRegex(JsonRpcException, "AccessError"):
                            self.ask(model, method, [])
