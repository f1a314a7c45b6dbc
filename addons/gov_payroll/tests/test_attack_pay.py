"""Ways to wages, ID numbers and cards through the pay that one may read."""

from datetime import timedelta
from xmlrpc.client import Fault

from odoo.exceptions import UserError
from odoo.tests import HttpCase, JsonRpcException, tagged
from odoo.tools import mute_logger

from odoo.addons.gov_window_staff.tests.common import RpcCommon

from .common_export import CARD, ExportCommon
from .common_tax import TaxCommon

PAID = (
    "hr.payslip",
    "hr.payslip.line",
    "gov.payslip.tax",
    "gov.payslip.change",
    "gov.pay.arrears",
    "gov.contribution.base",
)
# fields of the file that neither finance nor a leader reads
CLOSED = (
    "wage",
    "identification_id",
    "private_phone",
    "birthday",
    "bank_account_ids.acc_number",
    "version_ids.wage",
)


@tagged("post_install", "-at_install")
class TestSideWays(ExportCommon, TaxCommon):
    """What may not be read is neither searched, ordered nor grouped by."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for person in cls.people:
            cls.new_base(person, 5000)
        cls.run_ = cls.computed_run()

    def readers(self):
        """(model as finance and as the leader see it, name to report)."""
        for model in PAID:
            for user in (self.finance, self.leader):
                yield self.env[model].with_user(user), user.login

    def assert_closed(self, name, login, method, *args, **kwargs):
        """The call is refused: a field without a right, or a way Odoo has not."""
        model = method.__self__._name
        self.env.invalidate_all()
        try:
            found = method(*args, **kwargs)
        except (UserError, ValueError):
            return
        with self.subTest(model=model, user=login, field=name):
            self.fail(f"{login} gets {found} out of {model}")

    def test_by_searching(self):
        for records, login in self.readers():
            for name in CLOSED:
                domain = [(f"employee_id.{name}", "!=", False)]
                self.assert_closed(name, login, records.search_count, domain)

    def test_by_ordering(self):
        for records, login in self.readers():
            for name in ("wage", "identification_id"):
                order = f"employee_id.{name}"
                self.assert_closed(name, login, records.search, [], order=order)

    def test_by_grouping_and_adding_up(self):
        for records, login in self.readers():
            group = records.formatted_read_group
            self.assert_closed(
                "wage", login, group, [], ["employee_id.wage"], ["__count"]
            )
            self.assert_closed("wage", login, group, [], [], ["employee_id.wage:sum"])

    def test_by_reading_through_the_slip(self):
        slips = self.run_.slip_ids
        for user in (self.finance, self.leader):
            theirs = slips.with_user(user)
            for name in ("wage", "identification_id", "private_phone"):
                spec = {"employee_id": {"fields": {name: {}}}}
                self.assert_closed(name, user.login, theirs.web_read, spec)
                self.assert_closed(
                    name, user.login, theirs.export_data, [f"employee_id/{name}"]
                )

    def test_declared_deductions_are_found_by_the_tax_officer_only(self):
        self.declare(self.people[0], "mortgage")
        for user in (self.officer, self.finance, self.leader, self.plain_user):
            for model in ("gov.tax.deduction", "gov.tax.opening"):
                records = self.env[model].with_user(user)
                self.assert_closed(model, user.login, records.search_count, [])
        domain = [("model", "=", "gov.tax.deduction")]
        for user in (self.officer, self.finance, self.leader):
            with self.subTest(user=user.login):
                self.assertFalse(
                    self.env["mail.message"].with_user(user).search(domain)
                )


@tagged("post_install", "-at_install")
class TestWires(RpcCommon, HttpCase, ExportCommon):
    """The three wires of Odoo with keys that only the system may have."""

    FORGED = {
        "gov_unlock": True,
        "tracking_disable": True,
        "queue_job__no_delay": True,
        "active_test": False,
        "default_state": "draft",
    }

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.run_ = cls.locked_run()
        cls.slip = cls.run_.slip_ids[:1]
        cls.attempts = (
            (cls.run_, "write", {"vals": {"state": "draft"}}),
            (cls.slip, "write", {"vals": {"note": "x"}}),
            (cls.slip.line_ids[:1], "write", {"vals": {"amount": 9}}),
            (cls.slip.line_ids[:1], "unlink", {}),
            (cls.run_, "_unprotected", {}),
            (cls.run_, "sudo", {}),
            (cls.slip, "_gov_own", {"slip_id": cls.slip.id}),
        )

    def test_json_rpc(self):
        for records, method, kwargs in self.attempts:
            with self.subTest(model=records._name, method=method):
                with self.assertRaises(JsonRpcException):
                    self.call(
                        self.officer,
                        records._name,
                        method,
                        records.ids,
                        **kwargs,
                        context=self.FORGED,
                    )
        self.assertEqual(self.run_.state, "locked")

    def test_json_2(self):
        keys = self.env["res.users.apikeys"].with_user(self.officer)
        key = keys._generate("rpc", "test", self.env.cr.now() + timedelta(days=1))

        def status(records, method, kwargs):
            with mute_logger("odoo.http", "odoo.addons.rpc.controllers.json2"):
                return self.url_open(
                    f"/json/2/{records._name}/{method}",
                    json={"ids": records.ids, "context": self.FORGED, **kwargs},
                    headers={"Authorization": f"bearer {key}"},
                ).status_code

        self.assertEqual(status(self.run_, "read", {"fields": ["name"]}), 200)
        for records, method, kwargs in self.attempts:
            with self.subTest(model=records._name, method=method):
                self.assertIn(status(records, method, kwargs), (403, 404, 422))
        self.assertEqual(self.run_.state, "locked")

    def test_xml_rpc(self):
        who = (self.env.cr.dbname, self.officer.id, self.officer.login)

        def call(records, method, kwargs):
            kwargs = {**kwargs, "context": self.FORGED}
            with mute_logger("odoo.http", "odoo.addons.rpc.controllers.xmlrpc"):
                return self.xmlrpc_object.execute_kw(
                    *who, records._name, method, [records.ids], kwargs
                )

        self.assertTrue(call(self.run_, "read", {"fields": ["name"]}))
        for records, method, kwargs in self.attempts:
            with self.subTest(model=records._name, method=method):
                with self.assertRaises(Fault):
                    call(records, method, kwargs)
        self.assertEqual(self.run_.state, "locked")

    def test_card_is_found_by_no_search(self):
        for user in (self.officer, self.leader, self.finance, self.plain_user):
            domain = [("acc_number", "=", CARD.format(1))]
            with self.subTest(user=user.login):
                found = self.call(user, "res.partner.bank", "search_count", domain)
                self.assertEqual(found, 0)
