"""What a client may not say in the context: silence the history, leave out a check."""

import doctest
import re
from datetime import timedelta
from pathlib import Path

from odoo.tests import BaseCase, get_db_name, tagged
from odoo.tools import file_path, mute_logger

from ..tools import caller, wire_context
from .common import ADMINISTRATOR, RpcCommon, WindowStaffCommon

ADDONS = (
    "gov_window_staff",
    "gov_training",
    "gov_assessment",
    "gov_payroll",
    "auditlog",
    "base_tier_validation",
    "base_tier_validation_formula",
    "base_tier_validation_forward",
    "base_tier_validation_server_action",
    "payroll",
    "queue_job",
)
READ = re.compile(
    r"context\.get\(\s*[\"'](\w+)|[\"'](\w+)[\"'] in \w+(?:\.env)?\.context"
)
# what windows send by right: the selection, defaults (forms check them), language
PLAIN = re.compile(r"active_\w+|default_\w+|lang|tz|import_file|comment_id")
# of a payslip's own methods, and an object of queue_job that nobody can send
HARMLESS = {"contract", "struct_id", "job_uuid", "_job_edit_sentinel", "company_id"}
FORGED = {key: True for key in wire_context.SILENT | wire_context.SKIPPING}


class TestKeysOfTheContext(BaseCase):
    def test_examples_hold(self):
        self.assertFalse(doctest.testmod(wire_context).failed)
        self.assertFalse(doctest.testmod(caller).failed)

    def test_each_key_that_an_addon_reads_is_closed_or_known(self):
        for addon in ADDONS:
            try:
                root = Path(file_path(addon))
            except FileNotFoundError:
                continue  # an addon that is not on this server
            keys = set()
            for path in root.rglob("*.py"):
                if "tests" not in path.relative_to(root).parts:
                    found = READ.findall(path.read_text(encoding="utf-8"))
                    keys |= {one or other for one, other in found}
            unknown = {
                key
                for key in keys - HARMLESS - wire_context.OPEN
                if not wire_context.is_closed(key) and not PLAIN.fullmatch(key)
            }
            with self.subTest(addon=addon):
                self.assertEqual(unknown, set())


@tagged("post_install", "-at_install")
class TestHistoryOverTheWire(RpcCommon, WindowStaffCommon):
    """One change and one new contact by each wire; all of them leave their trace."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["gov.access.policy"]._current().enforcement = "never"
        cls.user = cls.new_user("wire", ADMINISTRATOR, "base.group_partner_manager")
        cls.unit = cls.new_unit()

    def by_web(self, model, method, args):
        return self.call(self.user, model, method, *args, context=FORGED)

    def by_json_2(self, model, method, args):
        keys = self.env["res.users.apikeys"].with_user(self.user).sudo()
        key = keys._generate("rpc", "wire", self.env.cr.now() + timedelta(days=1))
        names = {"create": ["vals_list"], "write": ["ids", "vals"]}[method]
        answer = self.url_open(
            f"/json/2/{model}/{method}",
            json={**dict(zip(names, args, strict=True)), "context": FORGED},
            headers={"Authorization": f"Bearer {key}"},
        )
        self.assertEqual(answer.status_code, 200, answer.text)
        return answer.json()

    def by_xml_rpc(self, model, method, args):
        who = (get_db_name(), self.user.id, self.user.login)
        with mute_logger("odoo.addons.rpc.controllers.xmlrpc"):
            return self.xmlrpc_object.execute_kw(
                *who, model, method, list(args), {"context": FORGED}
            )

    def messages(self, model, res_id):
        self.env.cr.precommit.run()
        self.env.invalidate_all()
        return self.env["mail.message"].search(
            [("model", "=", model), ("res_id", "=", res_id)]
        )

    def test_change_is_in_the_history_though_the_client_forbids_it(self):
        policy = self.env["gov.access.policy"]._current()
        for minutes, wire in enumerate(
            (self.by_web, self.by_json_2, self.by_xml_rpc), 31
        ):
            before = self.messages(policy._name, policy.id)

            wire(policy._name, "write", [policy.ids, {"lock_minutes": minutes}])

            after = self.messages(policy._name, policy.id) - before
            values = after.tracking_value_ids
            with self.subTest(wire=wire.__name__):
                self.assertEqual(values.new_value_integer, minutes)
                self.assertEqual(after.author_id, self.user.partner_id)

    def test_new_document_says_who_made_it(self):
        for wire in (self.by_web, self.by_json_2, self.by_xml_rpc):
            made = wire("res.partner", "create", [[{"name": "某单位"}]])

            with self.subTest(wire=wire.__name__):
                self.assertTrue(self.messages("res.partner", made[0]))

    def test_a_program_inside_the_server_may_be_silent(self):
        quiet = self.unit.with_context(tracking_disable=True)

        made = quiet.create({"name": "某单位"})

        self.assertFalse(self.messages("res.partner", made.id))
